import type { ComparedView } from "../../compare/compared-view";
import { consequence } from "../../compare/model/consequence";
import type { Consequence, ModelProblem, ModelRequest } from "../../compare/model/model-results";
import { variantsOf } from "../../compare/variant";
import { inPieces } from "../in-pieces";
import type { TrainingState } from "../live/training-state";
import type { CompareProgress } from "./compare-results";

/** Answers that are kept of one state: somebody who goes back and forth between two labels or seeds need not wait. */
const MOST_KEPT = 6;

/** Trains the models of a comparison. The last few answers are kept as long as the state of the training set that they are of. */
export class ConsequenceWork {
  readonly #kept = new WeakMap<TrainingState, Map<string, Consequence | ModelProblem>>();

  /**
   * What each variant of a view does to a model, with pauses in which a cancel arrives.
   *
   * @param state - What the answer is of. @param data - The same with its columns.
   */
  async answer(
    state: TrainingState,
    data: ComparedView,
    request: ModelRequest,
    { onProgress, signal }: { onProgress: (progress: CompareProgress) => void; signal: AbortSignal },
  ): Promise<Consequence | ModelProblem> {
    const kept = this.#kept.get(state) ?? new Map<string, Consequence | ModelProblem>();
    this.#kept.set(state, kept);
    const key = JSON.stringify(request);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const variants = variantsOf(data.view.joins.map(({ rule }) => rule));
    const result = await inPieces(telling(consequence(data, variants, request), onProgress), signal);
    kept.set(key, result);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return result;
  }
}

/** The same work, which tells how far it is: at each variant and each hundredth, since every telling crosses to the page. */
function* telling<T>(
  work: Generator<Readonly<CompareProgress>, T>,
  onProgress: (progress: CompareProgress) => void,
): Generator<void, T> {
  let told = "";
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    const { done, total, variant } = step.value;
    const now = `${variant} ${Math.floor((100 * done) / total)}`;
    if (now !== told) onProgress({ done, total, variant });
    told = now;
    yield;
  }
}
