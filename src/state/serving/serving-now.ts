import { floorDivide, wallClock } from "../../microfs/core";
import type { GroupSummary, ViewSummary } from "../../worker/results";
import { readMoment } from "./read-moment";

/** The moment that a request is made at, and what it is counted from. */
export interface ServingNow {
  readonly us: bigint;
  readonly countedFrom: "given" | "wall_clock" | "end_of_data";
}

const MINUTE_US = 60_000_000n;

/** Data that ended longer ago than this, a batch of yesterday's, is not of today. */
const CURRENT_US = 2n * 24n * 60n * MINUTE_US;

/**
 * The moment of a request.
 *
 * @param text - As a link has it: a time, the word for the wall clock, or `null` for what suits the data: the wall clock
 *   where that is current, and on samples and old data the minute after its end, when nearly nothing has expired yet.
 * @throws RangeError where it is no moment.
 */
export function servingNow(text: string | null, endUs: bigint | null, clock = wallClock): ServingNow {
  const wallUs = clock();
  if (text === null) {
    return endUs === null || wallUs - endUs <= CURRENT_US
      ? { us: wallUs, countedFrom: "wall_clock" }
      : { us: nextMinute(endUs), countedFrom: "end_of_data" };
  }
  const read = readMoment(text);
  if (!read.ok) throw new RangeError(`now: ${read.problem}`);
  return read.us === null ? { us: wallUs, countedFrom: "wall_clock" } : { us: read.us, countedFrom: "given" };
}

/** When the last row of a view's groups has happened and can be used, by each group's own clock; `null` without rows. */
export function endOfData({ definition }: ViewSummary, groups: readonly GroupSummary[]): bigint | null {
  const used = new Set([definition.labelFg, ...definition.joins.map(({ fgName }) => fgName)]);
  return groups
    .filter((group) => used.has(group.definition.name))
    .reduce<bigint | null>(
      (last, { lastKnownUs }) =>
        lastKnownUs !== null && (last === null || lastKnownUs > last) ? lastKnownUs : last,
      null,
    );
}

/** The first whole minute after a moment. */
function nextMinute(us: bigint): bigint {
  return (floorDivide(us, MINUTE_US) + 1n) * MINUTE_US;
}
