import type { Box } from "../geometry/place-labels";
import type { CrowdItem, CrowdLook, CrowdPart, CrowdPicture } from "./crowd-picture";

/** All that a crowd has of one look, as rectangles to be filled: what a canvas paints and what an SVG's path says. */
export interface CrowdShape {
  readonly look: CrowdLook;
  readonly boxes: readonly Box[];
}

/** A single row among thousands is still to be seen. */
const LEAST_PX = 0.75;
const LINE_PX = 1;

/** A crowd as rectangles, look by look. Looks are told apart by their shapes too, as those of marks are. */
export function crowdShapes({ kind, items }: CrowdPicture): CrowdShape[] {
  const byLook = new Map<CrowdLook, Box[]>();
  for (const item of items) {
    for (const part of item.parts) {
      const boxes = byLook.get(part.look) ?? [];
      byLook.set(part.look, boxes);
      boxes.push(...(kind === "ticks" ? tickBoxes(item, part) : barBoxes(item, part)));
    }
  }
  return [...byLook].map(([look, boxes]) => ({ look, boxes }));
}

function tickBoxes({ left, right, top, bottom }: CrowdItem, { look }: CrowdPart): Box[] {
  const height = bottom - top;
  const cut = (from: number, to: number, wider = 0) => ({
    left: left - wider,
    right: right + wider,
    top: top + height * from,
    bottom: top + height * to,
  });
  switch (look) {
    case "chosen":
    case "leak":
      return [cut(0, 1, 0.25)];
    case "superseded":
    case "not_judged":
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

function barBoxes({ left, right }: CrowdItem, { look, top, bottom }: CrowdPart): Box[] {
  const high = Math.min(top, bottom - LEAST_PX);
  if (look !== "future" && look !== "wrong_side") return [{ left, right, top: high, bottom }];
  // Hollow, as their marks are, and open at the foot.
  const foot = Math.max(bottom, high + LINE_PX);
  return [
    { left, right, top: high, bottom: high + LINE_PX },
    { left, right: left + LINE_PX, top: high, bottom: foot },
    { left: right - LINE_PX, right, top: high, bottom: foot },
  ];
}
