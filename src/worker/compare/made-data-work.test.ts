import { expect, test } from "vitest";
import { DEFAULT_KNOBS } from "../../scenario/reaction/reaction-knobs";
import { answerCurve } from "./made-data-work";

const QUESTION = { kind: "curve", seed: 1, knobs: { ...DEFAULT_KNOBS, entities: 100 } } as const;

test("a curve says how far it is", async () => {
  const told: number[] = [];
  const { signal } = new AbortController();
  const answer = await answerCurve(QUESTION, { onProgress: ({ done }) => told.push(done), signal });
  expect(answer.kind === "curve" && answer.points.length).toBe(7);
  expect(told.length).toBeGreaterThan(7);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
});

test("a curve that nobody waits for any more stops", async () => {
  const stop = new AbortController();
  const onProgress = () => stop.abort(new Error("another knob was turned"));
  await expect(answerCurve(QUESTION, { onProgress, signal: stop.signal })).rejects.toThrow(
    "another knob was turned",
  );
});
