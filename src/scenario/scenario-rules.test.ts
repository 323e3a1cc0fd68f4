import { expect, test } from "vitest";
import { CHURN_SAMPLE } from "./samples/churn-sample";
import { scenarioRules } from "./scenario-rules";

const DAY_US = 86_400_000_000n;
/** Of the join with payments, as the sample has it. */
const PAYMENTS = {
  direction: "backward",
  clock: "created_time",
  delayUs: 0n,
  ttlUs: 45n * DAY_US,
  allowExactMatches: true,
};

test("a scenario without rules names no other", () => {
  expect(scenarioRules(CHURN_SAMPLE)).toEqual([undefined, undefined, undefined, undefined]);
});

test.each([
  [{ direction: "latest" }, { ...PAYMENTS, direction: "latest" }],
  [{ asOf: "event_time" }, { ...PAYMENTS, clock: "event_time" }],
  [{ ttl: null }, { ...PAYMENTS, ttlUs: null }],
  [
    { ttl: "7d", delay: "1h", allowExactMatches: false },
    { ...PAYMENTS, ttlUs: 7n * DAY_US, delayUs: 3_600_000_000n, allowExactMatches: false },
  ],
  [{}, PAYMENTS],
] as const)("a rule that says %j is otherwise the join's own", (rule, expected) => {
  expect(scenarioRules({ ...CHURN_SAMPLE, rules: [rule] })[0]).toEqual(expected);
});

test("each rule is of the join that it stands beside; null is as the view says", () => {
  const [payments, tickets, usage] = scenarioRules({
    ...CHURN_SAMPLE,
    rules: [null, { direction: "nearest" }],
  });
  expect(payments).toBeUndefined();
  expect(tickets).toMatchObject({ direction: "nearest", delayUs: 7_200_000_000n });
  expect(usage).toBeUndefined();
});
