import { useEffect, useRef } from "react";
import { goTo } from "../../../state/route/go-to";
import { useAppHandle } from "../../../state/use-app";
import { keyAction } from "../../../terms/keymap";
import { useScopeKeys } from "../../../ui/keys/key-scope";
import type { OpenLesson } from "./lesson-context";
import { lastPartGone, useShownPart, waitingParts } from "./lesson-parts";

/** How one goes through the parts of a lesson. */
export interface PartWalk {
  /** The number of the part that is shown. */
  readonly part: number;
  /** Whether it is the last of the path that is taken. */
  readonly isLast: boolean;
  /** Parts up to it, it included, that still wait for something. */
  readonly waiting: readonly number[];
  readonly goToPart: (part: number) => void;
}

export interface PartWalkOptions {
  /** How many parts were gone through when the lesson is opened. */
  readonly numGone: number;
  /** Whether only the first half is gone through: it is left by whoever goes on beyond it. */
  readonly isShort: boolean;
  /** Whether something comes before the end, once all parts are gone through. */
  readonly isHeld: boolean;
  /** Keeps that a part, and all before it, were gone through. Keep its identity. */
  readonly onGone: (part: number) => void;
}

/** The part of a lesson that is shown, its keys, and what is kept of it. */
export function usePartWalk(
  handle: OpenLesson,
  { numGone, isShort, isHeld, onGone }: PartWalkOptions,
): PartWalk {
  const app = useAppHandle();
  const part = useShownPart(handle, numGone);
  const { lesson } = handle;
  const waiting = waitingParts(handle, part);
  const isWaiting = waiting.includes(part);
  const pathLength = isShort && part < lesson.shortParts ? lesson.shortParts : lesson.parts.length;
  const isLast = part === pathLength - 1;
  const partGone = lastPartGone(waiting, part);
  const goToPart = (to: number) => goTo(app, { part: lesson.parts[to] ?? null });
  const last = useRef(part);
  useEffect(() => {
    // Going on to the next part is what ends one; nothing comes after the last, which ends once it waits for nothing.
    const isEnded = isLast && !isWaiting && !isHeld;
    const gone = isEnded ? partGone : Math.min(partGone, part - 1);
    if (isEnded || part === last.current + 1) onGone(gone);
    last.current = part;
  }, [part, isLast, isWaiting, isHeld, partGone, onGone]);
  useScopeKeys((event) => {
    const action = keyAction("lesson", event);
    if (action === null) return;
    event.preventDefault();
    const to = part + (action === "next_part" ? 1 : -1);
    if (to >= 0 && to < lesson.parts.length && (to < part || !isWaiting)) goToPart(to);
  });
  return { part, isLast, waiting, goToPart };
}
