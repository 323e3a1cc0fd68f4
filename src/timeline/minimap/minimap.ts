import type { EntitySlice } from "../../microfs/entity-slice";
import type { TimeWindow } from "../geometry/time-window";
import { tellingWindow, wholeWindow } from "../picture/telling-window";
import { momentOf } from "../step/judgement";
import { ascending } from "../step/slice-times";
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

const counted = new WeakMap<EntitySlice, { bars: number; whole: TimeWindow; counts: Float64Array }>();

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

function countBars(slice: EntitySlice, whole: TimeWindow, bars: number): Float64Array {
  const known = counted.get(slice);
  const isSame = known?.whole.fromUs === whole.fromUs && known.whole.toUs === whole.toUs;
  if (isSame && known?.bars === bars) return known.counts;
  const counts = new Float64Array(bars);
  for (const times of [slice.spine.timesUs, ...slice.joins.map((join) => join.eventTimesUs)]) {
    const ordered = ascending(times);
    for (let i = 0; i < ordered.length; i++) {
      const us = ordered[i] ?? 0;
      const bar = Math.floor(((us - whole.fromUs) / (whole.toUs - whole.fromUs)) * bars);
      const at = clamp(bar, 0, bars - 1);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  counted.set(slice, { bars, whole, counts });
  return counts;
}

/** Everything there is, and what a step opens with: that may show more, before and after. */
function mappedWindow(slice: EntitySlice, spineRow: number): TimeWindow {
  const whole = wholeWindow(slice);
  const telling = tellingWindow(slice, spineRow);
  return { fromUs: Math.min(whole.fromUs, telling.fromUs), toUs: Math.max(whole.toUs, telling.toUs) };
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
