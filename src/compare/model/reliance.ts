import type { InPieces } from "../in-pieces";
import type { EncodedColumn } from "./encoding";
import type { LinearModel, Matrix } from "./linear-model";

/** A model, the columns that it has, and their means in training. */
export interface Fitted {
  readonly columns: readonly EncodedColumn[];
  readonly model: LinearModel;
  readonly means: Float64Array;
}

/**
 * A model that does not see some inputs: each of their columns stands at its mean in training. Not what another model would make
 * of the rest, but what this one does. O(columns).
 */
export function blindTo({ columns, model, means }: Fitted, inputs: readonly number[]): LinearModel {
  const isSeen = (i: number) => !inputs.includes(columns[i]?.input ?? -1);
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

/**
 * Inputs by what can only be hidden together: those that have a column in common, such as “is missing” of two features of one row, in
 * any of some models. To hide one of them alone hides nothing, where the other still says it. In the order of their numbers.
 */
export function linkedInputs(
  models: readonly { readonly columns: readonly EncodedColumn[]; readonly sameAs: Int32Array }[],
): number[][] {
  const linkOf = new Map<number, number>();
  for (const { columns, sameAs } of models) {
    columns.forEach(({ input }, i) => {
      const other = columns[sameAs[i] ?? i]?.input ?? input;
      const [mine, theirs] = [linkOf.get(input) ?? input, linkOf.get(other) ?? other];
      const link = Math.min(mine, theirs);
      linkOf.set(input, link);
      linkOf.set(other, link);
      for (const [one, known] of linkOf) if (known === mine || known === theirs) linkOf.set(one, link);
    });
  }
  const linked = new Map<number, number[]>();
  for (const [input, link] of [...linkOf].sort(([a], [b]) => a - b))
    linked.set(link, [...(linked.get(link) ?? []), input]);
  return [...linked.values()];
}
