/** A rectangle in pixels: [left, right) × [top, bottom). */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A label that wants a place: the spots it could stand in, the best first. */
export interface LabelRequest<Key> {
  readonly key: Key;
  /** Greater goes first. */
  readonly priority: number;
  readonly spots: readonly Box[];
}

/**
 * A place for each label such that no two overlap, none covers an obstacle and none leaves the bounds. The important
 * ones choose first; a label for which no spot is free gets none. O(labels × spots × placed).
 *
 * @returns Per key the chosen spot's index in its request's `spots`.
 */
export function placeLabels<Key>(
  requests: readonly LabelRequest<Key>[],
  obstacles: readonly Box[],
  bounds: Box,
): Map<Key, number> {
  const taken: Box[] = [...obstacles];
  const places = new Map<Key, number>();
  const inOrder = [...requests].sort((a, b) => b.priority - a.priority);
  for (const { key, spots } of inOrder) {
    const spot = spots.findIndex(
      (box) => isWithin(box, bounds) && !taken.some((other) => overlaps(box, other)),
    );
    const box = spots[spot];
    if (box === undefined) continue;
    taken.push(box);
    places.set(key, spot);
  }
  return places;
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function isWithin(box: Box, bounds: Box): boolean {
  return (
    box.left >= bounds.left &&
    box.right <= bounds.right &&
    box.top >= bounds.top &&
    box.bottom <= bounds.bottom
  );
}

/**
 * How wide a text in IBM Plex Sans with tabular figures is, pixels, give or take a few percent: enough to keep
 * labels apart, and the same with and without a browser.
 */
export function textWidth(text: string, sizePx: number, weight: 400 | 600 = 400): number {
  let em = 0;
  for (const letter of text) em += letterEm(letter);
  return em * sizePx * (weight === 600 ? 1.05 : 1);
}

function letterEm(letter: string): number {
  if (/[0-9]/.test(letter)) return 0.6;
  if (/[.,:;'|!il ]/.test(letter)) return 0.27;
  if (/[fjrt\u202f\u00a0]/.test(letter)) return 0.36;
  if (/[mwMW—…]/.test(letter)) return 0.87;
  if (/[A-Z]/.test(letter)) return 0.64;
  if (letter.charCodeAt(0) > 0x2e7f) return 1;
  return 0.56;
}
