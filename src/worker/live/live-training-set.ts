import type { FeatureStore } from "../../microfs";
import type { CheckedView } from "../../microfs/feature-view";
import type { Edit } from "../../scenario/edits/edit";
import { editedRule } from "../../scenario/edits/edit-slice";
import { StoredTraining } from "./stored-training";
import { TrainingState } from "./training-state";

/** What was asked for last, made or being made. */
interface Asked {
  edits: string;
  controller: AbortController;
  state: Promise<TrainingState>;
  made: TrainingState | null;
  /** How many wait for it and have not been aborted. */
  waiting: number;
}

/**
 * The training set of one view of one store, kept between questions. What is stored is joined once; edits of rows are
 * patched in, and an edit of a rule joins that one join anew.
 */
export class LiveTrainingSet {
  readonly #store: FeatureStore;
  readonly #viewName: string;
  #stored: StoredTraining | null = null;
  #asked: Asked | null = null;

  constructor(store: FeatureStore, viewName: string) {
    this.#store = store;
    this.#viewName = viewName;
  }

  /**
   * The training set as edits leave it. The same edits of the same data cost nothing again. Several may wait for one
   * state: it is given up once all of them are aborted, and until then one with other edits is not begun.
   *
   * @throws NameError `feature_view_not_found`; an `AbortError` where it is aborted.
   */
  state(edits: readonly Edit[], signal?: AbortSignal): Promise<TrainingState> {
    signal?.throwIfAborted();
    const text = JSON.stringify(edits);
    const last = this.#asked;
    const isSame =
      last?.edits === text &&
      !last.controller.signal.aborted &&
      (last.made?.stored.isCurrent(this.#store) ?? true);
    const asked = isSame ? last : this.#ask(edits, text);
    asked.waiting++;
    const leave = () => {
      asked.waiting--;
      if (asked.waiting === 0 && asked.made === null) asked.controller.abort(signal?.reason);
    };
    // Not AbortSignal.any, which some browsers that we build for lack.
    signal?.addEventListener("abort", leave, { once: true });
    return asked.state;
  }

  #ask(edits: readonly Edit[], text: string): Asked {
    const controller = new AbortController();
    const state = this.#makeAfter(this.#asked?.state, edits, controller.signal);
    const asked: Asked = { edits: text, controller, state, made: null, waiting: 0 };
    this.#asked = asked;
    state.then(
      (made) => {
        asked.made = made;
      },
      () => {
        if (this.#asked === asked) this.#asked = null;
      },
    );
    return asked;
  }

  async #makeAfter(
    before: Promise<TrainingState> | undefined,
    edits: readonly Edit[],
    signal: AbortSignal,
  ): Promise<TrainingState> {
    // What became of it is for those who wait for it.
    await before?.catch(() => null);
    signal.throwIfAborted();
    return this.#make(edits, signal);
  }

  async #make(edits: readonly Edit[], signal: AbortSignal): Promise<TrainingState> {
    for (;;) {
      if (this.#stored?.isCurrent(this.#store) !== true)
        this.#stored = await StoredTraining.of(this.#store, this.#viewName, signal);
      const stored = this.#stored;
      const view = withRules(stored.view, edits);
      for (const [number, { rule }] of view.joins.entries()) {
        await stored.make(number, stored.view.joins[number]?.rule ?? rule, signal);
        await stored.make(number, rule, signal);
      }
      signal.throwIfAborted();
      // Rows may have come in while there was a pause.
      if (stored.isCurrent(this.#store)) return new TrainingState(stored, view, edits);
    }
  }
}

function withRules(view: CheckedView, edits: readonly Edit[]): CheckedView {
  const joins = view.joins.map((join, number) => ({ ...join, rule: editedRule(join.rule, number, edits) }));
  return { ...view, joins };
}
