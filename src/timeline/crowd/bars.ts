import { firstAtOrAfter } from "../geometry/first-at-or-after";
import type { TimeScale } from "../geometry/time-scale";
import type { CrowdItem, CrowdLook, CrowdPart } from "./crowd-picture";
import type { CrowdPlace, CrowdRows } from "./crowd-rows";
import { countLooks } from "./look-at";

const BAR_PX = 4;
const WIDTH_PX = 3;

/** From the bottom up: what matters most stands on the ground. */
const ORDER: readonly CrowdLook[] = [
  "to_predict",
  "chosen",
  "leak",
  "superseded",
  "not_judged",
  "expired",
  "not_yet_known",
  "wrong_side",
  "future",
];

/** The rows [from, to) counted per bar of equal width, by look, and how many the tallest counts. O(rows) over numbers. */
export function bars(
  rows: CrowdRows,
  from: number,
  to: number,
  scale: TimeScale,
  { ground, height }: CrowdPlace,
): { items: CrowdItem[]; most: number } {
  const number = Math.max(1, Math.floor((scale.right - scale.left) / BAR_PX));
  const edges = Array.from({ length: number + 1 }, (_, i) => scale.us(scale.left + i * BAR_PX));
  const bounds = edges.map((us) => Math.min(to, Math.max(from, firstAtOrAfter(rows.eventUs, us))));
  // The ends belong to the first and the last bar, however the scale rounds.
  bounds[0] = from;
  bounds[number] = to;
  let most = 1;
  for (let i = 0; i < number; i++) most = Math.max(most, (bounds[i + 1] ?? to) - (bounds[i] ?? from));
  const items = bounds.slice(1).flatMap((end, i): CrowdItem[] => {
    const start = bounds[i] ?? from;
    if (end <= start) return [];
    const parts = stacked(countLooks(rows, start, end), ground, height / most);
    const left = scale.left + i * BAR_PX;
    const fromUs = rows.eventUs[start] ?? 0;
    const toUs = rows.eventUs[end - 1] ?? 0;
    const top = parts.at(-1)?.top ?? ground;
    return [{ left, right: left + WIDTH_PX, top, bottom: ground, fromUs, toUs, count: end - start, parts }];
  });
  return { items, most };
}

function stacked(counts: ReadonlyMap<CrowdLook, number>, ground: number, pxPerRow: number): CrowdPart[] {
  let bottom = ground;
  return ORDER.flatMap((look) => {
    const count = counts.get(look);
    if (count === undefined) return [];
    const part = { look, count, top: bottom - count * pxPerRow, bottom };
    bottom = part.top;
    return [part];
  });
}
