import { expect, test } from "vitest";
import { editedView } from "./edit-slice";

const RULE = {
  direction: "backward",
  clock: "event_time",
  delayUs: 0n,
  ttlUs: null,
  allowExactMatches: true,
} as const;
const VIEW = {
  name: "spend",
  labelFg: "activity",
  joins: [
    { fgName: "payments", on: ["user_id"], features: ["amount"] },
    { fgName: "tickets", on: ["user_id"] },
  ],
};

test("a view is written with the rules that edits have left it, and the rest of it as it was", () => {
  const { joins, ...rest } = editedView(
    VIEW,
    [RULE, RULE],
    [{ kind: "rule", join: 0, ttlUs: "1500000", direction: "nearest" }],
  );
  expect(rest).toEqual({ name: "spend", labelFg: "activity" });
  expect(joins).toEqual([
    {
      fgName: "payments",
      on: ["user_id"],
      features: ["amount"],
      ttl: "1s500ms",
      direction: "nearest",
    },
    { fgName: "tickets", on: ["user_id"] },
  ]);
});

test("without edits it is as it was", () => {
  expect(editedView(VIEW, [RULE, RULE], [])).toEqual(VIEW);
});

test("what edits lead back to is as it was written; a TTL that is lifted is null, and so is a delay", () => {
  const written = { ...VIEW, joins: [{ fgName: "payments", on: ["user_id"], ttl: "1d", delay: "6h" }] };
  const rule = { ...RULE, ttlUs: 86_400_000_000n, delayUs: 21_600_000_000n };
  const back = [
    { kind: "rule", join: 0, ttlUs: "1" },
    { kind: "rule", join: 0, ttlUs: "86400000000" },
  ] as const;
  expect(editedView(written, [rule], back)).toEqual(written);
  const lifted = editedView(written, [rule], [{ kind: "rule", join: 0, ttlUs: null, delayUs: "0" }]);
  expect(lifted.joins).toEqual([{ fgName: "payments", on: ["user_id"], ttl: null, delay: null }]);
});
