import type { Box } from "../geometry/place-labels";
import type { MarkLook } from "../step/judgement";
import type { MomentStyle } from "../words/format-moment";

/** What a row of a crowd looks like: rows to predict for are never judged. */
export type CrowdLook = MarkLook | "to_predict";

/** Rows that are too many to be marks. Exact: every row of the window is in one tick (or a mark), or counted in one bar. */
export interface CrowdPicture {
  readonly kind: "ticks" | "bars";
  /** From left to right. */
  readonly items: readonly CrowdItem[];
  /** How many rows, and how they are drawn. */
  readonly words: string;
  /** The same in as few words as say it. */
  readonly shortWords: string;
  readonly style: MomentStyle;
}

/** A tick, which is one row, or a bar, which counts all rows of its stretch. Pixels. */
export interface CrowdItem extends Box {
  /** The times of its first and its last row. */
  readonly fromUs: number;
  readonly toUs: number;
  readonly count: number;
  /** From the bottom up. */
  readonly parts: readonly CrowdPart[];
}

export interface CrowdPart {
  readonly look: CrowdLook;
  readonly count: number;
  readonly top: number;
  readonly bottom: number;
}
