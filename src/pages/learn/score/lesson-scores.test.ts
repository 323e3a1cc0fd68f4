import { beforeAll, describe, expect, test } from "vitest";
import type { LessonName } from "../../../learn/lesson-names";
import { lessonScenario } from "../../../learn/questions/ask";
import { EVERY_LESSON } from "../../../learn/testing/every-lesson";
import type { Scenario } from "../../../scenario/scenario";
import type { ScoreAnswer, ScoreQuestion } from "../../../worker/learn/score-results";
import { WorkerApi } from "../../../worker/worker-api";

// What the lessons are built upon: where one of these is no longer so, its text must be told anew.

async function tables(question: ScoreQuestion) {
  const answer = await new WorkerApi().score(question, () => undefined, new AbortController().signal);
  if (answer.kind !== "tables") throw new TypeError(`tables were asked for: ${answer.kind}`);
  return answer;
}

function manyOf(name: LessonName): Scenario {
  const lesson = EVERY_LESSON.find((one) => one.name === name)?.lesson;
  if (lesson === undefined) throw new RangeError(`there must be a lesson ${name}`);
  return lessonScenario(lesson, "many");
}

function withSeed(scenario: Scenario, seed: number): Scenario {
  const groups = scenario.groups.map((group) =>
    group.rows.kind === "generated" ? { ...group, rows: { ...group.rows, seed } } : group,
  );
  return { ...scenario, groups };
}

test.each([7, 1, 2])(
  "lesson 1, data of seed %i: every tempting join promises more than it keeps, the honest one keeps it",
  async (seed) => {
    const scenario = withSeed(manyOf("tempting-join"), seed);
    const variants = ["own", "nearest", "forward", "latest"] as const;
    const { scores } = await tables({ kind: "joins", scenario, variants });
    expect(scores.map(({ name }) => name)).toEqual(variants);
    const [own, ...tempting] = scores;
    expect(own?.gap).toEqual({ value: 0, low: 0, high: 0 });
    for (const { gap, overFirst } of tempting) {
      expect(gap.low).toBeGreaterThan(0.1);
      expect(overFirst?.offline.low).toBeGreaterThan(0.1);
      expect(overFirst?.production.value).toBeLessThan(0);
    }
  },
  60_000,
);

describe("lesson 5", () => {
  let answer: Extract<ScoreAnswer, { kind: "tables" }>;
  beforeAll(async () => {
    answer = await tables({ kind: "nulls", scenario: manyOf("nothing") });
  }, 60_000);
  const scoreOf = (name: string) => answer.scores.find((score) => score.name === name);

  test("many cells are empty", () => {
    expect(answer.empty.cells / answer.empty.of).toBeGreaterThan(0.2);
    expect(answer.empty.of).toBe(4 * answer.rows);
  });

  test("left empty, it keeps what it promises", () => {
    expect(scoreOf("leave")?.gap).toEqual({ value: 0, low: 0, high: 0 });
  });

  test("filled with the next value, it promises more and keeps less", () => {
    const score = scoreOf("fill_next");
    expect(score?.gap.low).toBeGreaterThan(0.05);
    expect(score?.overFirst?.production.high).toBeLessThan(0);
  });

  test("with rows dropped there are fewer to learn from", () => {
    expect(scoreOf("drop_rows")?.rows).toBeLessThan(answer.rows / 2);
    expect(scoreOf("leave")?.rows).toBe(answer.rows);
  });
});

describe("lesson 8", () => {
  test("the gap goes with the feature that leaks, and with no other", async () => {
    const scenario = manyOf("time-split");
    const all = [0, 1, 2, 3];
    for (const out of [null, ...all]) {
      const joins = all.filter((join) => join !== out);
      const { scores } = await tables({ kind: "features", scenario, joins });
      const [own] = scores;
      if (out === 0) expect(own?.gap).toEqual({ value: 0, low: 0, high: 0 });
      else expect(own?.gap.low).toBeGreaterThan(0.05);
    }
  }, 60_000);
});
