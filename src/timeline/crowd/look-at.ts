import type { CrowdLook } from "./crowd-picture";
import type { CrowdRows } from "./crowd-rows";

/** What one row looks like. */
export function lookAt({ codes, looks, except }: CrowdRows, position: number): CrowdLook {
  return except.get(position) ?? looks[codes?.[position] ?? 0] ?? "not_judged";
}

/** How many of the rows [from, to) have each look; looks that none has are left out. O(rows) over numbers. */
export function countLooks(rows: CrowdRows, from: number, to: number): Map<CrowdLook, number> {
  const { codes, looks, except } = rows;
  const byCode = new Uint32Array(looks.length);
  if (codes === null) byCode[0] = to - from;
  else
    for (let i = from; i < to; i++) {
      const code = codes[i] ?? 0;
      byCode[code] = (byCode[code] ?? 0) + 1;
    }
  const counts = new Map<CrowdLook, number>();
  const add = (look: CrowdLook | undefined, count: number) =>
    look !== undefined && counts.set(look, (counts.get(look) ?? 0) + count);
  for (const [code, look] of looks.entries()) add(look, byCode[code] ?? 0);
  for (const [position, look] of except) {
    if (position < from || position >= to) continue;
    add(looks[codes?.[position] ?? 0], -1);
    add(look, 1);
  }
  for (const [look, count] of counts) if (count === 0) counts.delete(look);
  return counts;
}
