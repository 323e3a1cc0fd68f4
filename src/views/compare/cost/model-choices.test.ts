import { expect, test } from "vitest";
import type { GroupSummary, ViewSummary } from "../../../worker/results";
import { featureChoices, labelChoices, originChoices, readSeed, withFeature } from "./model-choices";

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
  const all = featureChoices(VIEW, null, "churned", null);
  expect(all.map(({ name, fgName, isUsed }) => [name, fgName, isUsed])).toEqual([
    ["minutes", "usage", true],
    ["a,b", "usage", true],
  ]);
  const one = withFeature(all, "minutes", false);
  expect(one).toBe("a%2Cb");
  expect(featureChoices(VIEW, null, "churned", one).map(({ isUsed }) => isUsed)).toEqual([false, true]);
  expect(withFeature(featureChoices(VIEW, null, "churned", one), "minutes", true)).toBeNull();
});

test("the spine’s own columns can be taken in, but for keys, times and what is predicted", () => {
  const spine = {
    ...SPINE,
    columns: [...SPINE.columns, { name: "region", type: "string" as const }],
  };
  const own = spine.columns.map(({ name, type }) => ({ name, type, join: -1, column: name }));
  const view = { ...VIEW, columns: [...own, ...VIEW.columns.slice(1)] };
  const offered = (label: string) =>
    featureChoices(view, spine, label, null).map(({ name, isJoined, isUsed }) => [name, isJoined, isUsed]);
  const joined = [
    ["minutes", true, true],
    ["a,b", true, true],
  ];
  expect(offered("churned")).toContainEqual(["region", false, false]);
  expect(offered("churned").slice(0, 2)).toEqual(joined);
  expect(offered("churned").map(([name]) => name)).not.toContain("churned");
  expect(offered("churned").map(([name]) => name)).not.toContain("user_id");
  expect(offered("region").map(([name]) => name)).not.toContain("region");
  const choices = featureChoices(view, spine, "churned", null);
  expect(withFeature(choices, "region", true)).toBe("minutes,a%2Cb,region");
});

test.each([
  ["7", 7],
  [" 12 ", 12],
  ["-1", null],
  ["1.5", null],
  ["", null],
])("%j as a seed is %j", (text, seed) => expect(readSeed(text)).toBe(seed));

const made = (asked: number, cut: number, count: number, possible: number[]) => ({
  origins: { asked, cut, possible },
  splits: Array.from({ length: count }, () => ({
    ...{ trainBeforeUs: 0n, testFromUs: 0n, testLastUs: 0n, trained: 50, tested: 20 },
  })),
});

test("only numbers of origins that can be made are offered, and fewer than asked for are said to be", () => {
  expect(originChoices(10, made(10, 3, 3, [1, 2, 3]))).toEqual({
    options: [1, 2, 3],
    made: 3,
    note: "Only 3 moments are late enough to be tried: 3 of 10 origins.",
  });
  expect(originChoices(10, made(10, 10, 2, [1, 2])).note).toBe(
    "More parts would have too few rows, or one value of the label: 2 of 10 origins.",
  );
  expect(originChoices(3, made(3, 3, 3, [1, 2, 3]))).toEqual({ options: [1, 2, 3], made: 3, note: null });
});

test("before it is known what can be made, ten are offered", () => {
  expect(originChoices(4, null)).toMatchObject({ options: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], made: 4 });
  expect(originChoices(4, made(10, 3, 3, [1, 2, 3])).made).toBe(4);
});
