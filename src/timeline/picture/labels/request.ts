import { textWidth } from "../../geometry/place-labels";
import type { LabelPicture, LabelTone } from "../picture-types";

/** A place where a label may stand: its left end and its top. */
export type Spot = readonly [left: number, top: number];

/** A label that asks for a place: the best spot first. */
export type Request = Omit<LabelPicture, "x" | "y"> & {
  priority: number;
  spots: readonly Spot[];
  width: number;
};

export const LINE_HEIGHT = 1.2;
/** Around a label, so that two are two. */
export const GAP = 3;
/** Half the arc's own width and a little air. */
export const ARC_CLEAR = 2;

/** @param spots - Where it may stand, given how wide and how high it is. */
export function request(
  key: string,
  text: string,
  tone: LabelTone,
  sizePx: number,
  priority: number,
  spots: (width: number, height: number) => readonly Spot[],
  style: { strong?: boolean; struck?: boolean } = {},
): Request {
  const { strong = false, struck = false } = style;
  const width = textWidth(text, sizePx, strong ? 600 : 400);
  return {
    key,
    text,
    tone,
    sizePx,
    priority,
    strong,
    struck,
    width,
    spots: spots(width, sizePx * LINE_HEIGHT),
  };
}
