import type { Column } from "../../microfs";
import { type CellValue, NO_MATCH } from "../../microfs/core";
import type { ComparedView } from "../compared-view";
import type { InPieces } from "../in-pieces";
import type { ModelProblem, ModelRequest } from "./model-results";

/** What is to be predicted, as numbers. */
export interface Target {
  readonly label: string;
  readonly task: "class" | "number";
  /** Of a class: the value that counts as 1. */
  readonly positive: string | null;
  readonly negative: string | null;
  /** The training rows that have a label, ascending. */
  readonly trainingRows: Int32Array;
  /** Shape [trainingRows]. Of a class 0 or 1. */
  readonly values: Float64Array;
}

/** Of two values, the one that says yes. */
const YES = new Set(["true", "yes", "y", "1"]);

/**
 * The label as numbers. A bool and a column of two values is a class: 1 is what says yes (`true`, `yes`, `y`, `1`, in
 * whatever case), else the rarer value, of two as common the later in order. Other numbers are predicted as such; other
 * texts and times cannot be. Rows without a label, NaN and infinities are left out. O(training rows).
 */
export function* targetOf(data: ComparedView, request: ModelRequest): InPieces<Target | ModelProblem> {
  const label = request.label ?? data.view.label[0];
  const column = label === undefined ? undefined : data.spine.columns.get(label);
  if (label === undefined || column === undefined) return { kind: "no_label" };
  const { order } = data;
  const rows = new Int32Array(order.length);
  const counts = new Map<CellValue, number>();
  let there = 0;
  for (let from = 0; from < order.length; from += PIECE) {
    for (let trainingRow = from; trainingRow < Math.min(order.length, from + PIECE); trainingRow++) {
      const row = order[trainingRow] ?? NO_MATCH;
      if (!isThere(column, row)) continue;
      rows[there++] = trainingRow;
      const cell = column.get(row);
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
    yield;
  }
  const trainingRows = rows.slice(0, there);
  if (column.type === "timestamp" || (column.type === "string" && counts.size > 2))
    return { kind: "label_cannot_be_predicted", label, values: counts.size };
  const [first] = counts.keys();
  if (counts.size === 1) return { kind: "one_class", label, value: String(first) };
  const isNumber = counts.size > 2;
  const positive = isNumber ? null : positiveOf(counts);
  const negative = [...counts.keys()].find((value) => value !== positive) ?? null;
  const values = new Float64Array(there);
  for (let from = 0; from < there; from += PIECE) {
    for (let i = from; i < Math.min(there, from + PIECE); i++) {
      const cell = column.get(order[trainingRows[i] ?? 0] ?? NO_MATCH);
      values[i] = isNumber ? Number(cell) : Number(cell === positive);
    }
    yield;
  }
  return isNumber
    ? { label, task: "number", positive: null, negative: null, trainingRows, values }
    : { label, task: "class", positive: String(positive), negative: String(negative), trainingRows, values };
}

/** Rows between two pauses. */
const PIECE = 50_000;

function isThere(column: Column, row: number): boolean {
  return !column.isNull(row) && (column.type !== "float64" || Number.isFinite(column.get(row)));
}

/** @param counts - Of two values, or of none. */
function positiveOf(counts: ReadonlyMap<CellValue, number>): CellValue {
  const yes = [...counts.keys()].filter((value) => YES.has(String(value).toLowerCase()));
  if (yes.length === 1) return yes[0] ?? null;
  const isLater = (a: CellValue, b: CellValue) => (a !== null && b !== null && a > b ? -1 : 1);
  const [[rarer] = [null]] = [...counts].sort(([a, ofA], [b, ofB]) => ofA - ofB || isLater(a, b));
  return rarer;
}
