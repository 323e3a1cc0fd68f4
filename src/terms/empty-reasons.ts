import type { ReasonName } from "../microfs/core";
import { REASON_TERMS } from "./reasons";
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

/** Every reason: the word that Train has for it, and what is said of cells. */
export const EMPTY_REASON_TERMS: Readonly<Record<EmptyReasonName, EmptyReasonTerm>> = {
  no_entity: {
    word: REASON_TERMS.no_entity.word,
    glyph: null,
    clause: ["finds no such entity", "find no such entity"],
  },
  not_yet_known: {
    word: REASON_TERMS.not_yet_known.word,
    glyph: "not_yet_known",
    clause: ["is not yet known", "are not yet known"],
  },
  expired: {
    word: REASON_TERMS.expired.word,
    glyph: "expired",
    clause: ["is expired", "are expired"],
  },
  future_only: {
    word: REASON_TERMS.future_only.word,
    glyph: "future",
    clause: ["has future rows only", "have future rows only"],
  },
  wrong_side: {
    word: REASON_TERMS.wrong_side.word,
    glyph: "wrong_side",
    clause: ["has rows on the wrong side only", "have rows on the wrong side only"],
  },
  exact_match: {
    word: "at the very moment",
    glyph: "future",
    clause: ["has a row at the very moment", "have a row at the very moment"],
  },
  null_key: {
    word: REASON_TERMS.null_key.word,
    glyph: null,
    clause: ["has a null key", "have a null key"],
  },
  null_value: {
    word: "value itself null",
    glyph: "chosen",
    clause: ["is null itself", "are null themselves"],
  },
};
