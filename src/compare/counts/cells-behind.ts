import { NO_MATCH } from "../../microfs/core";
import { featureRank } from "../feature-rank";
import type { InPieces } from "../in-pieces";
import { takenCount, takenFor } from "../lineage";
import type { VariantTable } from "../variant-table";
import { countsOf } from "./count-variant";
import type { JoinFacts } from "./join-facts";
import type { TakenCounts } from "./taken-counts";
import type { CellsBehind } from "./variant-counts";

/** One training row that has cells behind a number. */
export interface RowBehind {
  readonly trainingRow: number;
  readonly cells: number;
  /** The greatest peek of them, microseconds; 0 where none leaks, or where it is not looked for. */
  readonly peekUs: number;
  /** The one of them that has this peek, else the first: its join, and its feature among those of the join. */
  readonly join: number;
  readonly feature: number;
  /** The row of the group that made it: where several did the one with this peek, else the last. −1 for none. */
  readonly row: number;
  /** How many rows of the table the training row becomes, and how many each join takes. */
  readonly tableRows: number;
  readonly rowsOfJoins: readonly number[];
}

/**
 * The training rows that have cells behind a number, the greatest peek first, of equal ones the earlier; of what is multiplied those that
 * become the most rows.
 */
export interface RowsBehind {
  readonly totalRows: number;
  readonly totalCells: number;
  /** The rows [from, to). */
  page(from: number, to: number): RowBehind[];
}

const ROWS_A_PIECE = 1 << 14;

/**
 * The training rows behind a number of {@link countVariant}: their cells add up to that number. Of a variant that multiplies,
 * the peeks of stale and of empty cells are not looked for.
 *
 * @returns O(n log m) a join, and O(r log r) for r rows.
 */
export function* rowsBehind(
  table: VariantTable,
  facts: readonly JoinFacts[],
  behind: CellsBehind,
): InPieces<RowsBehind> {
  const joins = countsOf(table, facts).flatMap((counts, join) => {
    const own = facts[join];
    const features = (own?.joined.features ?? []).flatMap(({ name }, feature) =>
      behind.feature === null || behind.feature === name ? [feature] : [],
    );
    // The first that has such cells stands for all.
    const rankOf = (feature: number) =>
      own === undefined ? 0 : featureRank(own.joined, own.joined.features[feature]?.column ?? "");
    features.sort((a, b) => rankOf(a) - rankOf(b));
    return own === undefined || features.length === 0
      ? []
      : [new JoinBehind(table, own, counts, join, features, behind)];
  });
  const n = table.data.order.length;
  const peeks = new Float64Array(n);
  const isMultiplied = behind.what === "multiplied";
  const before = isMultiplied ? (i: number) => table.rowsMadeOf(i, -1) : (i: number) => peeks[i] ?? 0;
  const found = new Int32Array(n);
  let totalRows = 0;
  let totalCells = 0;
  for (let i = 0; i < n; i++) {
    if (i % ROWS_A_PIECE === 0) yield;
    let cells = 0;
    let peek = 0;
    for (const join of joins) {
      const ofJoin = join.cells(i);
      cells += ofJoin;
      if (ofJoin > 0) peek = Math.max(peek, join.greatestPeek(i));
    }
    if (cells === 0) continue;
    totalCells += cells;
    peeks[i] = peek;
    found[totalRows++] = i;
  }
  const rows = found.subarray(0, totalRows).sort((a, b) => before(b) - before(a) || a - b);
  return {
    totalRows,
    totalCells,
    page: (from, to) =>
      Array.from(rows.subarray(from, to), (trainingRow) => {
        const having = joins.filter((join) => join.cells(trainingRow) > 0);
        const first =
          having.find((join) => join.greatestPeek(trainingRow) === peeks[trainingRow]) ?? having[0];
        return {
          trainingRow,
          cells: joins.reduce((sum, join) => sum + join.cells(trainingRow), 0),
          peekUs: peeks[trainingRow] ?? 0,
          join: first?.join ?? NO_MATCH,
          feature: first?.firstFeature(trainingRow) ?? NO_MATCH,
          row: first?.rowOf(trainingRow) ?? NO_MATCH,
          tableRows: table.rowsMadeOf(trainingRow, -1),
          rowsOfJoins: table.joins.map(({ rows }) => takenCount(rows, trainingRow)),
        };
      }),
  };
}

/** The cells of one join behind a number, by training row. */
class JoinBehind {
  readonly join: number;
  readonly #table: VariantTable;
  readonly #facts: JoinFacts;
  readonly #counts: TakenCounts;
  readonly #features: readonly number[];
  readonly #behind: CellsBehind;

  constructor(
    table: VariantTable,
    facts: JoinFacts,
    counts: TakenCounts,
    join: number,
    features: readonly number[],
    behind: CellsBehind,
  ) {
    this.join = join;
    this.#table = table;
    this.#facts = facts;
    this.#counts = counts;
    this.#features = features;
    this.#behind = behind;
  }

  cells(i: number): number {
    const { what } = this.#behind;
    const times = this.#table.rowsMadeOf(i, what === "multiplied" ? -1 : this.join);
    if (what === "multiplied") return times > 1 ? times * this.#features.length : 0;
    if (what !== "empty") return times * this.#features.length * this.#rows(i);
    return times * this.#features.reduce((sum, feature) => sum + this.#counts.empty(i, feature), 0);
  }

  greatestPeek(i: number): number {
    const place = this.#greatestPlace(i);
    return place < 0 ? 0 : this.#counts.peekAt(i, this.#counts.leaked(i), place);
  }

  firstFeature(i: number): number {
    const { what } = this.#behind;
    const isEmpty = (feature: number) => this.#counts.empty(i, feature) > 0;
    return (what === "empty" ? this.#features.find(isEmpty) : this.#features[0]) ?? NO_MATCH;
  }

  /** Of the rows that made such cells the one with the greatest peek, else the last. */
  rowOf(i: number): number {
    const { what } = this.#behind;
    const taken = this.#table.joins[this.join]?.rows;
    if (taken === undefined) return NO_MATCH;
    const place = this.#greatestPlace(i);
    if (place >= 0) return this.#counts.leakedRow(i, this.#counts.leaked(i), place);
    const { own, rank, joined } = this.#facts;
    const rule = this.#table.variant.rules[this.join] ?? joined.join.rule;
    const right = this.#facts.reference(rule)[i] ?? NO_MATCH;
    const values = joined.features[this.firstFeature(i)]?.values;
    const last = takenFor(taken, i).findLast((row) => {
      if (what === "other") return row !== own[i];
      if (what === "stale") return right !== NO_MATCH && (rank[row] ?? 0) < (rank[right] ?? 0);
      return what === "multiplied" || values?.isNull(row) === true;
    });
    return last ?? NO_MATCH;
  }

  /** The place among the leaked rows of the one with the greatest peek that made such cells; −1 where none is looked for. */
  #greatestPlace(i: number): number {
    const { what, peekUs } = this.#behind;
    const leaked = this.#counts.leaked(i);
    if (leaked === 0) return -1;
    if (what === "leaked" && peekUs !== null) return this.#firstPeekFrom(i, leaked, peekUs.to) - 1;
    const isOne = this.#table.joins[this.join]?.rows.kind === "one";
    if (!isOne && (what === "stale" || what === "empty")) return -1;
    // Of the rows other than the view's own, which may leak itself.
    const isOwn = (place: number) =>
      what === "other" && this.#counts.leakedRow(i, leaked, place) === this.#facts.own[i];
    return isOwn(leaked - 1) ? leaked - 2 : leaked - 1;
  }

  /** How many rows count for each feature but for what is empty. */
  #rows(i: number): number {
    const { what, peekUs } = this.#behind;
    if (what === "other") return this.#counts.other(i);
    if (what === "stale") return this.#counts.stale(i);
    const leaked = this.#counts.leaked(i);
    if (peekUs === null || leaked === 0) return leaked;
    return this.#firstPeekFrom(i, leaked, peekUs.to) - this.#firstPeekFrom(i, leaked, peekUs.from);
  }

  /** The place of the first leaked row whose peek is at least so much. */
  #firstPeekFrom(i: number, leaked: number, us: number): number {
    let [low, high] = [0, leaked];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#counts.peekAt(i, leaked, middle) < us) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
