import { type Table, tableFromIPC } from "apache-arrow";
import type { CellValue, ViewColumn } from "../../microfs";
import type { JoinAnswer, TrainingAnswer } from "../../worker/answers";
import { cellReader } from "./cell-reader";

/** A training set on the page: the table decoded, and ways to find a row. */
export interface Training {
  viewName: string;
  table: Table;
  numRows: number;
  columns: readonly TrainingColumn[];
  joins: readonly JoinAnswer[];
  spineIndex: Int32Array;
  timesUs: BigInt64Array;
  /** Shape [label group's rows]. The training row of each. */
  trainingRowOf: Int32Array;
}

export interface TrainingColumn extends ViewColumn {
  /** The value in a training row. */
  value: (trainingRow: number) => CellValue;
}

/** Decodes what the worker has sent. */
export function decodeTraining(answer: TrainingAnswer): Training {
  const { ipc, columns, ...rest } = answer;
  const table = tableFromIPC(ipc);
  const trainingRowOf = new Int32Array(answer.spineIndex.length);
  answer.spineIndex.forEach((spineRow, trainingRow) => {
    trainingRowOf[spineRow] = trainingRow;
  });
  return {
    ...rest,
    table,
    numRows: answer.spineIndex.length,
    columns: columns.map((column, i) => ({ ...column, value: cellReader(table.getChildAt(i)) })),
    trainingRowOf,
  };
}
