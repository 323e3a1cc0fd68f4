import { type PointerEvent, useCallback, useEffect, useRef, useState } from "react";
import type { LineId } from "../../../ladder/programs/line-parts";
import {
  type DragEvent,
  type DragSource,
  type DragTarget,
  HOLD_MS,
  IDLE,
  type LineDrag,
  type Measured,
  nextDrag,
  type Point,
} from "./line-drag";
import type { Place } from "./place";

export interface LineDragInput {
  /** Measures the program as it stands; `null` where it is not on the screen. */
  readonly measure: () => Measured | null;
  readonly placesOf: (id: LineId) => readonly Place[];
  /** A line was let go over a place of the program, or outside of it. */
  readonly onDrop: (id: LineId, source: DragSource, target: DragTarget) => void;
}

/** So near to the screen's upper or lower edge a dragged line scrolls the page, and by how much at a time, pixels. */
const EDGE_PX = 48;
const SCROLL_PX = 12;

/**
 * Dragging of a program's lines by mouse, pen or finger. A finger takes a line by its grip at once, elsewhere when it has
 * stayed: a swipe scrolls. Escape leaves all as it was.
 */
export function useLineDrag(input: LineDragInput) {
  const [drag, setDrag] = useState<LineDrag>(IDLE);
  const current = useRef<LineDrag>(IDLE);
  const latest = useRef(input);
  useEffect(() => {
    latest.current = input;
  });
  /** A drag ends with a click on what it began at: that is no press. */
  const wasDragged = useRef(false);
  const send = useCallback((event: DragEvent) => {
    const before = current.current;
    const after = nextDrag(before, event);
    if (after === before) return;
    current.current = after;
    setDrag(after);
    if (after.kind === "dragging") wasDragged.current = true;
    if (event.kind === "release" && before.kind === "dragging")
      latest.current.onDrop(before.id, before.source, before.target);
  }, []);
  // Once a finger has taken a line, its moving scrolls no more. A browser asks who listens when the finger comes down.
  useEffect(() => {
    const onTouch = (event: TouchEvent) => {
      if (current.current.kind === "dragging") event.preventDefault();
    };
    window.addEventListener("touchmove", onTouch, { passive: false });
    return () => window.removeEventListener("touchmove", onTouch);
  }, []);
  const isOn = drag.kind !== "idle";
  const isHeld = drag.kind === "pressing" && drag.isTouch;
  useEffect(
    () => (isOn ? followPointer(send, () => current.current.kind === "dragging") : undefined),
    [isOn, send],
  );
  useEffect(() => {
    if (!isHeld) return;
    const timer = setTimeout(() => send({ kind: "hold" }), HOLD_MS);
    return () => clearTimeout(timer);
  }, [isHeld, send]);
  const onPointerDown = (event: PointerEvent<HTMLElement>, id: LineId, source: DragSource) => {
    wasDragged.current = false;
    const measured = latest.current.measure();
    if (event.button !== 0 || !event.isPrimary || measured === null) return;
    const isOnGrip = event.target instanceof Element && event.target.closest("[data-grip]") !== null;
    send({
      kind: "press",
      id,
      source,
      began: pagePoint(event),
      measured,
      places: latest.current.placesOf(id),
      isTouch: event.pointerType === "touch" && !isOnGrip,
    });
  };
  /** Whether the click that just came is the end of a drag. */
  const endedDrag = () => {
    const ended = wasDragged.current;
    wasDragged.current = false;
    return ended;
  };
  return { drag, onPointerDown, endedDrag };
}

/** Sends what the pointer does until it is let go. @returns Ends that. */
function followPointer(send: (event: DragEvent) => void, isDragging: () => boolean): () => void {
  const onMove = (event: globalThis.PointerEvent) => {
    send({ kind: "move", to: pagePoint(event) });
    if (isDragging()) scrollAtEdge(event.clientY);
  };
  const onUp = () => send({ kind: "release" });
  const onCancel = () => send({ kind: "cancel" });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    send({ kind: "cancel" });
  };
  // A finger that holds a line does not ask for a menu.
  const onMenu = (event: Event) => event.preventDefault();
  window.addEventListener("pointermove", onMove);
  window.addEventListener("pointerup", onUp);
  window.addEventListener("pointercancel", onCancel);
  window.addEventListener("keydown", onKeyDown, true);
  window.addEventListener("contextmenu", onMenu);
  return () => {
    window.removeEventListener("pointermove", onMove);
    window.removeEventListener("pointerup", onUp);
    window.removeEventListener("pointercancel", onCancel);
    window.removeEventListener("keydown", onKeyDown, true);
    window.removeEventListener("contextmenu", onMenu);
  };
}

function pagePoint({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Point {
  return { x: clientX + window.scrollX, y: clientY + window.scrollY };
}

function scrollAtEdge(clientY: number): void {
  if (clientY < EDGE_PX) window.scrollBy(0, -SCROLL_PX);
  else if (clientY > window.innerHeight - EDGE_PX) window.scrollBy(0, SCROLL_PX);
}
