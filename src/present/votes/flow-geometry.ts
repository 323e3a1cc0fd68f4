import type { Letter } from "../answers";
import type { Flow, FlowBand } from "./flow";

/** The picture of a flow is drawn in units: at 1280×720 a unit is a pixel. */
export const FLOW_SIZE = { width: 592, height: 456 } as const;
/** What stands above the columns: their names. */
const TOP = 44;
/** Where columns stand, how wide their bars are, and how far from them words are. */
const COLUMN = { first: 234, second: 458, secondOfShares: 412, width: 14, labelGap: 14 } as const;
const LEAST_GAP = 12;
const BAND_TEXT = { lineHeight: 24, inset: 20, letterWidth: 9.5 } as const;

/** One answer in a column. */
export interface FlowNode {
  readonly letter: Letter;
  readonly size: number;
  /** The middle of the bar, and of what is said of it. */
  readonly middle: number;
  readonly barHeight: number;
  /** What its words have, which no others reach into. */
  readonly labelHeight: number;
}

/** A band between the columns. */
export interface FlowRibbon extends FlowBand {
  readonly from: Letter;
  readonly to: Letter;
  /** An SVG path. */
  readonly path: string;
  readonly thickness: number;
  /** What is said inside of it, and where its middle stands; `null` where that is not known, or does not fit. */
  readonly label: { readonly text: string; readonly x: number; readonly y: number } | null;
}

export interface FlowPicture {
  /** Where the two columns of bars begin. Before and behind them stands what is said of them. */
  readonly columns: Readonly<Record<"first" | "second" | "width" | "labelGap", number>>;
  readonly first: readonly FlowNode[];
  readonly second: readonly FlowNode[];
  readonly ribbons: readonly FlowRibbon[];
}

/** An answer as it is written beside the first column: its words may need two lines. */
interface Written {
  readonly letter: Letter;
  readonly words: string;
}

const TEXT = {
  lineHeight: 29,
  letterWidth: 12.5,
  smallLineHeight: 25,
  numberWidth: 14,
  mostLines: 2,
  margin: 4,
  largeNumber: { width: 25, height: 53 },
};

/** How high the words beside a bar are, in units. How much is right, and a share, stands under them. */
function labelHeight(held: number | null, isRight: boolean, words: string | null): number {
  const digits = held === null ? 0 : String(held).length;
  const number = digits * (isRight ? TEXT.largeNumber.width : TEXT.numberWidth);
  const room = COLUMN.first - COLUMN.labelGap - number - COLUMN.labelGap;
  const lines =
    words === null ? 1 : Math.min(TEXT.mostLines, Math.ceil(((2 + words.length) * TEXT.letterWidth) / room));
  const line = Math.max(lines * TEXT.lineHeight, held !== null && isRight ? TEXT.largeNumber.height : 0);
  return line + (held === null || isRight ? TEXT.smallLineHeight : 0) + TEXT.margin;
}

/** A share needs more room for its words than a number. */
function columnsOf({ second }: Flow): FlowPicture["columns"] {
  const { first, width, labelGap } = COLUMN;
  return { first, second: second.counts === null ? COLUMN.secondOfShares : COLUMN.second, width, labelGap };
}

/**
 * Places the bars, bands and words of a flow. Each bar has at least the height of its words, so that no words overlap
 * whatever the counts are; one hand is equally high in both columns.
 *
 * @param right - The letter of the right answer: what goes to it, where it is known, is named. `null` while the class is not
 *   told which one that is: then no answer has more room than another, and all that moved is named.
 */
export function flowPicture(flow: Flow, answers: readonly Written[], right: Letter | null): FlowPicture {
  const room = FLOW_SIZE.height - TOP;
  const nodes = [flow.first, flow.second].map((tally, column) =>
    answers.map(({ letter, words }) => ({
      letter,
      size: (flow.unit === "shares" ? null : tally.counts?.[letter]) ?? tally.shares[letter],
      labelHeight: labelHeight(tally.counts?.[letter] ?? null, letter === right, column === 0 ? words : null),
    })),
  );
  const scale = Math.min(...nodes.map((column) => scaleThatFills(column, room)));
  const [first = [], second = []] = nodes.map((column) => placed(column, scale, room));
  const columns = columnsOf(flow);
  const ends: Ends = [columns.first + columns.width, columns.second];
  return { columns, first, second, ribbons: ribbonsOf(flow, { first, second, scale, ends }, right) };
}

/** Where bands begin and end. */
type Ends = readonly [x0: number, x1: number];

type Sized = Omit<FlowNode, "middle" | "barHeight">;

/** The height of one hand with which a column is as high as the room. */
function scaleThatFills(column: readonly Sized[], room: number): number {
  const heightAt = (scale: number) =>
    column.reduce((sum, one) => sum + Math.max(one.size * scale, one.labelHeight), 0) +
    LEAST_GAP * (column.length - 1);
  const most = Math.max(...column.map(({ size }) => size));
  if (most === 0) return 0;
  let [low, high] = [0, room / most];
  for (let halving = 0; halving < 50; halving++) {
    const middle = (low + high) / 2;
    if (heightAt(middle) > room) high = middle;
    else low = middle;
  }
  return low;
}

function placed(column: readonly Sized[], scale: number, room: number): FlowNode[] {
  const heights = column.map((one) => Math.max(one.size * scale, one.labelHeight));
  const free = room - heights.reduce((sum, height) => sum + height, 0);
  const gap = column.length < 2 ? 0 : free / (column.length - 1);
  let top = TOP;
  return column.map((one, i) => {
    const height = heights[i] ?? 0;
    const node = { ...one, middle: top + height / 2, barHeight: one.size * scale };
    top += height + gap;
    return node;
  });
}

function ribbonsOf(
  { bands, known }: Flow,
  { first, second, scale, ends }: Pick<FlowPicture, "first" | "second"> & { scale: number; ends: Ends },
  right: Letter | null,
): FlowRibbon[] {
  const tops = (nodes: readonly FlowNode[]) =>
    new Map<Letter, number>(nodes.map(({ letter, middle, barHeight }) => [letter, middle - barHeight / 2]));
  const leaves = tops(first);
  const arrives = tops(second);
  return bands.flatMap((band) => {
    const { from, to, size } = band;
    // Who answered once has a part of a bar and no band. It is the last of its bar.
    if (from === null || to === null) return [];
    const y0 = leaves.get(from) ?? 0;
    const y1 = arrives.get(to) ?? 0;
    const thickness = size * scale;
    leaves.set(from, y0 + thickness);
    arrives.set(to, y1 + thickness);
    const text =
      known === "each" && (right ?? to) === to ? bandWords(size, from === to, right !== null) : null;
    const middles = [y0 + thickness / 2, y1 + thickness / 2] as const;
    const label = text === null ? null : labelInside(text, ends, middles, thickness);
    return [{ from, to, size, thickness, path: ribbonPath(ends, [y0, y1], thickness), label }];
  });
}

function bandWords(size: number, hasStayed: boolean, isToRight: boolean): string {
  if (hasStayed) return `${size} stayed`;
  return isToRight ? `${size} came over` : `${size} moved`;
}

/** A height at either end of a band. */
type Heights = readonly [y0: number, y1: number];

function ribbonPath([x0, x1]: Ends, [y0, y1]: Heights, thickness: number): string {
  const middle = (x0 + x1) / 2;
  const [a, b, c, d] = [y0, y1, y1 + thickness, y0 + thickness].map((y) => Math.round(y * 100) / 100);
  return `M${x0},${a}C${middle},${a} ${middle},${b} ${x1},${b}V${c}C${middle},${c} ${middle},${d} ${x0},${d}Z`;
}

/** Near the first column, where the band is thick enough for the words along all of them. */
function labelInside(text: string, ends: Ends, middles: Heights, thickness: number): FlowRibbon["label"] {
  const width = text.length * BAND_TEXT.letterWidth;
  const from = ends[0] + BAND_TEXT.inset;
  const [start, end] = [middleAt(from, ends, middles), middleAt(from + width, ends, middles)];
  if (Math.abs(end - start) + BAND_TEXT.lineHeight > thickness || from + width > ends[1]) return null;
  return { text, x: from + width / 2, y: (start + end) / 2 };
}

/** How high the middle of a band is at `x`. */
function middleAt(x: number, [x0, x1]: Ends, [y0, y1]: Heights): number {
  const along = (x - x0) / (x1 - x0);
  // Its controls stand half way: along = 1.5 t (1 − t) + t³ grows with t.
  let [low, high] = [0, 1];
  for (let halving = 0; halving < 30; halving++) {
    const t = (low + high) / 2;
    if (1.5 * t * (1 - t) + t ** 3 < along) low = t;
    else high = t;
  }
  const t = (low + high) / 2;
  return y0 + (y1 - y0) * (3 * t ** 2 - 2 * t ** 3);
}
