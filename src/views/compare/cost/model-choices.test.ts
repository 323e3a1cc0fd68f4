import { expect, test } from "vitest";
import type { GroupSummary, ViewSummary } from "../../../worker/results";
import { featureChoices, labelChoices, readSeed, withFeature } from "./model-choices";

const VIEW: ViewSummary = {
  definition: {
    name: "churn",
    labelFg: "predictions",
    joins: [{ fgName: "usage", on: { account: "account_id" } }],
  },
  columns: [
    { name: "user_id", join: -1, column: "user_id", type: "int64" },
    { name: "minutes", join: 0, column: "minutes", type: "float64" },
    { name: "a,b", join: 0, column: "a,b", type: "string" },
  ],
  label: ["churned"],
  labelHorizonUs: null,
  rules: [],
};
const SPINE: GroupSummary = {
  definition: { name: "predictions", schema: {}, primaryKeys: ["user_id"], eventTime: "at" },
  columns: [
    { name: "user_id", type: "int64" },
    { name: "account", type: "int64" },
    { name: "at", type: "timestamp" },
    { name: "spent", type: "float64" },
    { name: "churned", type: "bool" },
  ],
  ...{ numRows: 1, numEntities: 1, firstUs: null, lastUs: null, lastKnownUs: null },
};

test("a label can be what is no key and no time, the declared one first", () => {
  expect(labelChoices(VIEW, SPINE)).toEqual(["churned", "spent"]);
  expect(labelChoices({ ...VIEW, label: [] }, SPINE)).toEqual(["spent", "churned"]);
});

test("features are the joined ones; a choice is written as names, and all of them as nothing", () => {
  const all = featureChoices(VIEW, null);
  expect(all.map(({ name, fgName, isUsed }) => [name, fgName, isUsed])).toEqual([
    ["minutes", "usage", true],
    ["a,b", "usage", true],
  ]);
  const one = withFeature(all, "minutes", false);
  expect(one).toBe("a%2Cb");
  expect(featureChoices(VIEW, one).map(({ isUsed }) => isUsed)).toEqual([false, true]);
  expect(withFeature(featureChoices(VIEW, one), "minutes", true)).toBeNull();
});

test.each([
  ["7", 7],
  [" 12 ", 12],
  ["-1", null],
  ["1.5", null],
  ["", null],
])("%j as a seed is %j", (text, seed) => expect(readSeed(text)).toBe(seed));
