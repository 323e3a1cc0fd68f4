/** Something that wants a place on a line, around a middle. */
export interface Wish {
  readonly middle: number;
  readonly width: number;
}

/** A stretch of the line, [from, to). */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Left ends for wishes in their order, none over another and each within one of two stretches, as near as may be to where
 * they would be: the sum of the squared ways is least for each stretch. `null` where there is no room. O(n²).
 *
 * @param wishes - Ascending by middle.
 * @param gap - Between two of them.
 * @param right - `null` where the line is not divided.
 */
export function placeInLine(
  wishes: readonly Wish[],
  gap: number,
  left: Stretch,
  right: Stretch | null,
): number[] | null {
  let best: { places: number[]; cost: number } | null = null;
  for (let first = 0; first <= wishes.length; first++) {
    if (right === null && first < wishes.length) continue;
    const before = placeInStretch(wishes.slice(0, first), gap, left);
    const after = right === null ? [] : placeInStretch(wishes.slice(first), gap, right);
    if (before === null || after === null) continue;
    const places = [...before, ...after];
    const cost = places.reduce((sum, place, i) => sum + (place - wanted(wishes[i])) ** 2, 0);
    if (best === null || cost < best.cost) best = { places, cost };
  }
  return best?.places ?? null;
}

function wanted(wish: Wish | undefined): number {
  return wish === undefined ? 0 : wish.middle - wish.width / 2;
}

/** The same in one stretch: neighbours that would overlap are moved together to the mean of where they would be. */
function placeInStretch(wishes: readonly Wish[], gap: number, { from, to }: Stretch): number[] | null {
  const before: number[] = [];
  let total = 0;
  for (const { width } of wishes) {
    before.push(total);
    total += width + gap;
  }
  const room = to - from - (total - gap);
  if (wishes.length === 0) return [];
  if (room < 0) return null;
  const blocks: { sum: number; count: number }[] = [];
  wishes.forEach((wish, i) => {
    let block = { sum: wanted(wish) - (before[i] ?? 0), count: 1 };
    for (let last = blocks.at(-1); last !== undefined && mean(last) > mean(block); last = blocks.at(-1)) {
      blocks.pop();
      block = { sum: last.sum + block.sum, count: last.count + block.count };
    }
    blocks.push(block);
  });
  const free = blocks.flatMap((block) => Array.from({ length: block.count }, () => mean(block)));
  return free.map((at, i) => Math.min(from + room, Math.max(from, at)) + (before[i] ?? 0));
}

function mean({ sum, count }: { readonly sum: number; readonly count: number }): number {
  return sum / count;
}
