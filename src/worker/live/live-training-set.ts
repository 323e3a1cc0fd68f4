import type { FeatureStore } from "../../microfs";
import type { CheckedView } from "../../microfs/core";
import type { Edit } from "../../scenario/edits/edit";
import { editedRule } from "../../scenario/edits/edit-slice";
import { ChangedGroups } from "./changed-groups";
import { StoredTraining } from "./stored-training";
import { TrainingState } from "./training-state";

/** The latest state that was requested, made or being made. */
interface Request {
  edits: string;
  controller: AbortController;
  state: Promise<TrainingState>;
  made: TrainingState | null;
  /** How many wait for it and have not been aborted. */
  waiting: number;
}

/**
 * The training set of one view of one store, kept between calls. What is stored is joined once; edits of rows are
 * patched in, and an edit of a rule joins that one join anew.
 */
export class LiveTrainingSet {
  readonly #store: FeatureStore;
  readonly #viewName: string;
  readonly #groups: ChangedGroups;
  #stored: StoredTraining | null = null;
  /** The last with whole columns changed, and by which edits. */
  #changed: { base: StoredTraining; edits: string; stored: StoredTraining } | null = null;
  #latest: Request | null = null;

  /** @param groups - The store's changed groups, where several training sets share them. */
  constructor(store: FeatureStore, viewName: string, groups = new ChangedGroups(store)) {
    this.#store = store;
    this.#viewName = viewName;
    this.#groups = groups;
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
    const last = this.#latest;
    const isSame =
      last?.edits === text &&
      !last.controller.signal.aborted &&
      (last.made?.stored.isCurrent(this.#store) ?? true);
    const request = isSame ? last : this.#begin(edits, text);
    request.waiting++;
    const leave = () => {
      request.waiting--;
      if (request.waiting === 0 && request.made === null) request.controller.abort(signal?.reason);
    };
    // Not AbortSignal.any, which some browsers that we build for lack.
    signal?.addEventListener("abort", leave, { once: true });
    return request.state;
  }

  #begin(edits: readonly Edit[], text: string): Request {
    const controller = new AbortController();
    const state = this.#makeAfter(this.#latest?.state, edits, controller.signal);
    const request: Request = { edits: text, controller, state, made: null, waiting: 0 };
    this.#latest = request;
    state.then(
      (made) => {
        request.made = made;
      },
      () => {
        if (this.#latest === request) this.#latest = null;
      },
    );
    return request;
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

  async #make(given: readonly Edit[], signal: AbortSignal): Promise<TrainingState> {
    for (;;) {
      if (this.#stored?.isCurrent(this.#store) !== true)
        this.#stored = await StoredTraining.of(this.#store, this.#viewName, signal);
      const before = this.#stored;
      const edits = this.#groups.fitting(given);
      const stored = await this.#withColumns(before, edits, signal);
      const view = withRules(stored.view, edits);
      for (const [number, { rule }] of view.joins.entries()) {
        await before.make(number, before.view.joins[number]?.rule ?? rule, signal);
        await stored.make(number, rule, signal);
      }
      signal.throwIfAborted();
      // Rows may have come in while there was a pause.
      if (before.isCurrent(this.#store) && stored.isCurrent(this.#store))
        return new TrainingState(stored, view, edits, before);
    }
  }

  /** The snapshot that edits are laid over: with their changes of whole columns in it. */
  async #withColumns(
    base: StoredTraining,
    edits: readonly Edit[],
    signal: AbortSignal,
  ): Promise<StoredTraining> {
    const used = new Set([base.spine, ...base.joins].map(({ source }) => source.name));
    const own = edits.filter((edit) => edit.kind === "column" && used.has(edit.group));
    if (own.length === 0) return base;
    const text = JSON.stringify(own);
    if (this.#changed?.base !== base || this.#changed.edits !== text) {
      const change = this.#groups.under(own);
      const stored = await StoredTraining.of(this.#store, this.#viewName, signal, change, base);
      this.#changed = { base, edits: text, stored };
    }
    return this.#changed.stored;
  }
}

function withRules(view: CheckedView, edits: readonly Edit[]): CheckedView {
  const joins = view.joins.map((join, number) => ({ ...join, rule: editedRule(join.rule, number, edits) }));
  return { ...view, joins };
}
