import type { EntitySlice } from "../../microfs/core";
import { firstAtOrAfter, type TimeWindow } from "../geometry/time-window";
import { initialWindow } from "../picture/initial-window";
import { candidatesOf, sliceIndex } from "../slice-index/slice-index";
import { momentOf } from "../step/step-verdicts";
import { formatDay, formatMoment, MONTHS, momentStyle } from "../words/format-moment";

/** All that the slice holds, counted, and where the window stands in it. */
export interface MinimapPicture {
  readonly whole: TimeWindow;
  readonly bars: readonly { readonly left: number; readonly width: number; readonly height: number }[];
  /** The window's part, pixels, at least wide enough to be grabbed. */
  readonly window: { readonly left: number; readonly right: number };
  readonly asOfX: number;
  /** From when to when the window goes, in words. */
  readonly windowWords: string;
  /** From when to when: `Sep – Dec`. */
  readonly label: string;
}

const BAR_PX = 8;
const LEAST_WINDOW_PX = 10;

/** @param left - Of the plot, pixels, as is `right`; the minimap has no folds. */
export function minimap(
  slice: EntitySlice,
  spineRow: number,
  window: TimeWindow,
  place: { left: number; right: number; height: number },
): MinimapPicture {
  const { left, right, height } = place;
  const whole = mappedWindow(slice, spineRow);
  const x = (us: number) => left + ((us - whole.fromUs) / (whole.toUs - whole.fromUs)) * (right - left);
  const counts = countBars(slice, whole, Math.max(1, Math.floor((right - left) / BAR_PX)));
  const most = Math.max(1, ...counts);
  const barPx = (right - left) / counts.length;
  const from = clamp(x(window.fromUs), left, right - LEAST_WINDOW_PX);
  return {
    whole,
    bars: Array.from(counts, (count, i) => ({
      left: left + i * barPx + 1,
      width: barPx - 3,
      // A single row among thousands is still to be seen.
      height: count === 0 ? 0 : Math.max(3, (count / most) * (height - 6)),
    })).filter((bar) => bar.height > 0),
    window: { left: from, right: clamp(x(window.toUs), from + LEAST_WINDOW_PX, right) },
    asOfX: clamp(x(Number(momentOf(slice, spineRow))), left, right),
    windowWords: windowWords(slice, window),
    label: rangeLabel(slice, whole),
  };
}

/** How many rows, of the spine and of all joins, lie in each bar. O(bars · log rows). */
function countBars(slice: EntitySlice, whole: TimeWindow, bars: number): Float64Array {
  const counts = new Float64Array(bars);
  for (const times of [sliceIndex(slice).spineUs, ...slice.joins.map((join) => candidatesOf(join).eventUs)]) {
    let from = 0;
    for (let bar = 0; bar < bars; bar++) {
      const endUs = whole.fromUs + ((bar + 1) / bars) * (whole.toUs - whole.fromUs);
      // The last row belongs to the last bar, however the ends round.
      const to = bar === bars - 1 ? times.length : firstAtOrAfter(times, endUs);
      counts[bar] = (counts[bar] ?? 0) + to - from;
      from = to;
    }
  }
  return counts;
}

/** Everything there is, and what a step opens with: that may show more, before and after. */
function mappedWindow(slice: EntitySlice, spineRow: number): TimeWindow {
  const whole = sliceIndex(slice).wholeWindow;
  const initial = initialWindow(slice, spineRow);
  return { fromUs: Math.min(whole.fromUs, initial.fromUs), toUs: Math.max(whole.toUs, initial.toUs) };
}

function windowWords(slice: EntitySlice, { fromUs, toUs }: TimeWindow): string {
  const style = momentStyle(slice);
  const moment = (us: number) => formatMoment(BigInt(Math.round(us)), style);
  return `${moment(fromUs)} to ${moment(toUs)}`;
}

const MONTH_US = 60n * 86_400_000_000n;

function rangeLabel(slice: EntitySlice, whole: TimeWindow): string {
  const [firstUs, lastUs] = [BigInt(Math.round(whole.fromUs)), BigInt(Math.round(whole.toUs))];
  const style = momentStyle(slice);
  const month = (us: bigint) => {
    const date = new Date(Number(us / 1000n));
    return `${MONTHS[date.getUTCMonth()] ?? ""}${style.year ? ` ${date.getUTCFullYear()}` : ""}`;
  };
  const word = lastUs - firstUs > MONTH_US ? month : (us: bigint) => formatDay(us, style);
  return word(firstUs) === word(lastUs) ? word(firstUs) : `${word(firstUs)} – ${word(lastUs)}`;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
