import type { CellValue, EntitySlice, SliceJoin } from "../../../microfs/core";
import { type Edit, nextAddedRow } from "../../../scenario/edits/edit";
import { inlineOf } from "../../../scenario/inline-value";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { joinAt } from "../../../timeline/step/coordinate";
import { momentOf, verdictsAt } from "../../../timeline/step/step-verdicts";

/** Rows like one that is there: equal in every column; the same fact, heard of later and otherwise; the same in time, and otherwise. */
export const ADDED_KINDS = ["duplicate", "correction", "tie"] as const;
export type AddedKind = (typeof ADDED_KINDS)[number];

/**
 * Adds a row like the one that goes into the cell, or else like the last there is.
 *
 * @param edits - Those that there are already.
 * @returns `null` where the new row equals one that is there in every column: the store counts it and does not keep it; and
 *   where there is no row that it could be like.
 */
export function addedRow(
  slice: EntitySlice,
  at: Pick<Coordinate, "spineRow" | "join">,
  kind: AddedKind,
  edits: readonly Edit[],
): Edit | null {
  const join = joinAt(slice, at.join);
  const found = verdictsAt(slice, join, at.spineRow);
  const like = found.chosen ?? found.at(found.length - 1);
  const position = like === undefined ? -1 : join.rows.indexOf(like.row);
  if (like === undefined || position === -1) return null;
  const values = new Map(join.columns.map(({ name, values }) => [name, values[position] ?? null]));
  if (kind !== "duplicate") changeValue(join, values, found.countAt(like.eventTime));
  if (kind === "correction" && join.createdTime !== null && like.createdTime !== null)
    values.set(join.createdTime, laterKnown(like.createdTime, momentOf(slice, at.spineRow)));
  if (isThere(join, values)) return null;
  return {
    kind: "add",
    group: join.fgName,
    row: nextAddedRow(edits, join.fgName),
    values: Object.fromEntries(
      join.columns.map(({ name, type }) => [name, inlineOf(values.get(name) ?? null, type)]),
    ),
  };
}

const MINUTE_US = 60_000_000n;

/** Halfway to the prediction, on a whole minute, so that it is known by then; a minute later where there is no such time. */
function laterKnown(knownUs: bigint, tUs: bigint): bigint {
  const halfway = knownUs + (tUs - knownUs) / 2n;
  const round = halfway - (halfway % MINUTE_US);
  return round > knownUs ? round : knownUs + MINUTE_US;
}

/** The first value that the join writes, and that is no key or time, becomes another one. */
function changeValue(join: SliceJoin, values: Map<string, CellValue>, by: number): void {
  const kept = new Set([join.eventTime, join.createdTime, ...join.primaryKeys]);
  const column = join.writes.find((write) => !kept.has(write.column))?.column;
  if (column === undefined) return;
  const value = values.get(column) ?? null;
  values.set(column, otherValue(value, by));
}

function otherValue(value: CellValue, by: number): CellValue {
  switch (typeof value) {
    case "bigint":
      return value + BigInt(by);
    case "number":
      return value + by;
    case "boolean":
      return !value;
    case "string":
      return `${value} (${by + 1})`;
    default:
      return value;
  }
}

function isThere(join: SliceJoin, values: ReadonlyMap<string, CellValue>): boolean {
  return Array.from(join.rows.keys()).some((position) =>
    join.columns.every((column) =>
      Object.is(column.values[position] ?? null, values.get(column.name) ?? null),
    ),
  );
}
