import fc from "fast-check";
import { expect, test } from "vitest";
import { propertyRuns } from "../../microfs/testing/property-runs";
import { seededRandom } from "../../scenario/random";
import { validateScenario } from "../../scenario/validate-scenario";
import { BELIEF_NAMES } from "../questions/beliefs";
import { type CasePlan, eventCount } from "./case-plan";
import { MISCONCEPTION_TABLE, MISCONCEPTIONS, misconceptionOf } from "./misconceptions";
import { MOST_EVENTS, type PracticeItem, practiceItem, tellsApart } from "./practice-item";
import { RECIPES } from "./recipes";
import { STORIES } from "./stories";
import { naiveAnswer } from "./testing/naive-answer";

/** Fifty seeds each; in the night fifty times as many. */
const seeds = () => fc.integer({ min: 0, max: 0x7fffffff });
const RUNS = propertyRuns(50, 14);

test.each(MISCONCEPTIONS)("%s: a small case with one right answer, and the belief's beside it", (name) => {
  fc.assert(
    fc.property(seeds(), (seed) => {
      const item = practiceItem(name, seed);
      const { asked, believed, belief, plan } = item;
      const ids = asked.options.map(({ id }) => id);
      expect(eventsIn(item)).toBe(eventCount(plan));
      expect(eventsIn(item)).toBeLessThanOrEqual(MOST_EVENTS);
      expect(ids.filter((id) => id === naiveAnswer(asked.scenario, asked.question))).toEqual([asked.right]);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toContain(believed);
      expect(believed).not.toBe(asked.right);
      // Every wrong answer says what it stands for, and this one stands for the belief.
      expect([...asked.beliefs.keys()].sort()).toEqual(ids.filter((id) => id !== asked.right).sort());
      expect(asked.beliefs.get(believed)).toBe(belief);
    }),
    RUNS,
  );
});

/** As the scenario has them, written ones too. */
function eventsIn({ asked: { scenario } }: PracticeItem): number {
  return scenario.groups.reduce(
    (sum, { rows }) => sum + (rows.kind === "inline" ? rows.rows.length : 0),
    (scenario.actions ?? []).reduce((sum, one) => sum + (one.kind === "write" ? one.rows.length : 0), 0),
  );
}

test("nothing can be left out of a case: without any of its events it tells the belief from the truth no more", () => {
  for (const name of MISCONCEPTIONS)
    fc.assert(
      fc.property(seeds(), (seed) => {
        const { plan, belief, story } = practiceItem(name, seed);
        const recipe = RECIPES[belief];
        if (recipe === undefined) throw new RangeError(belief);
        for (const fewer of withoutOne(plan))
          expect(tellsApart(fewer, recipe, belief, story, seededRandom(1))).toBeNull();
      }),
      propertyRuns(10, 14),
    );
});

/** The case without each of its events in turn; what is asked about stays. */
function withoutOne(plan: CasePlan): CasePlan[] {
  const { spine, groups, actions = [] } = plan;
  const spines = spine.slice(1).map((_, i) => ({ ...plan, spine: spine.toSpliced(i + 1, 1) }));
  const rows = groups.flatMap((group, g) =>
    group.rows.map((_, i) => ({
      ...plan,
      groups: groups.with(g, { ...group, rows: group.rows.toSpliced(i, 1) }),
    })),
  );
  const writes = actions.flatMap(({ kind }, i) =>
    kind === "write" ? [{ ...plan, actions: actions.toSpliced(i, 1) }] : [],
  );
  return [...spines, ...rows, ...writes];
}

test("the same seed makes the same question; a hundred seeds make a hundred, in all stories", () => {
  const items = Array.from({ length: 100 }, (_, seed) => practiceItem("closest", seed));
  expect(practiceItem("closest", 7).asked.scenario).toEqual(items[7]?.asked.scenario);
  expect(new Set(items.map(({ asked }) => JSON.stringify(asked.scenario))).size).toBe(100);
  expect(new Set(items.map(({ story }) => story)).size).toBe(STORIES.length);
});

test.each(MISCONCEPTIONS)(
  "%s: a valid scenario, at whole minutes, in which no two events look the same",
  (name) => {
    for (let seed = 0; seed < 10; seed++) {
      const { scenario } = practiceItem(name, seed).asked;
      expect(validateScenario(scenario)).toMatchObject({ ok: true });
      for (const { definition, rows } of scenario.groups) {
        const written = (scenario.actions ?? []).flatMap((action) =>
          action.kind === "write" && action.group === definition.name ? action.rows : [],
        );
        const all = [...(rows.kind === "inline" ? rows.rows : []), ...written];
        expect(new Set(all.map((row) => JSON.stringify(row))).size).toBe(all.length);
        for (const row of all) expect(row.at).toMatch(/^2026-\d\d-\d\d \d\d:\d\d$/);
      }
    }
  },
);

test("every belief belongs to one misconception, and for each that is practised there is a recipe", () => {
  const all = MISCONCEPTIONS.flatMap((name) => {
    const { beliefs, signs } = MISCONCEPTION_TABLE[name];
    return [...beliefs, ...signs];
  });
  expect([...all].sort()).toEqual([...BELIEF_NAMES].sort());
  for (const belief of all) expect(MISCONCEPTIONS).toContain(misconceptionOf(belief));
  for (const name of MISCONCEPTIONS)
    for (const belief of MISCONCEPTION_TABLE[name].beliefs) expect(RECIPES[belief]).toBeDefined();
});
