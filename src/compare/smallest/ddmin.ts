/**
 * Delta debugging: the smallest part of some items on which something still holds. Halves are tried first, then what is left
 * without one of ever smaller pieces, so that much which does not matter goes at once.
 *
 * The result is 1-minimal: without any single one of its items it does not hold. That there is no smaller part at all is not
 * promised. Yields before every question, so that it can be paused.
 *
 * @param items - All of them together must hold.
 * @param holds - Asked about O(log n) parts where few items matter, and O(n²) at worst.
 * @returns A part, in the order of `items`.
 * @see Zeller and Hildebrandt, Simplifying and Isolating Failure-Inducing Input, 2002.
 */
export function* ddmin<T>(
  items: readonly T[],
  holds: (kept: readonly T[]) => boolean,
): Generator<void, readonly T[]> {
  yield;
  if (items.length === 0 || holds([])) return [];
  let kept = items;
  let pieces = 2;
  while (kept.length > 1) {
    const smaller = yield* reduced(kept, Math.min(pieces, kept.length), holds);
    if (smaller === null) {
      if (pieces >= kept.length) break;
      pieces *= 2;
      continue;
    }
    // A piece on its own is cut in two again; what is left of many pieces keeps their size.
    pieces = smaller.isPiece ? 2 : Math.max(pieces - 1, 2);
    kept = smaller.kept;
  }
  return kept;
}

/** One piece of some that holds alone, or all without one; `null` where none of these hold. */
function* reduced<T>(
  kept: readonly T[],
  pieces: number,
  holds: (kept: readonly T[]) => boolean,
): Generator<void, { kept: readonly T[]; isPiece: boolean } | null> {
  const edge = (piece: number) => Math.floor((piece * kept.length) / pieces);
  for (let piece = 0; piece < pieces; piece++) {
    yield;
    const part = kept.slice(edge(piece), edge(piece + 1));
    if (holds(part)) return { kept: part, isPiece: true };
  }
  // Of two pieces each is what is left without the other.
  if (pieces === 2) return null;
  for (let piece = 0; piece < pieces; piece++) {
    yield;
    const rest = [...kept.slice(0, edge(piece)), ...kept.slice(edge(piece + 1))];
    if (holds(rest)) return { kept: rest, isPiece: false };
  }
  return null;
}
