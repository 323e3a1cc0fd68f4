import type { LineId } from "../../../ladder/programs/line-parts";
import type { Place } from "./place";

/** Where a line was taken from. */
export type DragSource = "choice" | "program";

/** A point on the page, CSS pixels from its top left, scrolled or not. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What was measured when the line was taken: nothing in the program moves before it is dropped. */
export interface Measured {
  /** The program's box. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The height of each place between two lines: entry n is over line n, the last one under the last line. */
  readonly gaps: readonly number[];
}

interface Taken {
  readonly id: LineId;
  readonly source: DragSource;
  readonly began: Point;
  readonly measured: Measured;
  /** Where it may be dropped in the program. */
  readonly places: readonly Place[];
}

/** Where a line is over: a place of the program, outside of it, or where a drop changes nothing. */
export type DragTarget =
  | { readonly kind: "place"; readonly place: Place }
  | { readonly kind: "out" }
  | { readonly kind: "nowhere" };

/** A line being dragged, or about to be. */
export type LineDrag =
  | { readonly kind: "idle" }
  /** Pressed: it may still be a press, or the beginning of scrolling. */
  | (Taken & { readonly kind: "pressing"; readonly isTouch: boolean })
  | (Taken & { readonly kind: "dragging"; readonly at: Point; readonly target: DragTarget });

export type DragEvent =
  | ({ readonly kind: "press"; readonly isTouch: boolean } & Taken)
  | { readonly kind: "move"; readonly to: Point }
  /** A finger has stayed where it was for `HOLD_MS`. */
  | { readonly kind: "hold" }
  | { readonly kind: "release" }
  | { readonly kind: "cancel" };

/** A finger that stays so long takes the line; one that moves before scrolls. */
export const HOLD_MS = 300;
/** A pointer that has gone so far is no press any more, pixels. */
const SLOP_PX = 4;
/** So far around the program a line is still over it, pixels. */
const NEAR_PX = 24;

export const IDLE: LineDrag = { kind: "idle" };

/** What becomes of a drag. Pure: what a drop does is for the caller, who sees the target of the state before. */
export function nextDrag(drag: LineDrag, event: DragEvent): LineDrag {
  switch (event.kind) {
    case "press":
      return { ...event, kind: "pressing" };
    case "move":
      if (drag.kind === "dragging") return dragged(drag, event.to);
      if (drag.kind !== "pressing" || distance(drag.began, event.to) < SLOP_PX) return drag;
      return drag.isTouch ? IDLE : dragged(drag, event.to);
    case "hold":
      return drag.kind === "pressing" ? dragged(drag, drag.began) : drag;
    case "release":
    case "cancel":
      return IDLE;
  }
}

function dragged(taken: Taken, at: Point): LineDrag {
  const { id, source, began, measured, places } = taken;
  return { kind: "dragging", id, source, began, measured, places, at, target: targetAt(taken, at) };
}

/** What a line that is let go at a point is dropped on. */
function targetAt({ source, measured, places }: Taken, { x, y }: Point): DragTarget {
  const { left, right, top, bottom } = measured;
  const isOver = x >= left - NEAR_PX && x <= right + NEAR_PX && y >= top - NEAR_PX && y <= bottom + NEAR_PX;
  if (!isOver) return source === "program" ? { kind: "out" } : { kind: "nowhere" };
  const height = (place: Place) => Math.abs((measured.gaps[place.gap] ?? Number.POSITIVE_INFINITY) - y);
  const [place] = places.toSorted((a, b) => height(a) - height(b));
  return place === undefined ? { kind: "nowhere" } : { kind: "place", place };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
