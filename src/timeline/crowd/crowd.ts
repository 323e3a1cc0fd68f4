import { formatNumber } from "../../ui/format-number";
import { firstAtOrAfter } from "../geometry/first-at-or-after";
import type { TimeScale } from "../geometry/time-scale";
import type { MomentStyle } from "../words/format-moment";
import { bars } from "./bars";
import type { CrowdPicture } from "./crowd-picture";
import type { CrowdPlace, CrowdRows } from "./crowd-rows";
import { ticks } from "./ticks";

/** The rows [from, to) that lie in a window. O(log m). */
export function rowsInView(eventUs: Float64Array, { window }: TimeScale): { from: number; to: number } {
  return { from: firstAtOrAfter(eventUs, window.fromUs), to: firstAtOrAfter(eventUs, window.toUs) };
}

/** The rows of a window that are too many to be marks: a tick each where all of them can be seen, else counted in bars. */
export function crowd(
  rows: CrowdRows,
  scale: TimeScale,
  place: CrowdPlace,
  noun: string,
  style: MomentStyle,
): CrowdPicture {
  const { from, to } = rowsInView(rows.eventUs, scale);
  const count = formatNumber(to - from);
  const said = `${count} ${noun}`;
  const each = ticks(rows, from, to, scale, place);
  if (each !== null)
    return { kind: "ticks", items: each, words: `${said}, a line each`, shortWords: `${count} lines`, style };
  const { items, most } = bars(rows, from, to, scale, place);
  const words = `${said}, counted: the tallest bar is ${formatNumber(most)}`;
  return { kind: "bars", items, words, shortWords: `${count} counted`, style };
}
