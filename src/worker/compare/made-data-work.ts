import { reactionCurve } from "../../compare/reaction-curve";
import { inPieces } from "../in-pieces";
import type { CompareAnswer, CurveQuestion } from "./compare-results";
import type { CompareOptions } from "./compare-work";

/** The curve of some knobs, in pieces: of data that is made for it, and stored nowhere. */
export async function answerCurve(
  { seed, knobs }: CurveQuestion,
  { onProgress, signal }: CompareOptions,
): Promise<CompareAnswer> {
  const points = await inPieces(told(reactionCurve(seed, knobs), onProgress), signal);
  return { kind: "curve", points };
}

/** The same work, which says how far it is. */
function* told<Result>(
  work: Generator<{ done: number; total: number }, Result>,
  onProgress: CompareOptions["onProgress"],
): Generator<void, Result> {
  let lastDone = -1;
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return step.value;
    const { done, total } = step.value;
    // A message a step would take longer than the step.
    if (done - lastDone >= 0.1) {
      onProgress({ done, total, variant: null });
      lastDone = done;
    }
    yield;
  }
}
