import { type MarkState, VERDICT_TERMS } from "../../terms/verdicts";
import type { ColourToken } from "../../ui/token-colours";
import type { Box } from "../geometry/place-labels";
import type { MomentStyle } from "../words/format-moment";

/** The state of a row of a density: rows to predict for never get a verdict. */
export type DensityState = MarkState | "to_predict";

/** Rows that are too many to be marks. Exact: every row of the window is in one tick (or a mark), or counted in one bar. */
export interface DensityPicture {
  readonly kind: "ticks" | "bars";
  /** From left to right. */
  readonly items: readonly DensityItem[];
  /** How many rows, and how they are drawn. */
  readonly words: string;
  /** The same in as few words as say it. */
  readonly shortWords: string;
  readonly style: MomentStyle;
}

/** A tick, which is one row, or a bar, which counts all rows of its stretch. Pixels. */
export interface DensityItem extends Box {
  /** The times of its first and its last row. */
  readonly fromUs: number;
  readonly toUs: number;
  readonly count: number;
  /** From the bottom up. */
  readonly parts: readonly DensityPart[];
}

export interface DensityPart {
  readonly state: DensityState;
  readonly count: number;
  readonly top: number;
  readonly bottom: number;
}

/** All that a density has of one state, as rectangles to be filled: what a canvas paints and what an SVG's path says. */
export interface DensityShape {
  readonly state: DensityState;
  readonly boxes: readonly Box[];
}

/** A single row among thousands is still to be seen. */
const LEAST_PX = 0.75;
const LINE_PX = 1;

/** A density as rectangles, state by state. States are told apart by their shapes too, as those of marks are. */
export function densityShapes({ kind, items }: DensityPicture): DensityShape[] {
  const byState = new Map<DensityState, Box[]>();
  for (const item of items) {
    for (const part of item.parts) {
      const boxes = byState.get(part.state) ?? [];
      byState.set(part.state, boxes);
      boxes.push(...(kind === "ticks" ? tickBoxes(item, part) : barBoxes(item, part)));
    }
  }
  return [...byState].map(([state, boxes]) => ({ state, boxes }));
}

function tickBoxes({ left, right, top, bottom }: DensityItem, { state }: DensityPart): Box[] {
  const height = bottom - top;
  const cut = (from: number, to: number, wider = 0) => ({
    left: left - wider,
    right: right + wider,
    top: top + height * from,
    bottom: top + height * to,
  });
  switch (state) {
    case "chosen":
    case "leak":
      return [cut(0, 1, 0.25)];
    case "superseded":
    case "undecided":
    case "to_predict":
      return [cut(0, 1)];
    // Dashed, as its mark is.
    case "expired":
      return [cut(0, 0.34), cut(0.66, 1)];
    // Half of it is filled, as of its mark.
    case "not_yet_known":
      return [cut(0, 1), cut(0.55, 1, 0.75)];
    case "future":
      return [cut(0.3, 0.7)];
    case "wrong_side":
      return [cut(0.6, 1)];
  }
}

function barBoxes({ left, right }: DensityItem, { state, top, bottom }: DensityPart): Box[] {
  const high = Math.min(top, bottom - LEAST_PX);
  if (state !== "future" && state !== "wrong_side") return [{ left, right, top: high, bottom }];
  // Hollow, as their marks are, and open at the foot.
  const foot = Math.max(bottom, high + LINE_PX);
  return [
    { left, right, top: high, bottom: high + LINE_PX },
    { left, right: left + LINE_PX, top: high, bottom: foot },
    { left: right - LINE_PX, right, top: high, bottom: foot },
  ];
}

/** The name of a colour, and how much of it. */
export interface FillStyle {
  readonly token: ColourToken;
  readonly opacity: number;
}

/** Next to each other, bars of what is ruled out would weigh more than what counts. */
const LIGHTER: Partial<Record<DensityState, FillStyle>> = {
  expired: { token: "--edge-strong", opacity: 0.6 },
  wrong_side: { token: "--edge-strong", opacity: 1 },
  future: { token: "--edge-strong", opacity: 1 },
};

/** What the rows of one state are drawn with. */
export function fillStyleOf(kind: DensityPicture["kind"], state: DensityState): FillStyle {
  const token = VERDICT_TERMS[state === "to_predict" ? "superseded" : state].token;
  return (kind === "bars" ? LIGHTER[state] : undefined) ?? { token, opacity: 1 };
}
