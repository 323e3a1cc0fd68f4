import { expect, test } from "vitest";
import { DEMO_SAMPLE } from "../scenario/samples/demo-sample";
import { PAYMENTS_GROUP } from "./imports/testing/draft-of";
import { sampleConflicts } from "./load-sample";

const stored = (definition: (typeof PAYMENTS_GROUP)["definition"]) => ({ ...PAYMENTS_GROUP, definition });

test("a sample stands beside groups of other names", () => {
  expect(sampleConflicts(DEMO_SAMPLE, { groups: [PAYMENTS_GROUP], views: [] })).toEqual([]);
});

test("a sample stands beside itself, however its definition is spelled", () => {
  const [activity] = DEMO_SAMPLE.groups;
  const same = { ttl: undefined, createdTime: null, ...activity?.definition };
  const groups = [stored(same as (typeof PAYMENTS_GROUP)["definition"])];
  expect(sampleConflicts(DEMO_SAMPLE, { groups, views: [] })).toEqual([]);
});

test("a group or a view of the sample's name and another definition is a conflict", () => {
  const groups = [stored({ ...PAYMENTS_GROUP.definition, name: "user_payments" })];
  const definition = { ...DEMO_SAMPLE.view, joins: [] };
  const views = [{ definition, columns: [], label: [], labelHorizonUs: null, rules: [] }];
  expect(sampleConflicts(DEMO_SAMPLE, { groups, views })).toEqual([
    "a group “user_payments”",
    `a view “${DEMO_SAMPLE.view.name}”`,
  ]);
});
