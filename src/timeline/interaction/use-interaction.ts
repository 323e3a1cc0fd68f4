import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { EntitySlice } from "../../microfs/core";
import type { Edit } from "../../scenario/edits/edit";
import { keyAction } from "../../terms/keymap";
import type { TimeScale } from "../geometry/time-scale";
import { type TimeWindow, zoomed } from "../geometry/time-window";
import { drawnScale } from "../use-size";
import {
  DRAG_THRESHOLD_PX,
  editOfMove,
  type Finger,
  IDLE,
  type Interaction,
  type MoveKind,
  type MoveTarget,
  middleX,
  momentByKey,
  momentUnder,
  movedTo,
  originOf,
  windowOfPan,
  windowOfPinch,
} from "./interaction";

const NOTHING: ReadonlySet<MoveKind> = new Set();
const WHEEL_SPEED = 0.0022;

/** `final` is false while what is dragged is not let go yet. */
export type OnEdit = (edit: Edit, final: boolean) => void;

/** What the machine works with: the timeline as it was drawn last. */
export interface InteractionInput {
  readonly slice: EntitySlice;
  /** The moment of the prediction, microseconds. */
  readonly tUs: bigint;
  readonly scale: TimeScale;
  readonly window: TimeWindow;
  readonly onWindow: (window: TimeWindow) => void;
  readonly onEdit: OnEdit | undefined;
  /** A drag was given up: everything is to be as it was. */
  readonly onEditCancel: (() => void) | undefined;
  /** Called when a drag or a key moves something for good, before `onEdit`. @param toUs - Where to, microseconds; `null` for a duration. */
  readonly onMoved: (toUs: number | null) => void;
}

/** Handlers that let something be moved along the axis. */
export interface MoveHandlers {
  readonly onPointerDown?: (event: PointerEvent<Element>) => void;
  /** It calls `preventDefault` where the key meant something. */
  readonly onKeyDown?: (event: KeyboardEvent<Element>) => void;
}

/** The earliest and the latest moment that something can be moved to by one key, microseconds. */
export interface MoveEnds {
  readonly fromUs: bigint;
  readonly toUs: bigint;
}

/** What the parts of the picture need to be moved; absent where nothing can be. */
export interface Movement {
  /** What can be moved. */
  readonly moves: ReadonlySet<MoveKind>;
  /** What is being dragged; `null` while nothing is. */
  readonly dragged: MoveTarget | null;
  /**
   * @param atUs - Where the target stands, microseconds.
   * @param plainArrows - Whether the arrow keys move it also without Alt: where it is a slider, and nothing else.
   * @param ends - Where Home and End move it, microseconds; absent where they do not.
   */
  handlers(target: MoveTarget, atUs: number, plainArrows: boolean, ends?: MoveEnds): MoveHandlers;
  /** Whether the click that follows was the end of a drag. */
  wasDragged(): boolean;
}

/** What moves one kind of thing; absent where nothing of that kind can be moved. */
export function movementOf(movement: Movement | undefined, kind: MoveKind): Movement | undefined {
  return movement?.moves.has(kind) ? movement : undefined;
}

/**
 * What pointers do with a timeline, as a machine of few states: idle, pressing, dragging, panning, pinching. A
 * drag knows what it began from; Escape, or a browser that takes the touch for a scroll, goes back to that. Keys and the wheel act at once.
 *
 * @param area - What is pressed, panned and zoomed; its left edge is the picture's.
 * @param input - Set anew after every drawing.
 * @param moves - What can be moved; `null` where nothing can.
 */
export function useInteraction(
  area: RefObject<HTMLElement | null>,
  input: RefObject<InteractionInput | null>,
  moves: ReadonlySet<MoveKind> | null,
) {
  const [interaction, setInteraction] = useState<Interaction>(IDLE);
  const now = useRef<Interaction>(IDLE);
  const wasDragged = useRef(false);
  /** The pointers that are down: where each was last, and what ends its following. */
  const down = useRef(new Map<number, { finger: Finger; stop: () => void }>());

  const become = (next: Interaction) => {
    now.current = next;
    setInteraction(next);
    if (next.kind !== "idle" && next.kind !== "pressing") wasDragged.current = true;
  };

  /** Everything goes back to where it was. @returns Whether anything had been changed. */
  const cancel = (): boolean => {
    const was = now.current;
    for (const { stop } of down.current.values()) stop();
    down.current.clear();
    if (was.kind !== "idle") become(IDLE);
    if (was.kind === "dragging") input.current?.onEditCancel?.();
    if (was.kind === "panning" || was.kind === "pinching") input.current?.onWindow(was.window);
    return was.kind !== "idle" && was.kind !== "pressing";
  };

  const move = (finger: Finger) => {
    const { pointerId, x } = finger;
    const pointer = down.current.get(pointerId);
    if (pointer !== undefined) pointer.finger = finger;
    if (input.current === null) return;
    const { onEdit, onWindow, window, scale } = input.current;
    const was = now.current;
    const plotPx = scale.right - scale.left;
    if (was.kind === "pressing" && was.pointerId === pointerId) {
      if (Math.abs(x - was.began.x) < DRAG_THRESHOLD_PX) return;
      if (was.target !== null) become({ kind: "dragging", target: was.target, began: was.began });
      else {
        capturePointer(area.current, { pointerId });
        become({ kind: "panning", pointerId, window, x: was.began.x });
      }
      return move(finger);
    }
    if (was.kind === "dragging") {
      const edit = editOfMove(was.began, was.target, usOf(was, x));
      if (edit === null) cancel();
      else onEdit?.(edit, false);
    } else if (was.kind === "panning" && was.pointerId === pointerId) {
      if (was.x === null) become({ ...was, x });
      else onWindow(windowOfPan(was.window, x - was.x, plotPx));
    } else if (was.kind === "pinching") {
      const [a, b] = was.now;
      const next = {
        ...was,
        now: a.pointerId === pointerId ? ([finger, b] as const) : ([a, finger] as const),
      };
      become(next);
      onWindow(windowOfPinch(next, plotPx));
    }
  };

  const up = (pointerId: number, x: number) => {
    down.current.delete(pointerId);
    if (input.current === null) return;
    const { onEdit, onEditCancel, onMoved, window } = input.current;
    const was = now.current;
    if (was.kind === "dragging") {
      const us = usOf(was, x);
      const edit = editOfMove(was.began, was.target, us);
      become(IDLE);
      if (edit === null) return onEditCancel?.();
      onMoved(movedTo(was.target, us));
      onEdit?.(edit, true);
    } else if (was.kind === "pinching") {
      const left = was.now.find((one) => one.pointerId !== pointerId);
      // It goes on from where the two have left the window, at its next move.
      if (left !== undefined) become({ kind: "panning", pointerId: left.pointerId, window, x: null });
    } else if ("pointerId" in was && was.pointerId === pointerId) become(IDLE);
  };

  const press = (event: PointerEvent<Element>, target: MoveTarget | null, us: number) => {
    if (input.current === null) return;
    const { slice, tUs, scale, window } = input.current;
    const { pointerId } = event;
    const drawn = drawnScale(area.current);
    const finger = { pointerId, x: event.clientX / drawn, y: event.clientY / drawn };
    const other = [...down.current.values()].find((one) => one.finger.pointerId !== pointerId)?.finger;
    if (other !== undefined) {
      // What is dragged, or held by two fingers, is nothing to a further one.
      if (now.current.kind !== "pressing" && now.current.kind !== "panning") return;
      const began = [other, finger] as const;
      const left = (area.current?.getBoundingClientRect().left ?? 0) / drawn;
      capturePointer(area.current, event);
      become({ kind: "pinching", window, began, now: began, us: scale.us(middleX(began) - left) });
    } else {
      if (event.button !== 0) return;
      // A drag whose end never came.
      cancel();
      wasDragged.current = false;
      become({ kind: "pressing", pointerId, target, began: { slice, tUs, scale, x: finger.x, us } });
    }
    const stop = followPointer(event, {
      move: (x, y) => move({ pointerId, x: x / drawn, y: y / drawn }),
      up: (x) => up(pointerId, x / drawn),
      cancel,
      escape: cancel,
    });
    down.current.set(pointerId, { finger, stop });
  };

  const leave = useRef(cancel);
  useEffect(() => () => void leave.current(), []);

  useEffect(() => {
    const element = area.current;
    // React listens passively to wheels, which cannot keep the page from zooming. A plain wheel scrolls the page.
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey || input.current === null) return;
      event.preventDefault();
      const { scale, onWindow } = input.current;
      const left = element?.getBoundingClientRect().left ?? 0;
      const x = (event.clientX - left) / drawnScale(element);
      onWindow(zoomed(scale.window, Math.exp(event.deltaY * WHEEL_SPEED), scale.us(x)));
    };
    element?.addEventListener("wheel", onWheel, { passive: false });
    return () => element?.removeEventListener("wheel", onWheel);
  }, [area, input]);

  const movement: Movement = {
    moves: moves ?? NOTHING,
    dragged: interaction.kind === "dragging" ? interaction.target : null,
    wasDragged: () => wasDragged.current,
    handlers: (target, atUs, plainArrows, ends) => ({
      onPointerDown(event) {
        event.stopPropagation();
        // At once: a quick pointer has left a narrow grip before it is seen to move.
        if (event.button === 0) capturePointer(event.currentTarget, event);
        press(event, target, atUs);
      },
      onKeyDown(event) {
        if (input.current === null) return;
        const { slice, tUs, scale, onEdit, onMoved } = input.current;
        const us = endByKey(event, ends) ?? byArrow(event, target, plainArrows, scale, atUs);
        if (us === null) return;
        event.preventDefault();
        event.stopPropagation();
        const edit = editOfMove({ slice, tUs }, target, us);
        if (edit === null) return;
        onMoved(movedTo(target, us));
        onEdit?.(edit, true);
      },
    }),
  };
  return {
    interaction,
    movement: moves === null ? undefined : movement,
    wasDragged: movement.wasDragged,
    onPointerDown: (event: PointerEvent<Element>) => press(event, null, 0),
  };
}

/** Where Home or End moves something; `null` for any other key. */
function endByKey(
  { key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent,
  ends: MoveEnds | undefined,
): bigint | null {
  if (ends === undefined || altKey || ctrlKey || metaKey || shiftKey) return null;
  if (key === "Home") return ends.fromUs;
  return key === "End" ? ends.toUs : null;
}

/** Where an arrow moves something; `null` for any other key, and for one that is not meant for it. */
function byArrow(
  event: KeyboardEvent,
  target: MoveTarget,
  plainArrows: boolean,
  scale: TimeScale,
  atUs: number,
): bigint | null {
  const { key, shiftKey, ctrlKey, metaKey } = event;
  // On a mark Shift and an arrow go to another training row.
  const isPlain = plainArrows && !(shiftKey && target.kind === "row");
  const action = keyAction("movable", {
    ...{ key, shiftKey, ctrlKey, metaKey },
    altKey: event.altKey || isPlain,
  });
  if (action === null || action === "cancel") return null;
  const isLater = action === "move_later" || action === "move_far_later";
  const isFar = action === "move_far_later" || action === "move_far_earlier";
  return momentByKey(scale, atUs, isLater ? 1 : -1, isFar);
}

function usOf({ began, target }: Extract<Interaction, { kind: "dragging" }>, x: number): bigint {
  return momentUnder(began, x, originOf(target, began.tUs));
}

/** Called for a pointer that is down. Places are pixels of the screen. */
interface PointerFollower {
  readonly move: (x: number, y: number) => void;
  /** Let go. */
  readonly up: (x: number, y: number) => void;
  /** The browser takes the pointer for itself: a touch that scrolls. */
  readonly cancel: () => unknown;
  /** Escape was pressed. @returns Whether that was for the pointer; then nobody else gets the key. */
  readonly escape: () => boolean;
}

/**
 * Follows a pointer from when it came down until it is let go, wherever it goes, and whatever is drawn anew under it.
 *
 * @returns Ends the following before that.
 */
export function followPointer(
  { pointerId }: { readonly pointerId: number },
  follower: PointerFollower,
): () => void {
  const stop = () => {
    window.removeEventListener("pointermove", onMove);
    window.removeEventListener("pointerup", onUp);
    window.removeEventListener("pointercancel", onCancel);
    window.removeEventListener("keydown", onKeyDown, true);
  };
  const onMove = (event: globalThis.PointerEvent) => {
    if (event.pointerId === pointerId) follower.move(event.clientX, event.clientY);
  };
  const onUp = (event: globalThis.PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    stop();
    follower.up(event.clientX, event.clientY);
  };
  const onCancel = (event: globalThis.PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    stop();
    follower.cancel();
  };
  // Before anything else gets the key: what is dragged comes before what is open on the page.
  const onKeyDown = (event: globalThis.KeyboardEvent) => {
    if (event.key !== "Escape" || !follower.escape()) return;
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener("pointermove", onMove);
  window.addEventListener("pointerup", onUp);
  window.addEventListener("pointercancel", onCancel);
  window.addEventListener("keydown", onKeyDown, true);
  return stop;
}

/** The pointer belongs to the element until it is let go. Where there is no capture, in tests, it does without. */
export function capturePointer(
  element: EventTarget | null,
  { pointerId }: { readonly pointerId: number },
): void {
  if (element instanceof Element && !element.hasPointerCapture?.(pointerId))
    element.setPointerCapture?.(pointerId);
}
