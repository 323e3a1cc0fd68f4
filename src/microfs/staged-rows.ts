import { type AnyRows, appendBatch, type RejectedRow } from "./columns/append-batch";
import type { Column } from "./columns/column";
import { RowSet } from "./columns/row-set";
import { FeatureGroup } from "./feature-group";
import { type StoredGroup, unreadable } from "./storage/database";

/** A feature group in memory, and how much of it is stored. */
export interface GroupInMemory {
  id: number;
  group: FeatureGroup;
  numBatches: number;
  /** What rows there are, for finding duplicates; made by the first insert. */
  contents: RowSet | null;
}

/** A stored group that this store does not hold yet, still without its rows. */
export function newlyRead({ id, definition }: StoredGroup, storeName: string): GroupInMemory {
  try {
    return { id, group: new FeatureGroup(definition), numBatches: 0, contents: null };
  } catch (error) {
    throw unreadable(storeName, `a feature group's definition is damaged (${String(error)})`, error);
  }
}

/** What became of a batch, in rows. `rejected` has one entry per rejected row. */
export interface InsertReport {
  inserted: number;
  duplicates: number;
  rejected: RejectedRow[];
}

/** Between two pauses: what takes a moment, not a second. */
const ROWS_AT_ONCE = 100_000;

/**
 * Puts the readable rows of a batch behind a group's rows, where nobody sees them, but for those that it has already.
 *
 * @param pieces - Of the batch, in order. The rejected rows are numbered over all of them.
 * @param pause - Awaited between two pieces of work; what it throws is thrown. What stands there then, {@link unstage} takes back.
 */
export async function stageRows(
  inMemory: GroupInMemory,
  pieces: readonly AnyRows[],
  pause: () => Promise<void>,
): Promise<InsertReport> {
  const { group } = inMemory;
  const columns = [...group.columns.values()];
  const rejected: RejectedRow[] = [];
  const from = firstColumn(group).length;
  let [end, taken, given] = [from, 0, 0];
  if (pieces.length > 0) inMemory.contents ??= await contentsOf(group, pause);
  for (const rows of pieces) {
    for (const bad of appendBatch(group, rows)) rejected.push({ ...bad, row: given + bad.row });
    given += "numRows" in rows ? rows.numRows : rows.length;
    const read = firstColumn(group).length;
    taken += read - end;
    end = inMemory.contents?.addDistinct(end, read) ?? read;
    for (const column of columns) column.truncate(end);
    group.index.codeAhead(end);
    await pause();
  }
  return { inserted: end - from, duplicates: taken - (end - from), rejected };
}

/** How many rows a group has with those that are staged. */
export function stagedEnd({ group }: GroupInMemory): number {
  return firstColumn(group).length;
}

/** Takes everything away that stands behind a group's rows. */
export function unstage(inMemory: GroupInMemory): void {
  const { group } = inMemory;
  for (const column of group.columns.values()) column.truncate(group.numRows);
  group.index.forgetAhead();
  inMemory.contents = null;
}

export function firstColumn(group: FeatureGroup): Column {
  const [column] = group.columns.values();
  return column;
}

/** What rows a group has. */
async function contentsOf(group: FeatureGroup, pause: () => Promise<void>): Promise<RowSet> {
  const contents = new RowSet([...group.columns.values()]);
  for (let row = 0; row < group.numRows; row += ROWS_AT_ONCE) {
    contents.addDistinct(row, Math.min(group.numRows, row + ROWS_AT_ONCE));
    await pause();
  }
  return contents;
}
