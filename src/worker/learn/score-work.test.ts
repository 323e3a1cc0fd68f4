import { beforeAll, describe, expect, test } from "vitest";
import type { LessonName } from "../../learn/lesson-names";
import { lessonScenario } from "../../learn/questions/ask";
import { EVERY_LESSON } from "../../learn/testing/every-lesson";
import { DEFAULT_KNOBS } from "../../scenario/reaction/reaction-knobs";
import { reactionScenario } from "../../scenario/reaction/reaction-scenario";
import type { Scenario } from "../../scenario/scenario";
import { WorkerApi } from "../worker-api";
import type { ScoreAnswer, ScoreQuestion } from "./score-results";

const api = new WorkerApi();
const never = new AbortController().signal;

async function ask(question: ScoreQuestion): Promise<{ answer: ScoreAnswer; told: number[] }> {
  const told: number[] = [];
  const answer = await api.score(question, ({ done }) => told.push(done), never);
  return { answer, told };
}

async function tables(question: ScoreQuestion) {
  const { answer } = await ask(question);
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

const SMALL = reactionScenario(1, { ...DEFAULT_KNOBS, entities: 100 });
const QUESTION: ScoreQuestion = { kind: "joins", scenario: SMALL, variants: ["own", "latest"] };

test("the same question has the same answer, and that can cross to the page", async () => {
  const [one, again] = [await ask(QUESTION), await ask(QUESTION)];
  expect(again).toEqual(one);
  expect(structuredClone(one.answer)).toEqual(one.answer);
  expect(one.told.length).toBeGreaterThan(5);
  expect(one.told).toEqual([...new Set(one.told)].toSorted((a, b) => a - b));
});

test("a question that nobody waits for any more stops", async () => {
  const stop = new AbortController();
  const asked = api.score(
    { kind: "nulls", scenario: manyOf("nothing") },
    () => stop.abort(new Error("the cell was pressed again")),
    stop.signal,
  );
  await expect(asked).rejects.toThrow("the cell was pressed again");
});

test("what cannot be learned is told as a problem", async () => {
  const { answer } = await ask({ kind: "features", scenario: SMALL, joins: [] });
  expect(answer).toEqual({ kind: "problem", problem: { kind: "no_features" } });
});

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

  test("splits are tried on data of each seed without what leaks, and once with it", async () => {
    const scenario = {
      ...SMALL,
      view: {
        ...SMALL.view,
        joins: SMALL.view.joins.map((join) =>
          join.fgName === "orders" ? { ...join, direction: "latest" as const } : join,
        ),
      },
    };
    const { answer } = await ask({ kind: "splits", scenario, seeds: [1, 2] });
    if (answer.kind !== "splits") throw new TypeError(`splits were asked for: ${answer.kind}`);
    expect(answer.scores.map(({ seed, hasLeaks }) => [seed, hasLeaks])).toEqual([
      [1, false],
      [2, false],
      [1, true],
    ]);
    for (const { byTime, production, atRandom, hasLeaks } of answer.scores) {
      expect(byTime.value > production.value).toBe(hasLeaks);
      expect(atRandom.low).toBeLessThanOrEqual(atRandom.mean);
      expect(atRandom.mean).toBeLessThanOrEqual(atRandom.high);
    }
  });
});
