import { expect, test } from "vitest";
import { planScenario } from "../../learn/practice/case-plan";
import { STORIES } from "../../learn/practice/stories";
import { seededRandom } from "../../scenario/random";
import { scenarioSlice } from "../../scenario/scenario-slice";
import { actionWords, axisMomentNames, rowNames } from "./action-words";

/** One reading three steps before the look-up, and one two steps after that one. */
function storesOf(name: string) {
  const story = STORIES.find((one) => one.name === name);
  if (story === undefined) throw new Error(`there is no story ${name}`);
  const plan = { spine: [0], groups: [{ rows: [{ at: -3 }] }] } as const;
  const actions = [{ kind: "write", rows: [{ at: -1 }] }] as const;
  const scenario = planScenario({ ...plan, actions }, story, seededRandom(2));
  const slice = scenarioSlice(scenario, 0);
  const eventTime = slice.joins[0]?.eventTime ?? "";
  return { slice, words: (scenario.actions ?? []).map((action) => actionWords(action, slice, eventTime)) };
}

const DAY = /^\d+ [A-Z][a-z]{2}$/;
const MOMENT = "\\d+ [A-Z][a-z]{2} \\d\\d:\\d\\d";

test("where rows lie days apart, their days are told, and the one of the look-up", () => {
  const { slice, words } = storesOf("bakery");
  expect(words[0]).toMatch(new RegExp(`^${MOMENT} · \\d+ arrives late$`));
  expect(words[1]).toMatch(new RegExp(`^Look up, at ${MOMENT}$`));
  const times = [...(slice.joins[0]?.eventTimesUs ?? [])];
  for (const us of times) expect(rowNames(slice)(us)).toMatch(new RegExp(`^${MOMENT} · `));
  // Each is of the same time of day: over a lane that is not repeated.
  const names = times.map(axisMomentNames(slice));
  for (const name of names) expect(name).toMatch(DAY);
  expect(new Set(names).size).toBe(2);
});

test("where all lies in one day, the time of day is enough", () => {
  const { slice, words } = storesOf("scooters");
  expect(words[0]).toMatch(/^\d\d:\d\d · \d+ arrives late$/);
  expect(words[1]).toMatch(/^Look up, at \d\d:\d\d$/);
  for (const us of slice.joins[0]?.eventTimesUs ?? [])
    expect(axisMomentNames(slice)(us)).toMatch(/^\d\d:\d\d$/);
});
