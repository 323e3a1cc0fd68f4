import type { FeatureGroup } from "../../microfs";
import { NO_MATCH } from "../../microfs/asof-join";
import type { CheckedJoin } from "../../microfs/feature-view";

/** What else is worth a look in a training row's match, as bits of one byte. */
export const Note = {
  /** The chosen row was told from another only by a tie-break. */
  tie: 1,
  /** A later row had happened by then, and was not known yet. */
  late: 2,
  /** What the join wrote differs from what it wrote for the entity's training row before. */
  change: 4,
} as const;

export interface NotedJoin {
  join: CheckedJoin;
  group: FeatureGroup;
  /** Shape [training rows]. The chosen row of `group`, or −1. */
  index: Int32Array;
  /** Shape [training rows]. The row that it would have chosen had all that happened been known at once, or −1. */
  ifKnown: Int32Array;
  /** The group's columns that the join writes. */
  written: readonly string[];
}

/** What the notes need to know of the training rows. Both arrays have shape [training rows]. */
export interface NotedSpine {
  timesUs: BigInt64Array;
  /** The training row of the same entity that came before, or −1. */
  previous: Int32Array;
}

/** The {@link Note} bits of one join. Shape [training rows]. Costs O(training rows + rows of the group). */
export function rowNotes(noted: NotedJoin, spine: NotedSpine): Uint8Array {
  const isTie = tieTest(noted);
  const columns = noted.written.map((name) => noted.group.column(name));
  const differs = (a: number, b: number) =>
    a !== b &&
    columns.some((column) =>
      a === NO_MATCH || b === NO_MATCH
        ? !column.isNull(a === NO_MATCH ? b : a) // no row at all reads as null, too
        : !column.equal(a, b),
    );
  return Uint8Array.from(noted.index, (row, trainingRow) => {
    const before = spine.previous[trainingRow] ?? -1;
    const change = before >= 0 && differs(row, noted.index[before] ?? NO_MATCH) ? Note.change : 0;
    const late = noted.ifKnown[trainingRow] === row ? 0 : Note.late;
    if (row === NO_MATCH) return change | late;
    const tie = isTie(row, spine.timesUs[trainingRow] ?? 0n) ? Note.tie : 0;
    return change | tie | late;
  });
}

/**
 * Of rows with equal event times every direction takes the last in the order of the index, and whatever stands before it
 * was as usable: a tie is a neighbour before it at the same time. For `nearest` a row as far away on the other side ties too.
 */
function tieTest({ join, group }: NotedJoin): (row: number, tUs: bigint) => boolean {
  const { starts, rows, eventTimes } = group.index.features(join.featureColumns);
  const positions = new Int32Array(group.numRows);
  rows.forEach((row, position) => {
    positions[row] = position;
  });
  const isStart = new Uint8Array(rows.length + 1);
  for (const start of starts) isStart[start] = 1;
  const isNearest = join.rule.direction === "nearest";
  return (row, tUs) => {
    const position = positions[row] ?? 0;
    if (isStart[position] === 0 && eventTimes[position - 1] === eventTimes[position]) return true;
    if (!isNearest) return false;
    // On equal distances the past wins, so the row that lost is the first after the moment. Rows at the moment itself can
    // stand between the two: not counted, or they would have been chosen.
    const distance = tUs - BigInt(eventTimes[position] ?? 0);
    for (let next = position + 1; distance > 0n && isStart[next] === 0; next++) {
      const ahead = BigInt(eventTimes[next] ?? 0) - tUs;
      if (ahead !== 0n) return ahead === distance;
    }
    return false;
  };
}
