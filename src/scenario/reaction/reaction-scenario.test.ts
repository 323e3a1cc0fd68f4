import { expect, test } from "vitest";
import { generatedColumns } from "../generators";
import { pack } from "../pack";
import { readPackedScenario } from "../read-packed";
import { columnOf } from "../testing/column-of";
import { DEFAULT_KNOBS, type ReactionKnobs } from "./reaction-knobs";
import { reactionScenario } from "./reaction-scenario";

const KNOBS: ReactionKnobs = { reaction: 0.35, delayDays: 5, late: 0.2, entities: 50, noise: 0.5 };

test("a link carries knobs and seed, not the rows, and is read as it was written", () => {
  const scenario = reactionScenario(3, KNOBS);
  const packed = pack(scenario);
  expect(packed.length).toBeLessThan(1_500);
  expect(readPackedScenario(packed)).toEqual({ ok: true, scenario });
  expect(scenario.groups.map(({ rows }) => rows)).toEqual(
    scenario.groups.map(() => ({ kind: "generated", generator: "reaction", seed: 3, knobs: KNOBS })),
  );
});

test("it opens at somebody who leaves", () => {
  const { start } = reactionScenario(3, KNOBS);
  const { values } = columnOf(generatedColumns("reaction", 3, "predictions", KNOBS), "left", "bool");
  expect(values[start?.row ?? -1]).toBe(1);
});

test("other knobs are other data, also right after each other", () => {
  const rowsOf = (knobs?: ReactionKnobs) => generatedColumns("reaction", 1, "predictions", knobs).numRows;
  expect(rowsOf({ ...KNOBS, entities: 50 })).toBeLessThan(rowsOf({ ...KNOBS, entities: 100 }));
  expect(rowsOf()).toBe(rowsOf(DEFAULT_KNOBS));
});

test.each<[string, unknown, string]>([
  ["knobs.reaction", { ...KNOBS, reaction: 1.5 }, "is 1.5, where a number from 0 to 1 is needed."],
  [
    "knobs.entities",
    { ...KNOBS, entities: 1e9 },
    "is 1000000000, where a whole number from 50 to 2000 is needed.",
  ],
  ["knobs.late", { reaction: 1 }, "is missing, where a number from 0 to 1 is needed."],
])("a scenario whose %s makes no sense is refused", (path, knobs, words) => {
  const scenario = reactionScenario(1, KNOBS);
  const groups = scenario.groups.map((group) => ({ ...group, rows: { ...group.rows, knobs } }));
  const read = readPackedScenario(pack({ ...scenario, groups }));
  expect(read.ok ? [] : read.problems.join(" ")).toContain(`groups[0].rows.${path} ${words}`);
});

test("a generator that has no knobs is given none", () => {
  const scenario = reactionScenario(1, KNOBS);
  const groups = scenario.groups.map((group) => ({ ...group, rows: { ...group.rows, generator: "churn" } }));
  const read = readPackedScenario(pack({ ...scenario, groups }));
  expect(read.ok ? "" : read.problems.join(" ")).toContain(
    'groups[0].rows.knobs is there, and "churn" has none.',
  );
});
