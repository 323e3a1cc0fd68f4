import type { CellValue, ColumnType } from "../../../microfs/core";
import type { EmptyReasonName } from "../../../terms/empty-reasons";
import type { MarkState } from "../../../terms/verdicts";
import { type Tick, ticks } from "../../../timeline/geometry/ticks";
import { timeScale } from "../../../timeline/geometry/time-scale";
import { MOST_DECIMALS } from "../../../timeline/slice-index/slice-index";
import { formatValue } from "../../../timeline/words/format-value";
import type { JustMissed } from "../../../worker/why-empty/why-empty-results";

/** Where a mark's value stands: where no other mark, no tail and not the line is in its way. */
export type ValueSide = "left" | "right" | "below";

/** A row on a lane. */
export interface LaneMark {
  readonly row: number;
  readonly x: number;
  readonly state: MarkState;
  readonly value: CellValue;
  readonly isNearest: boolean;
  readonly valueSide: ValueSide;
  /** Where it can be used from, where that is later than it happened. */
  readonly tailX: number | null;
}

/** One cell that only just missed, drawn. Pixels; y is the component's. */
export interface MissedLane {
  readonly width: number;
  /** The moment of the prediction: the same place in every lane, whatever their scales are. */
  readonly lineX: number;
  /** Where the TTL begins, `null` where there is none; 0 where it lies outside. */
  readonly ttlX: number | null;
  readonly hasTtlEdge: boolean;
  readonly marks: readonly LaneMark[];
  readonly ticks: readonly Pick<Tick, "x" | "label">[];
  /** By how much it missed, in time: from one place to the other; `null` where it is not about time. */
  readonly gap: { readonly from: number; readonly to: number } | null;
  /** Whether the rows stand under another key than the one that is asked for. */
  readonly isOtherKey: boolean;
}

/** So much of a lane lies before the line. */
const BEFORE = 0.76;
const TEXT_PX = 12;
/** Room for the words beside the mark that lies farthest. */
const ROOM_LEFT_PX = 64;
const ROOM_RIGHT_PX = 40;
const WIDER = 6;
/** A label would lie under the line. */
const NEAR_LINE_PX = 22;
/** Nearer to an end words would be cut. */
const EDGE_PX = 36;
/** A mark and its ring. Nearer to an end it would be cut. */
const MARK_PX = 10;
const LETTER_PX = 7;
const HOUR_US = 3_600_000_000;

/** Where the rows of a cell that only just missed stand, on a scale of its own. */
export function missedLane(
  { cell, rows, rule, column }: JustMissed,
  reason: EmptyReasonName,
  width: number,
): MissedLane {
  const t = Number(cell.timeUs);
  const lineX = Math.round(width * BEFORE);
  const nearest = rows.find(({ row }) => row === cell.nearest?.row);
  const eventUs = Number(nearest?.eventUs ?? cell.timeUs);
  const knownUs = Number(nearest?.knownUs ?? cell.timeUs);
  const ttlUs = rule.ttlUs === null ? null : Number(rule.ttlUs);
  const first = Math.min(eventUs, ...rows.map((row) => Number(row.eventUs)));
  const earliest =
    reason === "expired" && ttlUs !== null
      ? Math.min(eventUs, t - ttlUs)
      : // What else stands under the other key is seen too, as far as it stays near.
        Math.max(first, Math.min(eventUs, t - (t - eventUs) * (reason === "no_entity" ? WIDER : 1)));
  const latest = Math.max(eventUs, knownUs);
  const usPerPx =
    Math.max(
      (t - earliest) / Math.max(1, lineX - ROOM_LEFT_PX),
      (latest - t) / Math.max(1, width - lineX - ROOM_RIGHT_PX),
    ) || HOUR_US / lineX;
  const window = { fromUs: t - lineX * usPerPx, toUs: t + (width - lineX) * usPerPx };
  const scale = timeScale(window, 0, width);
  const isOtherKey = reason === "no_entity";
  const ttlFrom = ttlUs === null ? null : t - ttlUs;
  const isInside = (us: number) => us >= window.fromUs && us < window.toUs;
  const drawn = rows.filter((row) => {
    const x = scale.x(Number(row.eventUs));
    return x >= MARK_PX && x <= width - MARK_PX;
  });
  const taken = [lineX, ...drawn.filter((row) => row !== nearest).map((row) => scale.x(Number(row.eventUs)))];
  const marks = drawn.map((row): LaneMark => {
    const [event, known] = [Number(row.eventUs), Number(row.knownUs)];
    return {
      row: row.row,
      x: scale.x(event),
      state: stateOf(event, known, t, ttlFrom),
      value: row.value,
      isNearest: row === nearest,
      valueSide: valueSide(
        scale.x(event),
        valueWords(row.value, column.type),
        known > event && known > t,
        taken,
      ),
      tailX: known > event && known > t ? Math.min(scale.x(known), width) : null,
    };
  });
  return {
    width,
    lineX,
    ttlX: ttlFrom === null ? null : Math.max(0, scale.x(ttlFrom)),
    hasTtlEdge: ttlFrom !== null && isInside(ttlFrom),
    marks,
    ticks: ticks(scale, TEXT_PX, "year").map(({ x, label }) => ({
      x,
      label:
        isCovered(x, marks) || Math.abs(x - lineX) < NEAR_LINE_PX || x < EDGE_PX || x > width - EDGE_PX
          ? ""
          : label,
    })),
    gap: gapOf(reason, { lineX, ttlFrom, x: scale.x, eventUs, knownUs }),
    isOtherKey,
  };
}

/** Words of the axis this near to a value that stands below its mark would run into it. */
const BELOW_PX = 64;

function isCovered(x: number, marks: readonly LaneMark[]): boolean {
  return marks.some(
    (mark) => mark.isNearest && mark.valueSide === "below" && Math.abs(mark.x - x) < BELOW_PX,
  );
}

function valueSide(x: number, words: string, hasTail: boolean, taken: readonly number[]): ValueSide {
  const room = 2 * MARK_PX + LETTER_PX * words.length;
  if (x > room && !taken.some((other) => other > x - room && other <= x)) return "left";
  return hasTail || taken.some((other) => other >= x && other < x + room) ? "below" : "right";
}

/** A value on a lane, or beside it: with no more decimals than it has, from two on. */
export function valueWords(value: CellValue, type: ColumnType): string {
  if (type !== "float64" || typeof value !== "number") return formatValue(value);
  return formatValue(value, Number(value.toFixed(2)) === value ? 2 : MOST_DECIMALS);
}

/** Where the middle of a word of so many letters stands, near a place: right of the line where the place is, or left of it. */
export function beside(
  x: number,
  letters: number,
  { lineX, width }: Pick<MissedLane, "lineX" | "width">,
): number {
  const half = (letters * LETTER_PX) / 2 + 4;
  return x >= lineX
    ? Math.min(Math.max(x, lineX + half), width - half)
    : Math.max(Math.min(x, lineX - half), half);
}

const NO_ROWS_LETTERS = 22;

/** Where it is said that there are no rows under a key: not under the arc to the line; `null` where there is no room. */
export function noRowsX({ lineX, width, marks }: MissedLane): number | null {
  const arcFrom = marks.find(({ isNearest, x }) => isNearest && x < lineX)?.x ?? lineX;
  const room = NO_ROWS_LETTERS * LETTER_PX;
  if (arcFrom - MARK_PX >= room)
    return Math.max(room / 2, Math.min(lineX * 0.36, arcFrom - MARK_PX - room / 2));
  return width - lineX >= room ? (lineX + width) / 2 : null;
}

function stateOf(event: number, known: number, t: number, ttlFrom: number | null): MarkState {
  if (event > t) return "future";
  if (known > t) return "not_yet_known";
  return ttlFrom !== null && event < ttlFrom ? "expired" : "undecided";
}

interface Places {
  readonly lineX: number;
  readonly ttlFrom: number | null;
  readonly x: (us: number) => number;
  readonly eventUs: number;
  readonly knownUs: number;
}

function gapOf(reason: EmptyReasonName, { lineX, ttlFrom, x, eventUs, knownUs }: Places): MissedLane["gap"] {
  switch (reason) {
    case "expired":
      return ttlFrom === null ? null : { from: x(eventUs), to: x(ttlFrom) };
    case "not_yet_known":
      return { from: lineX, to: x(knownUs) };
    case "future_only":
      return { from: lineX, to: x(Math.max(eventUs, knownUs)) };
    default:
      return null;
  }
}
