import { comparedView } from "../../compare/compared-view";
import type { FeatureStore } from "../../microfs";
import type { Edit } from "../../scenario/edits/edit";
import { inPieces } from "../in-pieces";
import type { TrainingState } from "../live/training-state";
import { editedGroups } from "../store-edits";
import type { CompareAnswer, CompareProgress, ViewQuestion } from "./compare-results";
import type { Compared } from "./compared";
import { ComparedCells } from "./compared-cells";
import { ConsequenceWork } from "./consequence-work";
import { smallestExample } from "./smallest-work";

/** What an answer is made with. */
export interface CompareOptions {
  readonly onProgress: (progress: CompareProgress) => void;
  readonly signal: AbortSignal;
}

/** Answers what the page asks of a comparison. What was found is kept as long as the state of the training set that it is of. */
export class CompareWork {
  readonly #store: FeatureStore;
  readonly #compared = new WeakMap<TrainingState, ComparedCells>();
  readonly #consequence = new ConsequenceWork();

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
    question: ViewQuestion,
    options: CompareOptions,
  ): Promise<CompareAnswer> {
    const { signal } = options;
    const cells = this.#cellsOf(state, edits);
    const { data } = cells.compared;
    switch (question.kind) {
      case "summary":
        return { kind: "summary", ...(await inPieces(cells.summary(), signal)) };
      case "behind":
        return { kind: "behind", ...(await inPieces(cells.behind(question.behind, question), signal)) };
      case "differences": {
        const { above, below } = question;
        return {
          kind: "differences",
          ...(await inPieces(cells.differences(above, below, question), signal)),
        };
      }
      case "rows":
        return { kind: "rows", ...(await inPieces(cells.rows(question.variant, question), signal)) };
      case "next":
        return { kind: "next", trainingRow: await inPieces(cells.next(question), signal) };
      case "consequence": {
        const result = await this.#consequence.answer(state, data, question.request, options);
        return { kind: "consequence", result };
      }
      case "smallest": {
        const example = await inPieces(
          smallestExample(data, cells.compared.idsOf(data.spine.name), question),
          signal,
        );
        return { kind: "smallest", example };
      }
    }
  }

  #cellsOf(state: TrainingState, edits: readonly Edit[]): ComparedCells {
    const known = this.#compared.get(state);
    if (known !== undefined) return known;
    const groupNamed = editedGroups(this.#store, edits);
    const compared: Compared = {
      data: comparedView(state.view, (name) => groupNamed(name).group),
      idsOf: (name) => groupNamed(name).ids,
    };
    const cells = new ComparedCells(compared);
    this.#compared.set(state, cells);
    return cells;
  }
}
