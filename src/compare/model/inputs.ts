import type { Column } from "../../microfs";
import { NO_MATCH } from "../../microfs/core";
import type { ComparedView } from "../compared-view";
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
 * that the later half of the rows has none that was seen; what is to be predicted is no feature. Names that the table does
 * not have are passed over.
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

/** Rows of a training table, whatever made them: of which training row each is, and the row of each join's group, or −1. */
export interface TableRows {
  /** Shape [rows]. */
  readonly trainingRows: Int32Array;
  /** Per join, shape [rows]. */
  readonly joins: readonly Int32Array[];
}

/**
 * The inputs' values in some rows of a table: per input, shape [rows]. A bool is 0 or 1, a text its code, an int64 the
 * nearest double; NaN where there is none, and where a number is no finite one. O(rows × inputs).
 */
export function valuesOf(data: ComparedView, inputs: readonly Input[], table: TableRows): Float64Array[] {
  const spineRows = table.trainingRows.map((trainingRow) => data.order[trainingRow] ?? NO_MATCH);
  return inputs.map(({ join, values: { values, valid } }) =>
    Float64Array.from(table.joins[join] ?? spineRows, (row) => {
      if (row === NO_MATCH || valid[row] !== 1) return Number.NaN;
      const value = Number(values[row]);
      return Number.isFinite(value) ? value : Number.NaN;
    }),
  );
}
