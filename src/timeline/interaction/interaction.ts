import type { EntitySlice } from "../../microfs/core";
import type { Edit } from "../../scenario/edits/edit";
import { inlineOf } from "../../scenario/inline-value";
import { roundStep, snapped, type TimeScale } from "../geometry/time-scale";
import { panned, type TimeWindow, zoomed } from "../geometry/time-window";
import { candidatesOf } from "../slice-index/slice-index";

/** What can be moved along the axis: a candidate row, when it became known, a row to predict, the end of a TTL, the start of a delay. */
export type MoveTarget =
  | { readonly kind: "row"; readonly join: number; readonly row: number }
  | { readonly kind: "created"; readonly join: number; readonly row: number }
  | { readonly kind: "spine_row"; readonly row: number }
  | { readonly kind: "ttl"; readonly join: number }
  | { readonly kind: "delay"; readonly join: number };

export type MoveKind = MoveTarget["kind"];

/** What can be moved where nothing else is said. When a row became known is told in its form. */
export const USUAL_MOVES: ReadonlySet<MoveKind> = new Set(["row", "spine_row", "ttl", "delay"]);

/** What a drag began from: what it is counted from, and what Escape goes back to. */
export interface DragStart {
  readonly slice: EntitySlice;
  /** The moment of the prediction, microseconds. */
  readonly tUs: bigint;
  /** The picture may change under the pointer; how it is read must not. */
  readonly scale: TimeScale;
  /** Where the pointer came down, pixels of the screen, and the moment at which the target stood. */
  readonly x: number;
  readonly us: number;
}

/** One finger of two, pixels of the screen. */
export interface Finger {
  readonly pointerId: number;
  readonly x: number;
  readonly y: number;
}

/** What a pointer is doing with the timeline. */
export type Interaction =
  | { readonly kind: "idle" }
  /** It is down and has not moved yet. `target: null` is the background. */
  | {
      readonly kind: "pressing";
      readonly pointerId: number;
      readonly target: MoveTarget | null;
      readonly began: DragStart;
    }
  | { readonly kind: "dragging"; readonly target: MoveTarget; readonly began: DragStart }
  /** `x` is where the window was taken; `null` until the pointer that is left of two moves. */
  | {
      readonly kind: "panning";
      readonly pointerId: number;
      readonly window: TimeWindow;
      readonly x: number | null;
    }
  | {
      readonly kind: "pinching";
      readonly window: TimeWindow;
      /** As they came down, and as they are now. */
      readonly began: readonly [Finger, Finger];
      readonly now: readonly [Finger, Finger];
      /** The moment under their middle when they came down, microseconds. */
      readonly us: number;
    };

export const IDLE: Interaction = { kind: "idle" };

/** A pointer that moved less has pressed, pixels. */
export const DRAG_THRESHOLD_PX = 3;

const AIM_PX = 3;
const KEY_PX = 8;
const FAR_KEY_PX = 80;
/** Fingers that are closer count as this far apart: else they zoom without end. */
const LEAST_SPREAD_PX = 8;

/** The round moment under the pointer, in the picture: what is off the screen is not drawn, and would slip away. */
export function momentUnder(
  { scale, x: startX, us: startUs }: DragStart,
  x: number,
  originUs: bigint,
): bigint {
  const px = scale.x(startUs) + x - startX;
  const us = scale.us(Math.min(scale.right - AIM_PX, Math.max(scale.left + AIM_PX, px)));
  return originUs + snapped(us - Number(originUs), roundStep(usPerPx(scale, us), AIM_PX));
}

/** The moment that a key moves a target to. @param way - 1 is later, −1 earlier. */
export function momentByKey(scale: TimeScale, atUs: number, way: 1 | -1, isFar: boolean): bigint {
  const step = roundStep(usPerPx(scale, atUs), isFar ? FAR_KEY_PX : KEY_PX);
  return BigInt(Math.round(atUs)) + BigInt(way * step);
}

/** The last round moment that the picture shows, as far as something can be dragged. */
export function lastMoment(scale: TimeScale): bigint {
  const us = scale.us(scale.right - AIM_PX);
  return snapped(us, roundStep(usPerPx(scale, us), AIM_PX));
}

function usPerPx(scale: TimeScale, us: number): number {
  const x = scale.x(us);
  return Math.abs(scale.us(x + 1) - scale.us(x));
}

/** What round times of a target are counted from: a duration is round from the line on, a moment by the calendar. */
export function originOf(target: MoveTarget, tUs: bigint): bigint {
  return target.kind === "ttl" || target.kind === "delay" ? tUs : 0n;
}

/**
 * Moving a target to a moment, as an edit. A moved row keeps how late it was known; nothing is known before it happens.
 *
 * @returns `null` where the row is gone.
 */
export function editOfMove(
  { slice, tUs }: Pick<DragStart, "slice" | "tUs">,
  target: MoveTarget,
  us: bigint,
): Edit | null {
  switch (target.kind) {
    case "ttl":
      return { kind: "rule", join: target.join, ttlUs: String(us > tUs ? us - tUs : tUs - us) };
    case "delay":
      return { kind: "rule", join: target.join, delayUs: String(us < tUs ? tUs - us : 0n) };
    case "spine_row": {
      const { fgName, eventTime } = slice.spine;
      return {
        kind: "set",
        group: fgName,
        row: target.row,
        values: { [eventTime]: inlineOf(us, "timestamp") },
      };
    }
    case "row":
      return editOfRow(slice, target.join, target.row, us);
    case "created":
      return editOfCreated(slice, target.join, target.row, us);
  }
}

function editOfRow(slice: EntitySlice, number: number, row: number, us: bigint): Edit | null {
  const join = slice.joins[number];
  const position = join === undefined ? -1 : candidatesOf(join).positionOf(row);
  const beforeUs = join?.eventTimesUs[position];
  if (join === undefined || beforeUs === undefined) return null;
  const { eventTime, createdTime, createdTimesUs } = join;
  const createdUs = createdTimesUs?.[position];
  const created =
    createdTime === null || createdUs === undefined
      ? {}
      : { [createdTime]: inlineOf(createdUs + us - beforeUs, "timestamp") };
  return {
    kind: "set",
    group: join.fgName,
    row,
    values: { [eventTime]: inlineOf(us, "timestamp"), ...created },
  };
}

function editOfCreated(slice: EntitySlice, number: number, row: number, us: bigint): Edit | null {
  const join = slice.joins[number];
  const position = join === undefined ? -1 : candidatesOf(join).positionOf(row);
  const eventUs = join?.eventTimesUs[position];
  if (join === undefined || eventUs === undefined || join.createdTime === null) return null;
  const knownUs = us > eventUs ? us : eventUs;
  return {
    kind: "set",
    group: join.fgName,
    row,
    values: { [join.createdTime]: inlineOf(knownUs, "timestamp") },
  };
}

/** Where a moved moment stands, so that it can be followed; `null` where it is a duration that changed. */
export function movedTo(target: MoveTarget, us: bigint): number | null {
  return target.kind === "ttl" || target.kind === "delay" ? null : Number(us);
}

/** The window of a pan. @param plotPx - How wide the picture of time is. */
export function windowOfPan(window: TimeWindow, byPx: number, plotPx: number): TimeWindow {
  return panned(window, -byPx / plotPx);
}

/** The window of a pinch: fingers zoom around the moment that was under their middle, and may pan at the same time. */
export function windowOfPinch(
  { window, began, now, us }: Extract<Interaction, { kind: "pinching" }>,
  plotPx: number,
): TimeWindow {
  const factor = Math.max(LEAST_SPREAD_PX, spread(began)) / Math.max(LEAST_SPREAD_PX, spread(now));
  return panned(zoomed(window, factor, us), (middleX(began) - middleX(now)) / plotPx);
}

/** The middle between two fingers, pixels of the screen. */
export function middleX([a, b]: readonly [Finger, Finger]): number {
  return (a.x + b.x) / 2;
}

function spread([a, b]: readonly [Finger, Finger]): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
