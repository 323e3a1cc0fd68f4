import { scaleLinear, scaleUtc } from "d3-scale";
import { utcFormat } from "d3-time-format";
import { textWidth } from "./text-width";
import type { TimeScale } from "./time-scale";

/** A line of the axis and what stands beside it. */
export interface Tick {
  readonly x: number;
  /** "" where there is no room for words. */
  readonly label: string;
}

/** One label about every so many pixels. */
const ROOM_PX = 64;
const REGULAR_PX = 12;
/** Under this much per tick, Dates (whole milliseconds) are too coarse. */
const FINEST_DATE_US = 1000;
const US_PER_DAY = 86_400_000_000;
const GAP_PX = 6;

/**
 * Lines at round moments, UTC, between the folds, with labels that touch neither each other nor a fold nor the as-of
 * line. The first says the day where the others do not.
 */
export function ticks(
  scale: TimeScale,
  sizePx: number,
  withYear: boolean,
  lineX: number | null = null,
): Tick[] {
  const bounds = [
    scale.window.fromUs,
    ...scale.folds.flatMap((fold) => [fold.fromUs, fold.toUs]),
    scale.window.toUs,
  ];
  const roomPx = ROOM_PX * (sizePx / REGULAR_PX);
  const moments: { us: number; stepUs: number; first: boolean }[] = [];
  for (let i = 0; i + 1 < bounds.length; i += 2) {
    const fromUs = bounds[i] ?? 0;
    const toUs = bounds[i + 1] ?? 0;
    const count = Math.max(1, Math.round((scale.x(toUs) - scale.x(fromUs)) / roomPx));
    const times = roundMoments(fromUs, toUs, count);
    const stepUs = (times[1] ?? toUs) - (times[0] ?? fromUs);
    moments.push(...times.map((us, k) => ({ us, stepUs, first: k === 0 })));
  }
  let free = scale.left;
  return moments.map(({ us, stepUs, first }) => {
    const x = scale.x(us);
    const label = tickLabel(us, stepUs, first, withYear);
    const right = x + GAP_PX + textWidth(label, sizePx);
    const crossed = lineX !== null && lineX > x && lineX < right;
    const torn = scale.folds.some((fold) => scale.x(fold.fromUs) < right && scale.x(fold.toUs) > x);
    if (x < free || crossed || torn || right > scale.right + GAP_PX) return { x, label: "" };
    free = right + GAP_PX;
    return { x, label };
  });
}

function roundMoments(fromUs: number, toUs: number, count: number): number[] {
  const inWindow = (us: number) => us >= fromUs && us < toUs;
  if ((toUs - fromUs) / count < FINEST_DATE_US) {
    const start = Math.floor(fromUs / 1000) * 1000;
    return scaleLinear()
      .domain([fromUs - start, toUs - start])
      .ticks(count)
      .map((us) => start + us)
      .filter((us) => Number.isInteger(us) && inWindow(us));
  }
  return scaleUtc()
    .domain([new Date(fromUs / 1000), new Date(toUs / 1000)])
    .ticks(count)
    .map((date) => date.getTime() * 1000)
    .filter(inWindow);
}

const year = utcFormat("%Y");
const month = utcFormat("%b");
const day = utcFormat("%-d %b");
const minute = utcFormat("%H:%M");
const second = utcFormat("%H:%M:%S");

function tickLabel(us: number, stepUs: number, first: boolean, withYear: boolean): string {
  const date = new Date(Math.floor(us / 1000));
  if (stepUs >= 300 * US_PER_DAY) return year(date);
  if (stepUs >= 27 * US_PER_DAY)
    return date.getUTCMonth() === 0
      ? year(date)
      : first && withYear
        ? `${month(date)} ${year(date)}`
        : month(date);
  const dayLabel = first && withYear ? `${day(date)} ${year(date)}` : day(date);
  if (stepUs >= US_PER_DAY || us % US_PER_DAY === 0) return dayLabel;
  const clock = clockLabel(us, stepUs, date);
  return first ? `${dayLabel} ${clock}` : clock;
}

function clockLabel(us: number, stepUs: number, date: Date): string {
  if (stepUs >= 60_000_000) return minute(date);
  if (stepUs >= 1_000_000) return second(date);
  const fraction = String(((us % 1_000_000) + 1_000_000) % 1_000_000).padStart(6, "0");
  return `${second(date)}.${stepUs >= 1000 ? fraction.slice(0, 3) : fraction}`;
}
