import { Table, type Vector } from "apache-arrow";
import { BatchShapeError, quote, quoteAll, suggest } from "../errors";
import type { FeatureGroup } from "../feature-group";
import type { CellValue } from "../schema";
import { appendVector, isSameType, tableColumns, vectorReader } from "./arrow";
import type { Column } from "./column";
import { appendColumn, type BatchColumn, batchReader, ColumnBatch } from "./column-batch";
import { readCell } from "./read-value";

/** A row that was not taken: its number in the batch, its first bad column, the value as given, and why. */
export interface RejectedRow {
  row: number;
  column: string;
  value: unknown;
  reason: string;
}

/** Rows as callers give them. A property that a row lacks is a null. */
export type Rows = readonly Readonly<Record<string, unknown>>[] | Table;

/** What can be added to a group: rows as callers give them, or as our own readers of files make them. */
export type AnyRows = Rows | ColumnBatch;

/**
 * Reads a batch and adds its readable rows behind the group's columns, where nobody sees them until the group
 * `show`s them.
 *
 * @returns The rows that were not taken, in order.
 * @throws BatchShapeError before anything is added, where the batch's columns are not the group's.
 */
export function appendBatch(group: FeatureGroup, rows: AnyRows): RejectedRow[] {
  if (rows instanceof ColumnBatch) return appendColumns(group, rows);
  if (isTable(rows)) return appendTable(group, rows);
  if (!Array.isArray(rows))
    throw new BatchShapeError(`Rows for ${quote(group.name)} must be a list of objects, or an Arrow table.`);
  if (rows.length === 0) return [];
  checkShape(group, rowColumns(rows));
  return appendRows(
    group,
    rows.length,
    (column) => (row) => (Object.hasOwn(rows[row], column) ? rows[row][column] : null),
  );
}

/** Also a table of another copy of Arrow, as a page or a console may hand over. */
function isTable(rows: Rows): rows is Table {
  return (
    rows instanceof Table ||
    (!Array.isArray(rows) &&
      typeof rows === "object" &&
      rows !== null &&
      "schema" in rows &&
      "getChildAt" in rows)
  );
}

function rowColumns(rows: readonly unknown[]): Set<string> {
  const columns = new Set<string>();
  rows.forEach((row, i) => {
    if (typeof row !== "object" || row === null)
      throw new BatchShapeError(`Row ${i} of the batch is not an object with a value per column.`);
    for (const column of Object.keys(row)) columns.add(column);
  });
  return columns;
}

function checkShape(group: FeatureGroup, given: ReadonlySet<string>): void {
  const { schema } = group.checked;
  const unknown = [...given].filter((column) => !schema.has(column));
  const missing = [...schema.keys()].filter((column) => !given.has(column));
  if (unknown.length === 0 && missing.length === 0) return;
  const wrong = [
    unknown.length > 0 ? `has ${quoteAll(unknown)}, which the group does not know` : "",
    missing.length > 0 ? `lacks ${quoteAll(missing)}` : "",
  ].filter((part) => part !== "");
  const hint = unknown.length > 0 && missing.length > 0 ? ` ${suggest(unknown[0], missing)}` : "";
  throw new BatchShapeError(
    `The batch for feature group ${quote(group.name)} ${wrong.join(" and ")}.${hint} Its columns are ${quoteAll(schema.keys())}. Nothing was inserted.`,
  );
}

function appendTable(group: FeatureGroup, table: Table): RejectedRow[] {
  const vectors = tableColumns(table);
  checkShape(group, new Set(vectors.keys()));
  const vectorOf = (column: string) => vectors.get(column) as Vector;
  const typesMatch = [...group.checked.schema].every(([column, type]) => isSameType(vectorOf(column), type));
  if (typesMatch && appendWhole(group, (name, column) => appendVector(column, vectorOf(name)))) return [];
  return appendRows(group, table.numRows, (column) => vectorReader(vectorOf(column)));
}

function appendColumns(group: FeatureGroup, batch: ColumnBatch): RejectedRow[] {
  checkShape(group, new Set(batch.columns.keys()));
  const columnOf = (name: string) => batch.columns.get(name) as BatchColumn;
  const typesMatch = [...group.checked.schema].every(([name, type]) => columnOf(name).type === type);
  const append = (name: string, column: Column) => appendColumn(column, columnOf(name), batch.numRows);
  if (typesMatch && appendWhole(group, append)) return [];
  return appendRows(group, batch.numRows, (name) => batchReader(columnOf(name)));
}

/** Takes whole columns over, if every row turns out to be readable; else takes them back. */
function appendWhole(group: FeatureGroup, append: (name: string, column: Column) => void): boolean {
  // Not the group's number of rows: other pieces of the batch may stand there already.
  const from = group.column(group.eventTime).length;
  for (const [name, column] of group.columns) append(name, column);
  const readable = Array.from(group.columns).every(([name, column]) => isReadable(group, name, column, from));
  if (!readable) for (const column of group.columns.values()) column.truncate(from);
  return readable;
}

function isReadable(group: FeatureGroup, name: string, column: Column, from: number): boolean {
  const nullable = readCell(group.checked, name, column.type, null).ok;
  if (!nullable && column.valid.subarray(from, column.length).includes(0)) return false;
  if (column.type !== "timestamp" && !(column.type === "float64" && !nullable)) return true;
  for (let row = from; row < column.length; row++) {
    const read = readCell(group.checked, name, column.type, column.get(row));
    if (!read.ok) return false;
  }
  return true;
}

function appendRows(
  group: FeatureGroup,
  count: number,
  reader: (column: string) => (row: number) => unknown,
): RejectedRow[] {
  const rejected: RejectedRow[] = [];
  const columns = Array.from(group.columns, ([name, column]) => ({ name, column, read: reader(name) }));
  const values: CellValue[] = new Array(columns.length);
  for (let row = 0; row < count; row++) {
    const bad = columns.find(({ name, column, read }, i) => {
      const value = read(row);
      const result = readCell(group.checked, name, column.type, value);
      if (!result.ok) rejected.push({ row, column: name, value, reason: result.reason });
      else values[i] = result.value;
      return !result.ok;
    });
    if (bad === undefined) columns.forEach(({ column }, i) => void column.push(values[i]));
  }
  return rejected;
}
