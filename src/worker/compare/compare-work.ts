import { type ComparedView, comparedView } from "../../compare/compared-view";
import type { FeatureStore } from "../../microfs";
import type { Edit } from "../../scenario/edits/edit";
import { inPieces } from "../in-pieces";
import type { TrainingState } from "../live/training-state";
import { editedGroups } from "../store-edits";
import type { CompareAnswer, CompareProgress, CompareQuestion } from "./compare-results";
import { smallestExample } from "./smallest-work";

/** What is compared, and what its rows are known by. */
export interface Compared {
  readonly data: ComparedView;
  /** By a group's name: the numbers that its rows are known by. */
  readonly idsOf: (name: string) => Int32Array;
}

/** What an answer is made with. */
export interface CompareOptions {
  readonly onProgress: (progress: CompareProgress) => void;
  readonly signal: AbortSignal;
}

/** Answers what the page asks of a comparison. What was found is kept as long as the state of the training set that it is of. */
export class CompareWork {
  readonly #store: FeatureStore;
  readonly #compared = new WeakMap<TrainingState, Compared>();

  constructor(store: FeatureStore) {
    this.#store = store;
  }

  /**
   * Answers a question about a training set as edits leave it, with pauses in which a cancel arrives.
   *
   * @param state - What the live training set made of these very edits, just now.
   */
  async answer(
    state: TrainingState,
    edits: readonly Edit[],
    question: CompareQuestion,
    options: CompareOptions,
  ): Promise<CompareAnswer> {
    const compared = this.#comparedOf(state, edits);
    if (question.kind === "smallest")
      return {
        kind: "smallest",
        example: await inPieces(smallestExample(compared, question), options.signal),
      };
    throw new RangeError(`nothing answers ${question.kind}`);
  }

  #comparedOf(state: TrainingState, edits: readonly Edit[]): Compared {
    const known = this.#compared.get(state);
    if (known !== undefined) return known;
    const groupNamed = editedGroups(this.#store, edits);
    const compared: Compared = {
      data: comparedView(state.view, (name) => groupNamed(name).group),
      idsOf: (name) => groupNamed(name).ids,
    };
    this.#compared.set(state, compared);
    return compared;
  }
}
