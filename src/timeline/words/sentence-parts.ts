import type { CellValue } from "../../microfs/core";
import type { MarkState } from "../../terms/verdicts";
import { formatNumber } from "../../ui/format-number";

/** A sentence in parts, so that a verdict's glyph can stand before a count and a value can have its verdict's colour. */
export type SentencePart =
  | { kind: "text"; text: string }
  | { kind: "strong"; text: string }
  /** `text` says the number (or "the only payment"); `count` is the number it says. */
  | { kind: "count"; state: MarkState; count: number; text: string }
  | { kind: "value"; state: MarkState; text: string; exact: CellValue };

export const text = (words: string): SentencePart => ({ kind: "text", text: words });
export const strong = (words: string): SentencePart => ({ kind: "strong", text: words });
export const count = (state: MarkState, number: number, words = formatNumber(number)): SentencePart => ({
  kind: "count",
  state,
  count: number,
  text: words,
});

/** The parts as one plain text: for screen readers, transcripts and tests. */
export function plainText(parts: readonly SentencePart[]): string {
  return parts.map((part) => part.text).join("");
}

/** One after another, as a sentence lists them: `a, b and c`. */
export function inWords(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
