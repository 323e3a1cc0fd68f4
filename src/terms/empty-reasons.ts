import type { ReasonName } from "../microfs/core";
import type { MarkState } from "./verdicts";

/** Why a cell of a training table is empty: a join's own reason, or one of two that it does not tell apart. */
export type EmptyReasonName = Exclude<ReasonName, "chosen"> | "exact_match" | "null_value";

export interface EmptyReasonTerm {
  readonly word: string;
  /** The verdict of the row that came nearest; `null` where there is none. */
  readonly glyph: MarkState | null;
  /** After a number of cells: one, and several. */
  readonly clause: readonly [one: string, many: string];
}

/** Every reason: what it is called where empty cells are counted, and what is said of them. */
export const EMPTY_REASON_TERMS: Readonly<Record<EmptyReasonName, EmptyReasonTerm>> = {
  no_entity: { word: "no such key", glyph: null, clause: ["has no such key", "have no such key"] },
  not_yet_known: {
    word: "not known yet",
    glyph: "not_yet_known",
    clause: ["is not known yet", "are not known yet"],
  },
  expired: { word: "too old", glyph: "expired", clause: ["is too old", "are too old"] },
  future_only: {
    word: "before the first row",
    glyph: "future",
    clause: ["lies before the first row", "lie before the first row"],
  },
  wrong_side: {
    word: "wrong side",
    glyph: "wrong_side",
    clause: ["has rows on the wrong side alone", "have rows on the wrong side alone"],
  },
  exact_match: {
    word: "at the very moment",
    glyph: "future",
    clause: ["has a row at the very moment", "have a row at the very moment"],
  },
  null_key: { word: "null key", glyph: null, clause: ["has a null key", "have a null key"] },
  null_value: {
    word: "value itself null",
    glyph: "chosen",
    clause: ["is null itself", "are null themselves"],
  },
};
