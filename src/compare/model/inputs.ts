import type { Column } from "../../microfs";
import { NO_MATCH } from "../../microfs/core";
import type { ComparedView } from "../compared-view";
import type { InPieces } from "../in-pieces";
import type { Consequence, ModelRequest } from "./model-results";

/** A column of the training table that a model learns from. */
export interface Input {
  /** Its name in the training table. */
  readonly feature: string;
  /** The number of its join, or −1 for the spine. */
  readonly join: number;
  readonly column: string;
  readonly values: Column;
}

/**
 * The columns that a model learns from, in the order of the table, and those that were asked for and cannot be used. Where
 * none are asked for it is every joined feature. Keys name an entity and would be learned by heart; times grow for ever, so
 * that the later half of the rows has none that was seen; what is to be predicted is no feature. For names that the table
 * does not have see {@link unknownFeatures}.
 */
export function inputsOf(data: ComparedView, { features }: ModelRequest, label: string) {
  const inputs: Input[] = [];
  const leftOut: Consequence["leftOut"][number][] = [];
  for (const { name: feature, join, column } of data.view.columns) {
    if (features === null ? join < 0 : !features.includes(feature)) continue;
    const side = data.joins[join];
    const group = side?.group ?? data.spine;
    const values = group.column(column);
    const keys = side?.join.featureColumns ?? data.joins.flatMap((one) => one.join.spineColumns);
    if (join < 0 && (column === label || data.view.label.includes(column)))
      leftOut.push({ feature, reason: "is_label" });
    else if (group.primaryKeys.includes(column) || keys.includes(column))
      leftOut.push({ feature, reason: "is_key" });
    else if (values.type === "timestamp") leftOut.push({ feature, reason: "time" });
    else inputs.push({ feature, join, column, values });
  }
  return { inputs, leftOut };
}

/** The features that were asked for and that the table does not have, in the order asked. */
export function unknownFeatures({ view }: ComparedView, { features }: ModelRequest): string[] {
  return (features ?? []).filter((feature) => !view.columns.some(({ name }) => name === feature));
}

/** Rows of a training table, whatever made them: of which training row each is, and the row of each join's group, or −1. */
export interface TableRows {
  /** Shape [rows]. */
  readonly trainingRows: Int32Array;
  /** Per join, shape [rows]. */
  readonly joins: readonly Int32Array[];
}

/**
 * The inputs' values in some rows of a table: per input, shape [rows]. A bool is 0 or 1, a text its code, an int64 the
 * nearest double; NaN where there is none, and where a number is no finite one. O(rows × inputs), a pause after each input.
 */
export function* valuesOf(
  data: ComparedView,
  inputs: readonly Input[],
  table: TableRows,
): InPieces<Float64Array[]> {
  const spineRows = table.trainingRows.map((trainingRow) => data.order[trainingRow] ?? NO_MATCH);
  const found: Float64Array[] = [];
  for (const { join, values } of inputs) {
    found.push(numbersAt(values, table.joins[join] ?? spineRows));
    yield;
  }
  return found;
}

function numbersAt({ values, valid }: Column, rows: Int32Array): Float64Array {
  const numbers = new Float64Array(rows.length).fill(Number.NaN);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? NO_MATCH;
    if (row === NO_MATCH || valid[row] !== 1) continue;
    const value = Number(values[row]);
    if (Number.isFinite(value)) numbers[i] = value;
  }
  return numbers;
}
