import { type EntitySlice, floorDivide } from "../../microfs/core";
import { sliceIndex } from "../slice-index/slice-index";

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

/** Years are written where the slice's times lie in more than one. */
export function momentStyle(slice: EntitySlice): MomentStyle {
  const { firstUs, lastUs } = sliceIndex(slice).extent;
  return { year: dateOf(firstUs).getUTCFullYear() !== dateOf(lastUs).getUTCFullYear() };
}
