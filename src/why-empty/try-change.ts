import { NO_MATCH } from "../microfs/core";
import { type Change, type ChangedSides, canLeak, changedSides } from "./changed-sides";
import type { EmptyCells } from "./empty-lines";
import { type InPieces, type JoinedView, type JoinParts, match, spineRows } from "./joined-view";

/** What a change would do to the whole training set, as the kernel says. */
export interface Outcome {
  /** Cells that are empty and would not be, and per line. */
  readonly filled: number;
  readonly filledIn: Float64Array;
  /** Cells that have a value and would not. */
  readonly emptied: number;
  /** Whether a row that comes in would not be known yet by its line, by its group's own clock and delay. */
  readonly leaks: boolean;
  /** Per join, shape [training rows]: what it would choose; `null` where nothing of it changes. */
  readonly index: readonly (Int32Array | null)[];
}

/**
 * Joins as a change would leave the view, and compares: nothing is estimated. A run of the kernel for every join that the
 * change concerns.
 *
 * @param only - The training rows whose cells of that one join alone can change, where the caller knows.
 */
export function* tryChange(
  joined: JoinedView,
  empty: EmptyCells,
  change: Change,
  only: Int32Array | null = null,
): InPieces<Outcome> {
  const tally = { filled: 0, emptied: 0, leaks: false, filledIn: new Float64Array(empty.lines.length) };
  const index: (Int32Array | null)[] = [];
  for (const parts of joined.joins) {
    const changed = changedSides(joined, parts, change);
    yield;
    if (changed === null) {
      index.push(null);
      continue;
    }
    const rows = only ?? changed.rows;
    const spine = rows === null ? changed.spine : spineRows(changed.spine, rows);
    const anew = (yield* match(spine, changed.features, changed.rule)).index;
    const after = rows === null ? anew : parts.matches.index.slice();
    if (rows !== null) for (let i = 0; i < rows.length; i++) after[rows[i] ?? 0] = anew[i] ?? NO_MATCH;
    compare(parts, changed, after, empty.lineOf[parts.number], tally);
    index.push(after);
    yield;
  }
  return { ...tally, index };
}

function compare(
  parts: JoinParts,
  changed: ChangedSides,
  after: Int32Array,
  lineOf: Uint16Array | undefined,
  tally: { filled: number; emptied: number; leaks: boolean; filledIn: Float64Array },
): void {
  const before = parts.matches.index;
  const width = parts.written.length;
  const mayLeak = canLeak(parts.sides, changed.rule);
  for (let row = 0; row < after.length; row++) {
    const [was, is] = [before[row] ?? NO_MATCH, after[row] ?? NO_MATCH];
    // A cell that stays with its row may still come to leak, where times have moved.
    if (mayLeak && is !== NO_MATCH && isAhead(parts, changed, row, is))
      tally.leaks ||= !wasAhead(parts, row, was);
    if (was === is) continue;
    let filled = 0;
    let emptied = 0;
    if (parts.isComplete) {
      if (was === NO_MATCH) filled = width;
      if (is === NO_MATCH) emptied = width;
    } else
      for (const column of parts.written) {
        const had = was !== NO_MATCH && !column.isNull(was);
        const has = is !== NO_MATCH && !column.isNull(is);
        if (has && !had) filled++;
        if (had && !has) emptied++;
      }
    tally.filled += filled;
    tally.emptied += emptied;
    const line = (lineOf?.[row] ?? 0) - 1;
    if (line >= 0) tally.filledIn[line] = (tally.filledIn[line] ?? 0) + filled;
  }
}

type Sided = Pick<ChangedSides, "spine" | "eventTimes" | "createdTimes">;

function wasAhead(parts: JoinParts, row: number, chosen: number): boolean {
  return chosen !== NO_MATCH && isAhead(parts, parts.sides, row, chosen);
}

/** Whether a chosen row is known only after the line, by its group's own clock and delay. */
function isAhead({ sides: { groupClock } }: JoinParts, sided: Sided, row: number, chosen: number): boolean {
  const at = BigInt(sided.spine.times[row] ?? 0);
  const event = BigInt(sided.eventTimes[chosen] ?? 0);
  const created = sided.createdTimes === null ? event : BigInt(sided.createdTimes[chosen] ?? 0);
  return event > at || created + groupClock.delayUs > at;
}
