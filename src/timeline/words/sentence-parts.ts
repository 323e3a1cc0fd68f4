import type { CellValue } from "../../microfs/entity-slice";
import { formatNumber } from "../../ui/format-number";
import type { MarkLook } from "../step/judgement";

/** A sentence in parts, so that a verdict's glyph can stand before a count and a value can have its verdict's colour. */
export type SentencePart =
  | { kind: "text"; text: string }
  | { kind: "strong"; text: string }
  /** `text` says the number (or "the only payment"); `count` is the number it says. */
  | { kind: "count"; look: MarkLook; count: number; text: string }
  | { kind: "value"; look: MarkLook; text: string; exact: CellValue };

export const text = (words: string): SentencePart => ({ kind: "text", text: words });
export const strong = (words: string): SentencePart => ({ kind: "strong", text: words });
export const count = (look: MarkLook, number: number, words = formatNumber(number)): SentencePart => ({
  kind: "count",
  look,
  count: number,
  text: words,
});

/** The parts as one plain text: for screen readers, transcripts and tests. */
export function plainText(parts: readonly SentencePart[]): string {
  return parts.map((part) => part.text).join("");
}
