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
      ttl: 1500,
      delay: 0,
      direction: "nearest",
      asOf: "event_time",
      allowExactMatches: true,
    },
    { fgName: "tickets", on: ["user_id"] },
  ]);
});

test("without edits it is as it was", () => {
  expect(editedView(VIEW, [RULE, RULE], [])).toEqual(VIEW);
});
