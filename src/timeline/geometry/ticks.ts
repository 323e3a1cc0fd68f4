import { ticks as roundNumbers } from "d3-array";
import { utcDay, utcTicks } from "d3-time";
import { utcFormat } from "d3-time-format";
import { textWidth } from "./place-labels";
import type { TimeScale } from "./time-scale";
import type { TimeWindow } from "./time-window";

/** A line of the axis and what stands beside it. */
export interface Tick {
  readonly x: number;
  /** "" where there is no room for words. */
  readonly label: string;
  /** Where the words begin: behind the line, or as far before it as the line of the prediction asks for. */
  readonly labelX: number;
}

/** One label about every so many pixels. */
const ROOM_PX = 64;
const REGULAR_PX = 12;
/** Under this much per tick, Dates (whole milliseconds) are too coarse. */
const FINEST_DATE_US = 1000;
const US_PER_DAY = 86_400_000_000;
const SHORTEST_MONTH_US = 27 * US_PER_DAY;
const GAP_PX = 6;
/** Between two labels, so that they are two. */
const AIR_PX = 12;
/** The same where one of them says more than the others, or had to move: a little tight is better than not said. */
const TIGHT_PX = 6;
/** Over a projector's usual text the air grows with the letters: else labels that are read from far run together. */
const MOST_USUAL_PX = 24;
/** Between a label and the line of the prediction. */
const LINE_AIR_PX = 4;
/** As near to that line a tick may have its label on the other side of it. */
const HARD_BY_PX = 8;
/** From a line of the axis to its words. */
const BEHIND_PX = 4;

/** What stands beside an axis, and need not stand on it: the year where there is but one, or even the day. */
export type BesideAxis = "nothing" | "year" | "day";

/** What an axis counts in, and what is the same for all that it shows: `times in UTC, 2025`, or `UTC, 5 Nov 2025`. */
export function axisWords({ window }: TimeScale, beside: BesideAxis): string {
  const year = onlyYear(window);
  if (year === null || beside === "nothing") return "times in UTC";
  const only = beside === "day" ? onlyDay(window) : null;
  return only === null ? `times in UTC, ${year}` : `UTC, ${only} ${yearLabel(year)}`;
}

/** The one year that a window lies in; `null` where it lies in several: then its ticks name them. */
function onlyYear({ fromUs, toUs }: TimeWindow): number | null {
  const [first, last] = [yearOf(fromUs), yearOf(toUs - 1)];
  return first === last ? first : null;
}

/** The one day that a window lies in, without its year; `null` where it lies in several. */
function onlyDay({ fromUs, toUs }: TimeWindow): string | null {
  const [first, last] = [fromUs, toUs - 1].map((us) => Math.floor(us / US_PER_DAY));
  return first === last ? day(new Date(Math.floor(fromUs / 1000))) : null;
}

/**
 * Lines at round moments, UTC, between the folds, with labels that touch neither each other nor a fold nor the as-of
 * line. The first says the day where nothing else does; where several years are shown, the first of each says its year.
 *
 * @param beside - See {@link axisWords}: what is not said there, the labels say.
 */
export function ticks(
  scale: TimeScale,
  sizePx: number,
  beside: BesideAxis,
  lineX: number | null = null,
): Tick[] {
  const moments = tickMoments(scale, sizePx);
  const tightPx = TIGHT_PX * airOf(sizePx);
  let toldYear = beside === "nothing" ? null : onlyYear(scale.window);
  const taken: { left: number; right: number }[] = scale.folds.map((fold) => ({
    left: scale.x(fold.fromUs),
    right: scale.x(fold.toUs) - tightPx,
  }));
  const labels = new Map<number, { readonly text: string; readonly left: number }>();
  const place = (us: number, text: string): boolean => {
    const widthPx = GAP_PX + textWidth(text, sizePx);
    const x = scale.x(us);
    const isFree = (left: number) =>
      left >= Math.min(scale.left, x) &&
      left + widthPx <= scale.right + GAP_PX &&
      !taken.some((other) => left < other.right + tightPx && left + widthPx + tightPx > other.left);
    const left = besideLine(x, widthPx, lineX).find(isFree);
    if (left === undefined) return false;
    taken.push({ left, right: left + widthPx });
    labels.set(us, { text, left });
    toldYear = yearOf(us);
    return true;
  };
  // Days choose first: an hour is read from the day beside it. The first of a year says it, where it must be said.
  for (const { us, stepUs, first, speaks } of moments)
    if (speaks && isDay(us, stepUs))
      place(us, tickLabel(us, stepUs, first || labels.size === 0, yearOf(us) !== toldYear));
  // An hour says its day itself where none stands before it between the same folds, or is not said.
  const isDayBeside = beside === "day" && onlyDay(scale.window) !== null;
  let saidDay = isDayBeside;
  for (const { us, stepUs, opens, speaks } of moments) {
    saidDay = isDayBeside || (saidDay && !opens) || labels.has(us);
    if (!speaks || isDay(us, stepUs)) continue;
    const text = tickLabel(us, stepUs, !saidDay, labels.size === 0 && yearOf(us) !== toldYear);
    saidDay = place(us, text) || saidDay;
  }
  return moments.map(({ us }) => {
    const x = scale.x(us);
    const label = labels.get(us);
    return { x, label: label?.text ?? "", labelX: (label?.left ?? x) + BEHIND_PX };
  });
}

function airOf(sizePx: number): number {
  return Math.max(1, sizePx / MOST_USUAL_PX);
}

/** Where a label may begin that stands clear of the line, the best first: at its own tick, or else before the line; right behind it where the tick is hard by. */
function besideLine(x: number, widthPx: number, lineX: number | null): number[] {
  if (lineX === null || x >= lineX || x + widthPx + LINE_AIR_PX <= lineX) return [x];
  const before = lineX - LINE_AIR_PX - widthPx;
  return lineX - x <= HARD_BY_PX ? [before, lineX] : [before];
}

function isDay(us: number, stepUs: number): boolean {
  return us % US_PER_DAY === 0 || stepUs >= US_PER_DAY;
}

interface TickMoment {
  readonly us: number;
  /** To the next one. */
  readonly stepUs: number;
  /** Whether it is the first of its stretch between two folds. */
  readonly opens: boolean;
  /** The first of its stretch among those with words. */
  readonly first: boolean;
  readonly speaks: boolean;
}

/** Round moments, as many as leave room for their labels. */
function tickMoments(scale: TimeScale, sizePx: number): TickMoment[] {
  const { fromUs, toUs } = scale.window;
  const bounds = [fromUs, ...scale.folds.flatMap((fold) => [fold.fromUs, fold.toUs]), toUs];
  const moments: TickMoment[] = [];
  for (let i = 0; i + 1 < bounds.length; i += 2)
    moments.push(...stretchMoments(scale, bounds[i] ?? 0, bounds[i + 1] ?? 0, sizePx));
  return moments;
}

function stretchMoments(scale: TimeScale, fromUs: number, toUs: number, sizePx: number): TickMoment[] {
  const widthPx = scale.x(toUs) - scale.x(fromUs);
  const count = Math.max(1, Math.round(widthPx / (ROOM_PX * (sizePx / REGULAR_PX))));
  const times = roundMoments(fromUs, toUs, count);
  const stepUs = (times[1] ?? toUs) - (times[0] ?? fromUs);
  // A round step may be shorter than the one asked for: then every second has words, or every third. The first may be
  // wider, for its day and year: it is worth the one after it.
  const labels = times.slice(1).map((us) => tickLabel(us, stepUs, false, false));
  const needPx =
    GAP_PX + AIR_PX * airOf(sizePx) + Math.max(0, ...labels.map((label) => textWidth(label, sizePx)));
  const stride = Math.max(1, Math.ceil((needPx * (toUs - fromUs)) / (widthPx * stepUs)));
  const midnight = stepUs < US_PER_DAY ? times.findIndex((us) => us % US_PER_DAY === 0) : -1;
  const roundest = midnight === -1 ? times.findIndex((us) => isRound(us, stepUs, stride)) : midnight;
  const offset = Math.max(0, roundest) % stride;
  return times.map((us, k) => ({
    us,
    stepUs,
    opens: k === 0,
    first: k === offset,
    speaks: k % stride === offset,
  }));
}

/** Whether it is where one begins who counts in `stride` steps: at even hours, at the first of a month, in January. */
function isRound(us: number, stepUs: number, stride: number): boolean {
  if (stepUs < US_PER_DAY) return us % (stepUs * stride) === 0;
  const date = new Date(us / 1000);
  if (stepUs >= 300 * US_PER_DAY) return date.getUTCFullYear() % stride === 0;
  if (stepUs >= SHORTEST_MONTH_US) return date.getUTCMonth() % stride === 0;
  return date.getUTCDate() === 1;
}

function roundMoments(fromUs: number, toUs: number, count: number): number[] {
  const inWindow = (us: number) => us >= fromUs && us < toUs;
  if ((toUs - fromUs) / count < FINEST_DATE_US) {
    const start = Math.floor(fromUs / 1000) * 1000;
    return roundNumbers(fromUs - start, toUs - start, count)
      .map((us) => start + us)
      .filter((us) => Number.isInteger(us) && inWindow(us));
  }
  return dates(new Date(fromUs / 1000), new Date(toUs / 1000), count)
    .map((date) => date.getTime() * 1000)
    .filter(inWindow);
}

/** Parts of a month, by its dates: weeks that are not all told begin at any date, and then nobody can count in them. */
const THIRDS = utcDay.filter((date) => [1, 11, 21].includes(date.getUTCDate()));
const HALVES = utcDay.filter((date) => [1, 16].includes(date.getUTCDate()));

/** Below, there is room for the name of every week. */
const THIRDS_FROM_DAYS = 6.5;
const HALVES_FROM_DAYS = 8.5;
/** From here on {@link utcTicks} counts in months. */
const MONTHS_FROM_DAYS = 14.5;

function dates(from: Date, to: Date, count: number): Date[] {
  const days = (to.getTime() - from.getTime()) / count / (US_PER_DAY / 1000);
  if (days < THIRDS_FROM_DAYS || days >= MONTHS_FROM_DAYS) return utcTicks(from, to, count);
  return (days < HALVES_FROM_DAYS ? THIRDS : HALVES).range(from, to);
}

function yearOf(us: number): number {
  return new Date(Math.floor(us / 1000)).getUTCFullYear();
}

const month = utcFormat("%b");
const day = utcFormat("%-d %b");
const minute = utcFormat("%H:%M");
const second = utcFormat("%H:%M:%S");

function tickLabel(us: number, stepUs: number, first: boolean, withYear: boolean): string {
  const date = new Date(Math.floor(us / 1000));
  const year = yearLabel(date.getUTCFullYear());
  if (stepUs >= 300 * US_PER_DAY) return year;
  if (stepUs >= SHORTEST_MONTH_US)
    return date.getUTCMonth() === 0 ? year : withYear ? `${month(date)} ${year}` : month(date);
  const dayLabel = withYear ? `${day(date)} ${year}` : day(date);
  if (stepUs >= US_PER_DAY || us % US_PER_DAY === 0) return dayLabel;
  const clock = clockLabel(us, stepUs, date);
  return first ? `${dayLabel} ${clock}` : clock;
}

/** There is no year 0. */
function yearLabel(year: number): string {
  return year > 0 ? String(year) : `${1 - year} BC`;
}

function clockLabel(us: number, stepUs: number, date: Date): string {
  if (stepUs >= 60_000_000) return minute(date);
  if (stepUs >= 1_000_000) return second(date);
  const fraction = String(((us % 1_000_000) + 1_000_000) % 1_000_000).padStart(6, "0");
  return `${second(date)}.${stepUs >= 1000 ? fraction.slice(0, 3) : fraction}`;
}
