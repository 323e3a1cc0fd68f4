import type { MarkState } from "../../terms/verdicts";
import type { SentencePart } from "../words/sentence-parts";
import { verdictMarkup } from "./picture-markup";
import { element, escaped, fixed } from "./svg-element";

/** A verdict's glyph is as wide as this share of the letters' size, and stands this far from what follows. */
const GLYPH = 0.95;
const GLYPH_GAP = 0.16;
/** The box in which a glyph is drawn: 22 units across, its middle at 0. */
const GLYPH_UNITS = 22;
/** How far the middle of a glyph stands above the line of letters. */
const GLYPH_RISE = 0.37;

/** Something that is written without a break: a word, or what belongs to a glyph. */
interface Piece {
  readonly text: string;
  readonly isStrong: boolean;
  readonly tone: "chosen" | "leak" | null;
  readonly glyph: MarkState | null;
}

/** Pieces between two places at which a line may end. */
type Unit = readonly Piece[];

/**
 * A sentence as SVG text, broken into lines: SVG itself cannot break them. Needs `pictureSheet`.
 *
 * @param place - Where its first line begins, and how wide it may be; pixels.
 * @returns `height` is that of all its lines.
 */
export function sentenceMarkup(
  parts: readonly SentencePart[],
  place: { x: number; top: number; width: number; sizePx: number; linePx: number },
): { markup: string; height: number } {
  const { x, top, width, sizePx, linePx } = place;
  const lines = brokenInto(unitsOf(parts), width, sizePx);
  // Where letters stand in a line that is higher than they are.
  const baseline = (linePx + sizePx * 0.66) / 2;
  const markup = lines.map((line, i) => lineMarkup(line, x, top + i * linePx + baseline, sizePx));
  return {
    markup: element("g", { class: "said", "font-size": sizePx }, ...markup),
    height: lines.length * linePx,
  };
}

function unitsOf(parts: readonly SentencePart[]): Unit[] {
  const units: Piece[][] = [[]];
  for (const part of parts) {
    const hasGlyph = part.kind === "count" || part.kind === "value";
    const words = part.kind === "value" ? [part.text] : part.text.split(/[ \n]+/);
    for (const [i, text] of words.entries()) {
      if (i > 0) units.push([]);
      if (text === "") continue;
      const isColoured = part.kind === "value" && (part.state === "chosen" || part.state === "leak");
      units.at(-1)?.push({
        text,
        isStrong: part.kind === "strong" || part.kind === "value",
        tone: isColoured ? (part.state as "chosen" | "leak") : null,
        glyph: hasGlyph && i === 0 ? part.state : null,
      });
    }
  }
  return units.filter((unit) => unit.length > 0);
}

function brokenInto(units: readonly Unit[], width: number, sizePx: number): Unit[][] {
  const space = serifWidth(" ", sizePx, false);
  const lines: Unit[][] = [];
  let left = 0;
  for (const unit of units) {
    const wide = unit.reduce((sum, piece) => sum + pieceWidth(piece, sizePx), 0);
    const line = lines.at(-1);
    if (line === undefined || left < space + wide) {
      lines.push([unit]);
      left = width - wide;
    } else {
      line.push(unit);
      left -= space + wide;
    }
  }
  return lines;
}

function pieceWidth({ text, isStrong, glyph }: Piece, sizePx: number): number {
  return serifWidth(text, sizePx, isStrong) + (glyph === null ? 0 : (GLYPH + GLYPH_GAP) * sizePx);
}

/** One line: texts as long as nothing but letters stands in it, and glyphs between them. */
function lineMarkup(units: readonly Unit[], x: number, y: number, sizePx: number): string {
  const written: string[] = [];
  let run: { from: number; to: number; spans: string[] } = { from: x, to: x, spans: [] };
  const flush = () => {
    if (run.spans.length === 0) return;
    // Should the face be another one, a run is as long all the same: no glyph stands on letters.
    const attributes = { x: run.from, y, textLength: fixed(run.to - run.from), "xml:space": "preserve" };
    written.push(element("text", attributes, ...run.spans));
  };
  for (const [i, unit] of units.entries()) {
    for (const [j, { text, isStrong, tone, glyph }] of unit.entries()) {
      const space = i > 0 && j === 0 ? " " : "";
      if (glyph !== null) {
        flush();
        const at = run.to + serifWidth(space, sizePx, false);
        const scale = (GLYPH * sizePx) / GLYPH_UNITS;
        const middle = `translate(${fixed(at + (GLYPH * sizePx) / 2)} ${fixed(y - GLYPH_RISE * sizePx)})`;
        const shape = verdictMarkup(glyph, glyph === "chosen" ? 6 : 8, 10);
        written.push(element("g", { transform: `${middle} scale(${scale.toFixed(3)})` }, shape));
        const from = at + (GLYPH + GLYPH_GAP) * sizePx;
        run = { from, to: from, spans: [] };
      }
      const shown = glyph === null ? `${space}${text}` : text;
      const classes = [isStrong && "strong", tone].filter(Boolean).join(" ");
      run.to += serifWidth(shown, sizePx, isStrong);
      run.spans.push(classes === "" ? escaped(shown) : element("tspan", { class: classes }, escaped(shown)));
    }
  }
  flush();
  return written.join("");
}

/** How wide letters of Source Serif 4 are, in thousandths of its size, to 20: measured in a browser. */
const LETTERS: Readonly<Record<number, string>> = {
  180: "'\u202f",
  220: "‘’",
  240: " \u00a0",
  300: "!,.:;j|·",
  320: "-il",
  340: "/[\\]",
  360: "()ft{}",
  380: '"IJ',
  400: "`?",
  460: "*rs“”",
  500: "z",
  520: "0123456789#$_c–",
  540: "+<=>S^ae~×−",
  560: "gx",
  580: "Zovy",
  600: "kq",
  620: "FLPbdpuµ",
  640: "EThn",
  660: "BCY",
  690: "RVX",
  720: "&AGK",
  740: "DOQ",
  760: "NU",
  820: "H—…",
  840: "@w",
  950: "%mM",
  1000: "W→←",
};

const WIDTHS: ReadonlyMap<string, number> = new Map(
  Object.entries(LETTERS).flatMap(([width, letters]) =>
    Array.from(letters, (letter): [string, number] => [letter, Number(width) / 1000]),
  ),
);

/** What a letter of another script, or with an accent, is taken for. */
const USUAL = 0.58;
const WIDE = 1;
/** Strong letters are a little wider. */
const STRONG = 1.035;

/** How wide a text in the serif is, pixels: within a percent for Latin, and the same with and without a browser. */
export function serifWidth(text: string, sizePx: number, isStrong: boolean): number {
  let em = 0;
  for (const letter of text) em += WIDTHS.get(letter) ?? (letter.charCodeAt(0) > 0x2e7f ? WIDE : USUAL);
  return em * sizePx * (isStrong ? STRONG : 1);
}
