import type { EncodedColumn } from "./encoding";
import type { InPieces, LinearModel, Matrix } from "./linear-model";

/** A model, the columns that it has, and their means in training. */
export interface Fitted {
  readonly columns: readonly EncodedColumn[];
  readonly model: LinearModel;
  readonly means: Float64Array;
}

/**
 * A model that does not see one input: each of the input's columns stands at its mean in training. Not what another model would make
 * of the rest, but what this one does. O(columns).
 */
export function blindTo({ columns, model, means }: Fitted, input: number): LinearModel {
  const isSeen = (i: number) => columns[i]?.input !== input;
  const hidden = model.weights.reduce(
    (sum, weight, i) => (isSeen(i) ? sum : sum + weight * (means[i] ?? 0)),
    0,
  );
  return {
    intercept: model.intercept + hidden,
    weights: model.weights.map((weight, i) => (isSeen(i) ? weight : 0)),
  };
}

/** The mean of each column. O(rows × columns). */
export function meansOf({ rows, columns, values }: Matrix): Float64Array {
  const means = new Float64Array(columns);
  for (let row = 0, at = 0; row < rows; row++)
    for (let i = 0; i < columns; i++, at++) means[i] = (means[i] ?? 0) + (values[at] ?? 0) / rows;
  return means;
}

/**
 * Which columns are the same in every row: for each the number of the first that it is equal to, its own where there is none
 * before it. Of such columns a model cannot tell which it leans on. O(rows × columns), more where columns are nearly equal.
 */
export function* equalColumns({ rows, columns, values }: Matrix): InPieces<Int32Array> {
  const first = new Int32Array(columns);
  for (let i = 0; i < columns; i++) {
    first[i] = i;
    for (let j = 0; j < i; j++) {
      if (first[j] !== j || !isEqual(j, i)) continue;
      first[i] = j;
      break;
    }
    yield;
  }
  return first;

  function isEqual(a: number, b: number): boolean {
    for (let row = 0, at = 0; row < rows; row++, at += columns)
      if (values[at + a] !== values[at + b]) return false;
    return true;
  }
}
