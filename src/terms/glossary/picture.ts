import type { MarkState } from "../verdicts";

/** What the small picture of a term is drawn on, pixels. */
export const TERM_PICTURE_SIZE = { width: 112, height: 36 } as const;

/** How a word in a picture is written. */
export type WordTone = "muted" | "chosen" | "leak" | "struck";

/** One part of a small picture, cut out of a timeline or of a table: the places are pixels of {@link TERM_PICTURE_SIZE}. */
export type PicturePart =
  /** The line of a lane; by default in the middle, and all across. */
  | { readonly kind: "lane"; readonly y?: number; readonly to?: number }
  | { readonly kind: "mark"; readonly state: MarkState; readonly x: number; readonly y?: number }
  /** From when a row happened to when it became known. */
  | {
      readonly kind: "tail";
      readonly state: MarkState;
      readonly from: number;
      readonly to: number;
      readonly y?: number;
    }
  | { readonly kind: "as_of"; readonly x: number }
  /** All that lies after. */
  | { readonly kind: "future"; readonly from: number }
  | { readonly kind: "ttl"; readonly from: number; readonly to: number }
  | { readonly kind: "delay"; readonly from: number; readonly to: number }
  /** From a mark to the line. */
  | {
      readonly kind: "arc";
      readonly from: number;
      readonly to: number;
      readonly leaks?: boolean;
      readonly y?: number;
    }
  /** Until when a label is not known. */
  | { readonly kind: "bracket"; readonly from: number; readonly to: number; readonly y: number }
  | { readonly kind: "spine_row"; readonly x: number; readonly y?: number }
  | { readonly kind: "pile"; readonly x: number }
  | { readonly kind: "bars" }
  | { readonly kind: "others" }
  | { readonly kind: "fold"; readonly from: number; readonly to: number; readonly text: string }
  /** Where a mark stood before it was moved. */
  | { readonly kind: "origin"; readonly from: number; readonly to: number }
  /** A measured distance, with a stroke at both ends. */
  | { readonly kind: "span"; readonly from: number; readonly to: number; readonly y: number }
  | { readonly kind: "arrow"; readonly from: number; readonly to: number; readonly y?: number }
  | {
      readonly kind: "cell";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly text: string;
      readonly tone?: WordTone;
    }
  | {
      readonly kind: "word";
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly tone?: WordTone;
    };

/** From back to front. */
export type TermPicture = readonly PicturePart[];

/** Where the line stands, unless a picture needs it elsewhere. */
export const LINE_X = 76;

export const lane: PicturePart = { kind: "lane" };
export const asOf: PicturePart = { kind: "as_of", x: LINE_X };
export const future: PicturePart = { kind: "future", from: LINE_X };

export function mark(state: MarkState, x: number, y?: number): PicturePart {
  return y === undefined ? { kind: "mark", state, x } : { kind: "mark", state, x, y };
}

export function cell(x: number, y: number, width: number, text: string, tone?: WordTone): PicturePart {
  return tone === undefined ? { kind: "cell", x, y, width, text } : { kind: "cell", x, y, width, text, tone };
}

export function word(x: number, y: number, text: string, tone?: WordTone): PicturePart {
  return tone === undefined ? { kind: "word", x, y, text } : { kind: "word", x, y, text, tone };
}
