import { expect, test } from "vitest";
import { DEFAULT_KNOBS } from "../../scenario/reaction/reaction-knobs";
import { reactionScenario } from "../../scenario/reaction/reaction-scenario";
import { WorkerApi } from "../worker-api";
import type { ScoreAnswer, ScoreQuestion } from "./score-results";

const api = new WorkerApi();
const never = new AbortController().signal;

async function ask(question: ScoreQuestion): Promise<{ answer: ScoreAnswer; told: number[] }> {
  const told: number[] = [];
  const answer = await api.score(question, ({ done }) => told.push(done), never);
  return { answer, told };
}

const SMALL = reactionScenario(1, { ...DEFAULT_KNOBS, entities: 100 });
const LARGER = reactionScenario(1, { ...DEFAULT_KNOBS, entities: 2_000 });
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
    { kind: "nulls", scenario: LARGER },
    () => stop.abort(new Error("the cell was pressed again")),
    stop.signal,
  );
  await expect(asked).rejects.toThrow("the cell was pressed again");
});

test("what cannot be learned is told as a problem", async () => {
  const { answer } = await ask({ kind: "features", scenario: SMALL, joins: [] });
  expect(answer).toEqual({ kind: "problem", problem: { kind: "no_features" } });
});

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
