import type { InPieces } from "../in-pieces";
import { type LinearModel, type Matrix, momentsOf, solveSymmetric } from "./linear-model";

/** How much a weight costs: what scikit-learn's `Ridge` takes unless told otherwise. */
export const RIDGE_PENALTY = 1;

/**
 * Least squares with a penalty on the weights: the least of Σ (y − x·w − c)² + α w·w; the intercept c costs nothing. As
 * scikit-learn's `Ridge(alpha=1.0)`. O(rows × columns²), once.
 *
 * @param x - At least one row. @param y - Shape [rows].
 */
export function* fitRidge(x: Matrix, y: Float64Array): InPieces<LinearModel> {
  const { columns } = x;
  const { gram, moments } = yield* momentsOf(x, null, y);
  const k = columns + 1;
  for (let i = 0; i < columns; i++) gram[i * k + i] = (gram[i * k + i] ?? 0) + RIDGE_PENALTY;
  const solution = solveSymmetric(gram, moments);
  return { weights: solution.slice(0, columns), intercept: solution[columns] ?? 0 };
}
