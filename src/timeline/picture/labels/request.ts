import { type Box, textWidth } from "../../geometry/place-labels";
import type { Anchor, LabelPicture, LabelTone } from "../picture-types";

/** A place where a label may stand: where it is anchored, its top, and which of its ends is anchored; the start by default. */
export type Spot = readonly [x: number, top: number, anchor?: Anchor];

/** A label that asks for a place, large enough for it at every step: the best spot first. */
export interface Request extends Omit<LabelPicture, "x" | "y" | "anchor" | "rim"> {
  readonly priority: number;
  readonly spots: readonly Spot[];
  /** At its strongest. */
  readonly width: number;
  readonly strongestPx: number;
  /** The same in more words, where there is room left when all have their places. */
  readonly long: { readonly text: string; readonly width: number } | null;
  /** Whether it is written at this step: its place is kept at the others too. */
  readonly shown: boolean;
}

export const LINE_HEIGHT = 1.2;
/** Around a label, so that two are two. */
export const GAP = 3;
/** Half the arc's own width and a little air. */
export const ARC_CLEAR = 2;
const BASELINE = 0.93;

export interface RequestStyle {
  readonly strong?: boolean;
  readonly struck?: boolean;
  readonly shown?: boolean;
  readonly long?: string | null;
  /** How it is written at the step that tells it apart most; by default as it is now. */
  readonly strongest?: { readonly sizePx: number; readonly strong: boolean };
}

/** @param spots - Where it may stand, given how wide and how high it is at its strongest. */
export function request(
  key: string,
  text: string,
  tone: LabelTone,
  sizePx: number,
  priority: number,
  spots: (width: number, height: number) => readonly Spot[],
  style: RequestStyle = {},
): Request {
  const { strong = false, struck = false, shown = true, long = null } = style;
  const strongest = style.strongest ?? { sizePx, strong };
  const widthOf = (words: string) => textWidth(words, strongest.sizePx, strongest.strong ? 600 : 400);
  return {
    key,
    text,
    tone,
    sizePx,
    priority,
    strong,
    struck,
    shown,
    width: widthOf(text),
    strongestPx: strongest.sizePx,
    long: long === null ? null : { text: long, width: widthOf(long) },
    spots: spots(widthOf(text), strongest.sizePx * LINE_HEIGHT),
  };
}

/** What a label covers at a spot, with the air around it. */
export function spotBox([x, top, anchor = "start"]: Spot, width: number, sizePx: number): Box {
  const left = leftOf(x, anchor, width);
  return { left: left - GAP, right: left + width + GAP, top, bottom: top + sizePx * LINE_HEIGHT };
}

/** The baseline of a label at a spot. */
export function baselineAt([, top]: Spot, sizePx: number): number {
  return top + sizePx * BASELINE;
}

function leftOf(x: number, anchor: Anchor, width: number): number {
  return anchor === "start" ? x : anchor === "middle" ? x - width / 2 : x - width;
}
