import { type Table, tableFromIPC } from "apache-arrow";
import type { CellValue, ViewColumn } from "../../microfs";
import { NO_MATCH } from "../../microfs/asof-join";
import { FIRST_ADDED_ROW } from "../../scenario/edits/edit";
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
  /** The training row of a row of the label group, by the number that it is known by; `undefined` where there is none. */
  trainingRowOf: (spineRow: number) => number | undefined;
}

export interface TrainingColumn extends ViewColumn {
  /** The value in a training row. */
  value: (trainingRow: number) => CellValue;
}

/** Decodes what the worker has sent. */
export function decodeTraining(answer: TrainingAnswer): Training {
  const { ipc, columns, ...rest } = answer;
  const table = tableFromIPC(ipc);
  return {
    ...rest,
    table,
    numRows: answer.spineIndex.length,
    columns: columns.map((column, i) => ({ ...column, value: cellReader(table.getChildAt(i)) })),
    trainingRowOf: inverseOf(answer.spineIndex),
  };
}

/** Where each number stands in an index vector. Stored rows have small numbers; added ones have theirs far above. */
function inverseOf(index: Int32Array): (number: number) => number | undefined {
  const added = new Map<number, number>();
  let most = -1;
  for (const number of index) if (number < FIRST_ADDED_ROW && number > most) most = number;
  const stored = new Int32Array(most + 1).fill(NO_MATCH);
  index.forEach((number, position) => {
    if (number < FIRST_ADDED_ROW) stored[number] = position;
    else added.set(number, position);
  });
  return (number) => {
    const position = stored[number] ?? NO_MATCH;
    return position === NO_MATCH ? added.get(number) : position;
  };
}
