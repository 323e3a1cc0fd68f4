import type { SliceJoin } from "../../microfs/entity-slice";
import type { TimeScale } from "../geometry/time-scale";
import { candidatesOf } from "../slice-index/slice-index";
import type { GhostPicture, MarkPicture } from "./picture-types";

/** A row that was moved less than this has no ghost: it would only blur the mark. */
const LEAST_PX = 4;

/**
 * Where the marks stood before they were moved.
 *
 * @param origin - The same join before any edit; rows that it lacks were added, and have no ghost.
 */
export function ghosts(
  marks: readonly MarkPicture[],
  origin: SliceJoin | undefined,
  scale: TimeScale,
): GhostPicture[] {
  if (origin === undefined) return [];
  const before = candidatesOf(origin);
  return marks.flatMap((mark) => {
    const fromUs = mark.count > 1 ? undefined : origin.eventTimesUs[before.positionOf(mark.row)];
    if (fromUs === undefined) return [];
    const x = scale.x(Number(fromUs));
    const isSeen = Math.abs(x - mark.x) >= LEAST_PX && x >= scale.left && x <= scale.right;
    return isSeen ? [{ row: mark.row, x, y: mark.y, toX: mark.x }] : [];
  });
}
