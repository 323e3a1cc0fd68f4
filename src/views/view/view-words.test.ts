import { expect, test } from "vitest";
import type { JoinRule } from "../../microfs/core";
import { joinPhrase } from "./view-words";

const DAY = 86_400_000_000n;
const payment = { one: "payment", many: "payments" };
const rule: JoinRule = {
  direction: "backward",
  clock: "event_time",
  delayUs: 0n,
  ttlUs: null,
  allowExactMatches: true,
};

const cases: [change: Partial<JoinRule>, words: string][] = [
  [{}, "the latest payment that had happened by then"],
  [{ ttlUs: 4n * DAY }, "the latest payment of the last 4 days that had happened by then"],
  [{ ttlUs: DAY }, "the latest payment of the last day that had happened by then"],
  [{ ttlUs: 0n }, "the latest payment of that very moment that had happened by then"],
  [{ delayUs: DAY }, "the latest payment that was usable by then"],
  [{ clock: "created_time" }, "the latest payment that was known by then"],
  [{ allowExactMatches: false }, "the latest payment from before then"],
  [{ direction: "nearest" }, "the nearest payment, before or after"],
  [{ direction: "nearest", ttlUs: DAY }, "the nearest payment, before or after, at most 1 day away"],
  [{ direction: "forward" }, "the next payment from then on"],
  [{ direction: "latest" }, "the very last payment of all"],
  [{ direction: "latest", ttlUs: DAY }, "the very last payment of all, at most 1 day old"],
];

test.each(cases.map(([change, words]) => ({ change, words })))(
  "a rule in words: $words",
  ({ change, words }) => {
    expect(joinPhrase(payment, { ...rule, ...change })).toBe(words);
  },
);
