import type { CellValue } from "../../../microfs/core";
import type { EmptyReasonName } from "../../../terms/empty-reasons";
import type { MarkState } from "../../../terms/verdicts";
import { type Tick, ticks } from "../../../timeline/geometry/ticks";
import { timeScale } from "../../../timeline/geometry/time-scale";
import type { JustMissed } from "../../../worker/why-empty/why-empty-results";

/** A row on a lane. */
export interface LaneMark {
  readonly row: number;
  readonly x: number;
  readonly state: MarkState;
  readonly value: CellValue;
  readonly isNearest: boolean;
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
  readonly ticks: readonly Tick[];
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
const HOUR_US = 3_600_000_000;

/** Where the rows of a cell that only just missed stand, on a scale of its own. */
export function missedLane(
  { cell, rows, rule }: JustMissed,
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
  const marks = rows
    .filter((row) => isInside(Number(row.eventUs)))
    .map((row): LaneMark => {
      const [event, known] = [Number(row.eventUs), Number(row.knownUs)];
      return {
        row: row.row,
        x: scale.x(event),
        state: stateOf(event, known, t, ttlFrom),
        value: row.value,
        isNearest: row === nearest,
        tailX: known > event && known > t ? Math.min(scale.x(known), width) : null,
      };
    });
  return {
    width,
    lineX,
    ttlX: ttlFrom === null ? null : Math.max(0, scale.x(ttlFrom)),
    hasTtlEdge: ttlFrom !== null && isInside(ttlFrom),
    marks,
    ticks: ticks(scale, TEXT_PX, false).map(({ x, label }) => ({
      x,
      label: Math.abs(x - lineX) < NEAR_LINE_PX || x < EDGE_PX || x > width - EDGE_PX ? "" : label,
    })),
    gap: gapOf(reason, { lineX, ttlFrom, x: scale.x, eventUs, knownUs }),
    isOtherKey,
  };
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
