import type { InPieces } from "../in-pieces";
/** Numbers by row: those of row i are `values[i * columns]` to `values[(i + 1) * columns]`, the end not included. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  /** Shape [rows × columns]. */
  readonly values: Float64Array;
}

/** A weight per column of a matrix, and a number that is added to every row. */
export interface LinearModel {
  readonly intercept: number;
  /** Shape [columns]. */
  readonly weights: Float64Array;
}

/** What a model says of each row: of a class the log-odds, of a number the number. Shape [rows]. O(rows × columns). */
export function predict({ intercept, weights }: LinearModel, x: Matrix): Float64Array {
  return weightedSums(x, weights, intercept);
}

/** Per row of x, the sum of its numbers times `weights`, and `constant`. */
export function weightedSums(x: Matrix, weights: Float64Array, constant: number): Float64Array {
  const { rows, columns, values } = x;
  const sums = new Float64Array(rows);
  for (let row = 0, at = 0; row < rows; row++, at += columns) {
    let sum = constant;
    for (let i = 0; i < columns; i++) sum += (values[at + i] ?? 0) * (weights[i] ?? 0);
    sums[row] = sum;
  }
  return sums;
}

/** Additions between two pauses: a few milliseconds. */
const PIECE = 8_000_000;

/**
 * Sums over the rows z = (x, 1): of w z zᵀ, and of r z. What the normal equations of least squares and a step of Newton's
 * are made of. O(rows × columns²), less where there are zeros.
 *
 * @param weights - Shape [rows], w; `null` for 1. @param residuals - Shape [rows], r.
 * @returns `gram` with shape [k × k], k = columns + 1, its lower triangle alone; `moments` with shape [k].
 */
export function* momentsOf(
  x: Matrix,
  weights: Float64Array | null,
  residuals: Float64Array,
): InPieces<{ gram: Float64Array; moments: Float64Array }> {
  const k = x.columns + 1;
  const sums = { gram: new Float64Array(k * k), moments: new Float64Array(k) };
  const piece = Math.max(1, Math.floor(PIECE / (k * k)));
  for (let from = 0; from < x.rows; from += piece) {
    addMoments(sums, { x, weights, residuals }, from, Math.min(x.rows, from + piece));
    yield;
  }
  return sums;
}

/**
 * Adds those of the rows [from, to). Four rows at once, which halves the time: a sum is read and written once for all of them.
 * Not in the generator, whose loops engines make less fast.
 */
function addMoments(
  { gram, moments }: { gram: Float64Array; moments: Float64Array },
  { x, weights, residuals }: { x: Matrix; weights: Float64Array | null; residuals: Float64Array },
  from: number,
  to: number,
): void {
  const { columns, values } = x;
  const last = columns * (columns + 1);
  // Past the end there are zeros.
  const weightOf = (row: number) => (row < to ? (weights?.[row] ?? 1) : 0);
  const residualOf = (row: number) => (row < to ? (residuals[row] ?? 0) : 0);
  for (let row = from; row < to; row += 4) {
    const [a, b] = [row * columns, (row + 1) * columns];
    const [c, d] = [(row + 2) * columns, (row + 3) * columns];
    const [wa, wb, wc, wd] = [weightOf(row), weightOf(row + 1), weightOf(row + 2), weightOf(row + 3)];
    const [ra, rb, rc, rd] = [residualOf(row), residualOf(row + 1), residualOf(row + 2), residualOf(row + 3)];
    for (let i = 0; i < columns; i++) {
      const [va, vb] = [values[a + i] ?? 0, values[b + i] ?? 0];
      const [vc, vd] = [values[c + i] ?? 0, values[d + i] ?? 0];
      // Flags are mostly 0.
      if (va === 0 && vb === 0 && vc === 0 && vd === 0) continue;
      const [xa, xb, xc, xd] = [wa * va, wb * vb, wc * vc, wd * vd];
      const line = i * (columns + 1);
      for (let j = 0; j <= i; j++) {
        const sum =
          xa * (values[a + j] ?? 0) +
          xb * (values[b + j] ?? 0) +
          xc * (values[c + j] ?? 0) +
          xd * (values[d + j] ?? 0);
        gram[line + j] = (gram[line + j] ?? 0) + sum;
      }
      gram[last + i] = (gram[last + i] ?? 0) + xa + xb + xc + xd;
      moments[i] = (moments[i] ?? 0) + ra * va + rb * vb + rc * vc + rd * vd;
    }
    gram[last + columns] = (gram[last + columns] ?? 0) + wa + wb + wc + wd;
    moments[columns] = (moments[columns] ?? 0) + ra + rb + rc + rd;
  }
}

/**
 * Solves A s = b by Cholesky's factors. O(k³).
 *
 * @param a - Shape [k × k], symmetric and positive definite; its lower triangle is read, and overwritten by the factor.
 * @param b - Shape [k]. @returns s, shape [k].
 * @throws RangeError where A is not positive definite.
 */
export function solveSymmetric(a: Float64Array, b: Float64Array): Float64Array {
  const k = b.length;
  const get = (row: number, column: number) => a[row * k + column] ?? 0;
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = get(i, j);
      for (let m = 0; m < j; m++) sum -= get(i, m) * get(j, m);
      if (i === j && !(sum > 0)) throw new RangeError(`the matrix must be positive definite: line ${i}`);
      a[i * k + j] = i === j ? Math.sqrt(sum) : sum / get(j, j);
    }
  }
  const solution = Float64Array.from(b);
  for (let i = 0; i < k; i++) {
    let sum = solution[i] ?? 0;
    for (let m = 0; m < i; m++) sum -= get(i, m) * (solution[m] ?? 0);
    solution[i] = sum / get(i, i);
  }
  for (let i = k - 1; i >= 0; i--) {
    let sum = solution[i] ?? 0;
    for (let m = i + 1; m < k; m++) sum -= get(m, i) * (solution[m] ?? 0);
    solution[i] = sum / get(i, i);
  }
  return solution;
}
