import type { CellValue, EntitySlice } from "../../../microfs/core";
import { type Box, textWidth } from "../../../timeline/geometry/place-labels";
import type { LanePicture, Picture } from "../../../timeline/picture/picture-types";
import { writtenText, writtenTone } from "./difference-words";
import { placeInLine } from "./place-in-line";
import type { JoinDifference, Taken } from "./row-differences";

/** A word of a label, in the colour of what became of it. */
export interface LinkWord {
  readonly text: string;
  readonly tone: "muted" | "chosen" | "leak" | "nothing";
}

/** What one join takes above and another row below, drawn between the two pictures. Pixels of both together. */
export interface RowLink {
  readonly number: number;
  /** From the mark above to the label, and from the label to the mark below. */
  readonly paths: readonly [string, string];
  /** Written in the gap: its left end, its middle, and how wide it is. `null` where there is no room for any. */
  readonly label: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly words: readonly LinkWord[];
  } | null;
}

/** Where the pictures stand: both begin at the same left, one `gapPx` under the other. */
export interface LinkFrame {
  readonly above: Picture;
  readonly below: Picture;
  readonly gapPx: number;
  /** From where on the gap is free for labels; `null` where none are written. */
  readonly labelsFrom: number | null;
  readonly sizePx: number;
}

const LABEL_GAP_PX = 18;
const LABEL_HEIGHT_EM = 1.3;
/** Labels keep clear of the line at the moment of the prediction. */
const LINE_CLEAR_PX = 10;
/** Labels are written in as many wordings, the longest first. */
const LEVELS = 4;

/** The links of all joins that take other rows below than above: leaks have their places first, and no label covers another. */
export function rowLinks(
  slice: EntitySlice,
  differences: readonly JoinDifference[],
  frame: LinkFrame,
): RowLink[] {
  const { above, below, gapPx, sizePx } = frame;
  const gapTop = above.height;
  const y = gapTop + gapPx / 2;
  const shown = differences.filter(({ differs }) => differs);
  const ends = shown.map((one) => ({
    one,
    from: endOf(above, one.number, one.above),
    to: endOf(below, one.number, one.below),
  }));
  const labels = placedLabels(slice, ends, frame, y);
  const drawn = [boxesOf(above), boxesOf(below)] as const;
  return ends.map(({ one, from, to }) => {
    const label = labels.get(one.number) ?? null;
    const half = label === null ? 0 : (sizePx * LABEL_HEIGHT_EM) / 2;
    const middle = label === null ? (from.x + to.x) / 2 : label.x + label.width / 2;
    const bottom = gapTop + gapPx;
    return {
      number: one.number,
      paths: [
        `M ${at(from.x, from.y)} ${down(from.x, from.y, gapTop, 0, drawn[0])} ${curve(from.x, gapTop, middle, y - half)}`,
        `M ${at(middle, y + half)} ${curve(middle, y + half, to.x, bottom)} ${down(to.x, 0, to.y, bottom, drawn[1])}`,
      ],
      label,
    };
  });
}

/** The ends of one link. */
interface LinkEnds {
  readonly one: JoinDifference;
  readonly from: { readonly x: number };
  readonly to: { readonly x: number };
}

/** The labels that have room, by their joins: all in as many words as fit, and where not even the fewest do, the important ones. */
function placedLabels(
  slice: EntitySlice,
  ends: readonly LinkEnds[],
  { above, labelsFrom, sizePx }: LinkFrame,
  y: number,
): Map<number, NonNullable<RowLink["label"]>> {
  if (labelsFrom === null) return new Map();
  const { asOf, scale } = above;
  const isDivided = asOf.side === "here";
  const left = {
    from: Math.max(labelsFrom, scale.left),
    to: isDivided ? asOf.x - LINE_CLEAR_PX : scale.right,
  };
  const right = isDivided ? { from: asOf.x + LINE_CLEAR_PX, to: scale.right } : null;
  const byRank = [...ends].sort((a, b) => rank(b.one) - rank(a.one));
  for (let most = ends.length; most > 0; most--) {
    const told = byRank.slice(0, most).sort((a, b) => a.from.x + a.to.x - b.from.x - b.to.x);
    for (let level = 0; level < LEVELS; level++) {
      const wishes = told.map(({ one, from, to }) => {
        const all = wordings(slice, one);
        const words = all[Math.min(level, all.length - 1)] ?? [];
        return { words, middle: (from.x + to.x) / 2, width: widthOf(words, sizePx), number: one.number };
      });
      const places = placeInLine(wishes, LABEL_GAP_PX, left, right);
      if (places === null) continue;
      return new Map(
        wishes.map(({ words, width, number }, i) => [number, { x: places[i] ?? 0, y, width, words }]),
      );
    }
  }
  return new Map();
}

/** Which labels are kept before others. */
function rank({ above, below, cells }: JoinDifference): number {
  return (above.peekUs > 0n || below.peekUs > 0n ? 2 : 0) + (cells.length > 0 ? 1 : 0);
}

/** Where a link begins or ends: beside the mark of the row that is taken, or on the line where none is. */
function endOf({ lanes, asOf, scale }: Picture, number: number, { last }: Taken): { x: number; y: number } {
  const lane: LanePicture | undefined = lanes[number];
  if (lane === undefined) return { x: asOf.x, y: 0 };
  if (last === null) return { x: asOf.x, y: lane.center };
  const mark = lane.marks.find(({ rows }) => rows.includes(last.row));
  if (mark !== undefined) return { x: mark.x, y: mark.y };
  const x = scale.x(Number(last.eventTime));
  return { x: Math.min(scale.right, Math.max(scale.left, x)), y: lane.center };
}

/** What is written, the longest first. */
function wordings(slice: EntitySlice, one: JoinDifference): LinkWord[][] {
  const arrow: LinkWord = { text: "→", tone: "muted" };
  const before = writtenWord(slice, one, one.above, one.shown.before);
  const after = writtenWord(slice, one, one.below, one.shown.after);
  const more: LinkWord[] = one.cells.length > 1 ? [{ text: `+${one.cells.length - 1}`, tone: "muted" }] : [];
  const name: LinkWord = { text: one.shown.name, tone: "muted" };
  const same: LinkWord[] = one.cells.length === 0 ? [{ text: "from another row", tone: "muted" }] : [];
  if (one.cells.length === 0) return [[name, after, ...same], [after, ...same], same];
  return [
    [name, before, arrow, after, ...more],
    [name, before, arrow, after],
    [before, arrow, after],
    [after],
  ];
}

function writtenWord(
  slice: EntitySlice,
  { shown }: JoinDifference,
  taken: Taken,
  value: CellValue,
): LinkWord {
  return { text: writtenText(slice, shown, taken, value), tone: writtenTone(taken) };
}

/** Between the words of a label. */
export const WORD_GAP_EM = 0.35;

/** How wide a label is: values are written bold. */
export function widthOf(words: readonly LinkWord[], sizePx: number): number {
  const widths = words.map(({ text, tone }) => textWidth(text, sizePx, tone === "muted" ? 400 : 600));
  return widths.reduce((sum, width) => sum + width, 0) + (words.length - 1) * WORD_GAP_EM * sizePx;
}

/** What stands in the lanes of a picture, for lines to go behind. */
function boxesOf({ lanes }: Picture): Box[] {
  return lanes.flatMap(({ labels, marks, metrics }) => [
    ...labels.map(({ text, x, y, anchor, sizePx, strong }) => {
      const width = textWidth(text, sizePx, strong ? 600 : 400);
      const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
      return { left, right: left + width, top: y - sizePx, bottom: y + sizePx * 0.25 };
    }),
    ...marks.map(({ x, y, strongest }) => {
      const r = (strongest === "chosen" ? metrics.ringRadius : metrics.markRadius) + 1;
      return { left: x - r, right: x + r, top: y - r, bottom: y + r };
    }),
  ]);
}

/**
 * Straight down within a picture, broken where something stands.
 *
 * @param topPx - Where the picture begins.
 */
function down(x: number, fromY: number, toY: number, topPx: number, boxes: readonly Box[]): string {
  const there = boxes
    .filter(({ left, right, top, bottom }) => left <= x && x <= right && top < toY && bottom > fromY)
    .sort((a, b) => a.top - b.top);
  let path = "";
  for (const { top, bottom } of there) {
    if (top > fromY) path += `V ${px(topPx + top)} `;
    if (bottom < toY) path += `M ${at(x, topPx + bottom)} `;
    else return path.trim();
  }
  return `${path}V ${px(topPx + toY)}`;
}

/** An S from one place down to another. */
function curve(fromX: number, fromY: number, toX: number, toY: number): string {
  const middle = (fromY + toY) / 2;
  return `C ${at(fromX, middle)} ${at(toX, middle)} ${at(toX, toY)}`;
}

function at(x: number, y: number): string {
  return `${px(x)} ${px(y)}`;
}

function px(value: number): number {
  return Math.round(value * 10) / 10;
}
