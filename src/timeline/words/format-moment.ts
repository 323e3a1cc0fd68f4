import type { EntitySlice } from "../../microfs/entity-slice";
import { floorDivide } from "../../microfs/time";
import { changeOf } from "../../scenario/edits/changed-times";

/** What a moment must say to be told from the others around it. Seconds and finer appear where they are not 0. */
export interface MomentStyle {
  /** Whether the year is written: where the times shown lie in more than one. */
  readonly year: boolean;
}

export const MONTHS = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
] as const;

const NO_YEAR: MomentStyle = { year: false };

/** A moment, UTC: `5 Nov 14:00`, `5 Nov 2025 14:00:05.25`. Exact to the microsecond. */
export function formatMoment(us: bigint, style: MomentStyle = NO_YEAR): string {
  if (us > LAST_US) return "after the year 9999";
  if (us < FIRST_US) return "before the year 1";
  return `${formatDay(us, style)} ${formatClock(us)}`;
}

/** The day of a moment, UTC: `5 Nov` or `5 Nov 2025`. */
export function formatDay(us: bigint, style: MomentStyle = NO_YEAR): string {
  const date = dateOf(us);
  const day = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ""}`;
  return style.year ? `${day} ${date.getUTCFullYear()}` : day;
}

/** The time of day, UTC: `14:00`, `14:00:05`, `14:00:05.000001`. */
export function formatClock(us: bigint): string {
  const date = dateOf(us);
  const two = (n: number) => String(n).padStart(2, "0");
  const clock = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
  const subSecondUs = us - floorDivide(us, 1_000_000n) * 1_000_000n;
  if (date.getUTCSeconds() === 0 && subSecondUs === 0n) return clock;
  const fraction = String(subSecondUs).padStart(6, "0").replace(/0+$/, "");
  return `${clock}:${two(date.getUTCSeconds())}${fraction && `.${fraction}`}`;
}

/** The years 1 to 9999, as the store has them: a delay may lead beyond. */
const [FIRST_US, LAST_US] = [-62_135_596_800_000_000n, 253_402_300_799_999_999n];

/** A moment seen from another one: the time alone where both lie on one day, UTC. */
export function formatMomentNear(us: bigint, otherUs: bigint, style: MomentStyle = NO_YEAR): string {
  const full: MomentStyle = { year: true };
  return formatDay(us, full) === formatDay(otherUs, full) ? formatClock(us) : formatMoment(us, style);
}

function dateOf(us: bigint): Date {
  return new Date(Number(floorDivide(us, 1000n)));
}

/** The first and the last time of anything in a slice, both inclusive, microseconds. */
export interface Extent {
  readonly firstUs: bigint;
  readonly lastUs: bigint;
}

const extents = new WeakMap<EntitySlice, Extent>();

/** Of all spine rows and candidates of all joins, their created times too. O(rows) once per slice. */
export function sliceExtent(slice: EntitySlice): Extent {
  const known = extents.get(slice);
  if (known !== undefined) return known;
  const arrays = [
    slice.spine.timesUs,
    ...slice.joins.flatMap((join) =>
      join.createdTimesUs ? [join.eventTimesUs, join.createdTimesUs] : [join.eventTimesUs],
    ),
  ];
  const [first, ...others] = arrays.filter((times) => times.length > 0).map(arrayExtent);
  const extent = others.reduce(
    (all, one) => ({
      firstUs: one.firstUs < all.firstUs ? one.firstUs : all.firstUs,
      lastUs: one.lastUs > all.lastUs ? one.lastUs : all.lastUs,
    }),
    first ?? { firstUs: 0n, lastUs: 0n },
  );
  extents.set(slice, extent);
  return extent;
}

// Per array: an edited slice shares with the one before it all arrays but the edited ones.
const arrayExtents = new WeakMap<BigInt64Array, Extent>();

function arrayExtent(times: BigInt64Array): Extent {
  const known = arrayExtents.get(times);
  if (known !== undefined) return known;
  const extent = withOneChanged(times) ?? extentOf(times);
  arrayExtents.set(times, extent);
  return extent;
}

/** From the extent of times that differ in a single one; `null` where there are none, or that one was the first or last. */
function withOneChanged(times: BigInt64Array): Extent | null {
  const change = changeOf(times);
  const before = change && arrayExtents.get(change.from);
  const was = change?.from[change.position];
  const is = change && times[change.position];
  if (!before || was === undefined || is === undefined || is === null) return null;
  const { firstUs, lastUs } = before;
  if (was === firstUs || was === lastUs) return null;
  return { firstUs: is < firstUs ? is : firstUs, lastUs: is > lastUs ? is : lastUs };
}

function extentOf(times: BigInt64Array): Extent {
  let firstUs = times[0] ?? 0n;
  let lastUs = firstUs;
  for (const us of times) {
    if (us < firstUs) firstUs = us;
    if (us > lastUs) lastUs = us;
  }
  return { firstUs, lastUs };
}

/** Years are written where the slice's times lie in more than one. */
export function momentStyle(slice: EntitySlice): MomentStyle {
  const { firstUs, lastUs } = sliceExtent(slice);
  return { year: dateOf(firstUs).getUTCFullYear() !== dateOf(lastUs).getUTCFullYear() };
}
