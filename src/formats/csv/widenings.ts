import type { Choice } from "./csv-draft";
import type { CsvColumn, CsvPlan, RejectedRow } from "./csv-plan";
import { isOfWholeRow, REASONS } from "./rejection-reasons";
import { tryColumn } from "./sniff/try-column";

/** A wider type that would read what a column's own cannot. */
export interface Widening extends Choice {
  column: string;
  /** How many of the rejected rows it would read. */
  rows: number;
}

/**
 * For each column that rejects rows, the narrowest type that would read all of their values there: whole numbers become
 * numbers, all else text. None for a column of times that says when a row happened or was known.
 *
 * @param rejected - Of the whole file, or the first of them.
 */
export function widenings(plan: CsvPlan, rejected: readonly RejectedRow[]): Widening[] {
  const valuesOf = new Map<string, string[]>();
  for (const { column, value, reason } of rejected) {
    if (value === "" || reason === REASONS.nullWord || isOfWholeRow(reason)) continue;
    const values = valuesOf.get(column);
    if (values === undefined) valuesOf.set(column, [value]);
    else values.push(value);
  }
  return plan.columns.flatMap((column) => {
    const values = valuesOf.get(column.name) ?? [];
    const type = values.length === 0 || !column.included ? null : widerType(column, plan, values);
    if (type === null) return [];
    const label = `Read ${column.name} as ${type === "string" ? "text" : "numbers"}`;
    return {
      column: column.name,
      rows: values.length,
      label,
      change: { columns: { [column.name]: { type } } },
    };
  });
}

function widerType(column: CsvColumn, plan: CsvPlan, values: readonly string[]): "float64" | "string" | null {
  const isTime = column.name === plan.eventTime || column.name === plan.createdTime;
  if (isTime || column.type === "string") return null;
  if (column.type !== "int64") return "string";
  const { readable } = tryColumn({ ...column, type: "float64" }, values);
  return readable === values.length ? "float64" : "string";
}
