import { expect, test } from "vitest";
import { CHURN_SAMPLE } from "../../scenario/samples/churn-sample";
import { OWN } from "../document";
import type { Route } from "../route/route";
import { formatUrl, START } from "../route/url";
import { compareCost, compareRow, WRONG_JOIN_SAMPLES, wrongJoinHref } from "./compare-links";

const TRAIN: Route = {
  ...START,
  stage: "train",
  view: "v",
  row: 3,
  join: 1,
  phase: "keep_latest",
  full: true,
};
const urlOf = (change: Partial<Route>, from = TRAIN) =>
  formatUrl({ route: { ...from, ...change }, dataset: OWN, edits: [] });

test("a row is compared at the cell that is looked at, all joins together", () => {
  const url = urlOf(compareRow(TRAIN, { row: 858, join: 2, column: "minutes" }));
  expect(url).toBe("/lab/compare?view=v&row=858&join=2&phase=write_cell&joins=together&column=minutes");
});

test("where Train shows the latest value, that is what the cost is asked of, and the way back leads there", () => {
  const route: Route = { ...TRAIN, rule: "latest", below: "nearest" };
  expect(compareCost(route)).toMatchObject({ show: "cost", above: "own", below: "latest" });
  expect(urlOf(compareCost(route), route)).toContain("rule=latest");
});

test("a sample’s door opens its telling row under the wrong join", () => {
  expect(wrongJoinHref(CHURN_SAMPLE)).toBe(
    "#/lab/compare?row=858&phase=write_cell&joins=together&sample=churn",
  );
});

test("a sample of four rows has no door: no model learns anything from it", () => {
  expect(WRONG_JOIN_SAMPLES).toEqual([CHURN_SAMPLE]);
});
