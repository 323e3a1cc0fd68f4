import type { EntitySlice } from "../../microfs/entity-slice";

const sorted = new WeakMap<EntitySlice, Float64Array>();

/** All moments at which a slice has something: spine rows, events, and when they became known. Ascending, O(n log n) once. */
export function sliceTimes(slice: EntitySlice): Float64Array {
  const known = sorted.get(slice);
  if (known !== undefined) return known;
  const arrays = [
    slice.spine.timesUs,
    ...slice.joins.flatMap((join) =>
      join.createdTimesUs ? [join.eventTimesUs, join.createdTimesUs] : [join.eventTimesUs],
    ),
  ];
  const times = new Float64Array(arrays.reduce((sum, array) => sum + array.length, 0));
  let at = 0;
  for (const array of arrays) for (const time of array) times[at++] = Number(time);
  times.sort();
  sorted.set(slice, times);
  return times;
}
