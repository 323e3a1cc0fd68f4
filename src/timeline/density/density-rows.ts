import type { DensityState } from "./density-picture";

/** Rows in time order, of which many are on the screen, as arrays. */
export interface DensityRows {
  /** Event times, ascending. */
  readonly eventUs: Float64Array;
  /** Per row the position of its state in `states`; all of the first where it is `null`. */
  readonly codes: Uint8Array | null;
  readonly states: readonly DensityState[];
  /** Rows, by their positions, whose state is another than their codes say. */
  readonly except: ReadonlyMap<number, DensityState>;
  /** Positions of rows that are marks all the same. They are counted with the others, but a tick would draw them twice. */
  readonly marked: ReadonlySet<number>;
}

/** Where a density stands, pixels. */
export interface DensityPosition {
  /** The lane's line, on which ticks stand, and how far from it they may. */
  readonly center: number;
  readonly half: number;
  /** Where bars stand, and the height of the tallest. */
  readonly baseline: number;
  readonly height: number;
}

/** The state of one row. */
export function stateAt({ codes, states, except }: DensityRows, position: number): DensityState {
  return except.get(position) ?? states[codes?.[position] ?? 0] ?? "undecided";
}

/** How many of the rows [from, to) have each state; states that none has are left out. O(rows) over numbers. */
export function countStates(rows: DensityRows, from: number, to: number): Map<DensityState, number> {
  const { codes, states, except } = rows;
  const byCode = new Uint32Array(states.length);
  if (codes === null) byCode[0] = to - from;
  else
    for (let i = from; i < to; i++) {
      const code = codes[i] ?? 0;
      byCode[code] = (byCode[code] ?? 0) + 1;
    }
  const counts = new Map<DensityState, number>();
  const add = (state: DensityState | undefined, count: number) =>
    state !== undefined && counts.set(state, (counts.get(state) ?? 0) + count);
  for (const [code, state] of states.entries()) add(state, byCode[code] ?? 0);
  for (const [position, state] of except) {
    if (position < from || position >= to) continue;
    add(states[codes?.[position] ?? 0], -1);
    add(state, 1);
  }
  for (const [state, count] of counts) if (count === 0) counts.delete(state);
  return counts;
}
