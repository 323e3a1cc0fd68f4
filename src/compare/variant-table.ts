import type { FeatureGroup } from "../microfs";
import { NO_MATCH } from "../microfs/core";
import type { ComparedJoin, ComparedView } from "./compared-view";
import { type JoinTaken, lastTaken, type TakenRows, takenCount, takenFor } from "./lineage";
import { type ColumnOrder, compareValues } from "./scan-candidates";
import { takenRows } from "./taken-rows";
import { multiplies, type ViewVariant } from "./variant";

/** Rows of a variant's table. */
export interface VariantRows {
  /** Shape [rows]. The training row that each was made of. */
  readonly trainingRows: Int32Array;
  /** One array of shape [rows] per join: the row of its group, or −1. */
  readonly joins: readonly Int32Array[];
}

/**
 * The training table of a view under a variant. Where joins multiply it is never built: a training row with 2, 0 and 3 rows
 * of three joins is 2 × 1 × 3 rows of the table, in the order of the first join's, within those of the second's, and so on.
 */
export class VariantTable {
  readonly data: ComparedView;
  readonly variant: ViewVariant;
  /** Which rows made its cells, per join. */
  readonly joins: readonly JoinTaken[];
  /** Per join what it takes, where it makes a row of each; else `null`: several rows may make one cell. */
  readonly #multiplying: readonly (TakenRows | null)[];
  /** Shape [training rows + 1]: where each one's rows begin; `null` where each has one. */
  readonly #firstRows: Float64Array | null;

  constructor(data: ComparedView, variant: ViewVariant, joins: readonly JoinTaken[]) {
    this.data = data;
    this.variant = variant;
    this.joins = joins;
    this.#multiplying = joins.map(({ rows }, join) => (variant.joins[join]?.pick === "each" ? rows : null));
    this.#firstRows = multiplies(variant) ? firstRows(data.order.length, this.#multiplying) : null;
  }

  /** How many rows it has. Beyond 2^53 to sixteen digits. */
  get numRows(): number {
    return this.#firstRows?.at(-1) ?? this.data.order.length;
  }

  /** The number of a training row's first row; for the number of training rows, that of all rows. */
  firstRowOf(trainingRow: number): number {
    return this.#firstRows === null ? trainingRow : (this.#firstRows[trainingRow] ?? this.numRows);
  }

  /**
   * How many rows of the table have one and the same row of a join for a training row: the product over the other joins.
   * Of `without` −1 all rows that the training row becomes.
   */
  rowsMadeOf(trainingRow: number, without: number): number {
    return this.#firstRows === null ? 1 : rowsMadeOf(this.#multiplying, trainingRow, without);
  }

  /** The training row that a row of the table was made of. O(log n). */
  trainingRowOf(number: number): number {
    const firsts = this.#firstRows;
    if (firsts === null) return number;
    let [low, high] = [0, firsts.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((firsts[middle] ?? 0) <= number) low = middle;
      else high = middle;
    }
    return low;
  }

  /**
   * Rows by their number. O(log n) a row. Beyond 2^53 a number stands for one of the rows near it.
   *
   * @param numbers - Whole numbers in [0, numRows).
   * @throws RangeError for a number that is none of those, and of a pick that is made column by column, which no one row is.
   */
  rowsAt(numbers: Float64Array): VariantRows {
    const trainingRows = Int32Array.from(numbers, (number) => {
      if (!(number >= 0 && number < this.numRows))
        throw new RangeError(`row must be 0 to ${this.numRows - 1}: ${number}`);
      return this.trainingRowOf(number);
    });
    const joins = this.joins.map(() => new Int32Array(numbers.length));
    if (this.joins.some(({ byColumn }) => byColumn !== null))
      throw new RangeError("a pick made column by column takes no one row: ask for a column’s");
    for (let at = 0; at < numbers.length; at++) {
      const trainingRow = trainingRows[at] ?? 0;
      // The last join changes from row to row: so it is divided off first.
      let left = (numbers[at] ?? 0) - this.firstRowOf(trainingRow);
      for (let join = this.joins.length - 1; join >= 0; join--) {
        const taken = this.joins[join]?.rows;
        const into = joins[join];
        if (taken === undefined || into === undefined) continue;
        const count = takenCount(taken, trainingRow);
        if (count <= 1) into[at] = lastTaken(taken, trainingRow);
        else {
          into[at] = takenFor(taken, trainingRow)[left % count] ?? NO_MATCH;
          left = Math.floor(left / count);
        }
      }
    }
    return { trainingRows, joins };
  }
}

/** The table of a view under a variant. Costs one run of the kernel a join, or O(n log m), see {@link takenRows}. */
export function variantTable(data: ComparedView, variant: ViewVariant): VariantTable {
  const joins = data.joins.map((join) => takenByJoin(join, variant));
  return new VariantTable(data, variant, joins);
}

/** What one join of a view takes under a variant. */
export function takenByJoin(
  { number, sides, group, features }: ComparedJoin,
  variant: ViewVariant,
): JoinTaken {
  const of = variant.joins[number];
  if (of === undefined) throw new RangeError(`variant ${variant.name} must say what join ${number} takes`);
  const columns = features.map(({ column }) => columnOrder(group, column));
  return takenRows(sides, of, variant.rules[number] ?? null, columns);
}

function columnOrder(group: FeatureGroup, name: string): ColumnOrder {
  const column = group.column(name);
  return {
    isNull: (row) => column.isNull(row),
    compare: (a, b) => compareValues(column.get(a), column.get(b)),
  };
}

function firstRows(n: number, joins: readonly (TakenRows | null)[]): Float64Array {
  const firsts = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) firsts[i + 1] = (firsts[i] ?? 0) + rowsMadeOf(joins, i, -1);
  return firsts;
}

/** How many rows a training row becomes; one join, if any, left out. */
function rowsMadeOf(joins: readonly (TakenRows | null)[], trainingRow: number, without: number): number {
  let made = 1;
  for (let join = 0; join < joins.length; join++) {
    const taken = joins[join] ?? null;
    if (taken !== null && join !== without) made *= Math.max(1, takenCount(taken, trainingRow));
  }
  return made;
}
