import { type Table, tableFromIPC, tableToIPC } from "apache-arrow";
import { appendVector, arrowTable, tableColumns, usedTexts } from "../columns/arrow";
import type { Column } from "../columns/column";
import { quote } from "../errors";
import type { FeatureGroup } from "../feature-group";
import { type Database, putBatch, unreadable } from "./database";

/** One stored batch has at most this many rows: browsers refuse records of more than some 100 MB. */
const BATCH_ROWS = 65_536;

/**
 * Writes the rows [from, to) of a group behind its batches, where nobody sees them before a state counts them, each
 * batch small enough for one record and in a transaction of its own.
 *
 * @param pause - Awaited after each; what it throws is thrown.
 * @returns How many batches the group has then.
 * @throws StorageError `storage_full`. What has been written by then is left there.
 */
export async function writeBatches(
  database: Database,
  { id, group, numBatches }: { id: number; group: FeatureGroup; numBatches: number },
  from: number,
  to: number,
  pause: () => Promise<void> = async () => undefined,
): Promise<number> {
  let number = numBatches;
  for (let start = from; start < to; start += BATCH_ROWS) {
    const bytes = tableToIPC(rowsTable(group, start, Math.min(to, start + BATCH_ROWS)), "stream");
    await putBatch(database, [id, number++], bytes);
    await pause();
  }
  return number;
}

/** The rows [from, to) of a group as an Arrow table that carries only the texts that they use. O(rows taken). */
export function rowsTable(group: FeatureGroup, from: number, to: number): Table {
  const columns = Array.from(group.columns, ([name, column]) => ({
    name,
    type: column.type,
    ...rowsOf(column, from, to),
  }));
  return arrowTable(columns, to - from);
}

function rowsOf(column: Column, from: number, to: number) {
  const values = column.values.subarray(from, to);
  const valid = column.valid.subarray(from, to);
  if (column.dictionary === null) return { values, valid, texts: null };
  return { valid, ...usedTexts(values as Int32Array, valid, column.dictionary.texts) };
}

/**
 * Adds stored batches behind a group's rows. Without an error the group shows them.
 *
 * @throws StorageError `storage_unreadable` where a batch is damaged, or does not add up to `numRows`.
 */
export function decodeBatches(
  group: FeatureGroup,
  batches: readonly Uint8Array[],
  numRows: number,
  storeName: string,
): void {
  try {
    for (const bytes of batches) {
      const vectors = tableColumns(tableFromIPC(bytes));
      for (const [name, column] of group.columns) {
        const vector = vectors.get(name);
        if (vector === undefined) throw new RangeError(`a batch lacks column ${quote(name)}`);
        appendVector(column, vector);
      }
    }
    for (const [name, column] of group.columns) {
      if (column.length !== numRows)
        throw new RangeError(`column ${quote(name)} has ${column.length} rows instead of ${numRows}`);
    }
  } catch (error) {
    for (const column of group.columns.values()) column.truncate(group.numRows);
    throw unreadable(
      storeName,
      `feature group ${quote(group.name)} is damaged (${error instanceof Error ? error.message : String(error)})`,
      error,
    );
  }
  group.show(numRows);
}
