import { type ComparedTable, comparedTable } from "../../compare/compared-table";
import { type RowsBehind, rowsBehind } from "../../compare/counts/cells-behind";
import { countVariant, factsOf } from "../../compare/counts/count-variant";
import type { JoinFacts } from "../../compare/counts/join-facts";
import type { CellsBehind } from "../../compare/counts/variant-counts";
import { type Differences, differences, nextDifferent } from "../../compare/differences";
import type { InPieces } from "../../compare/in-pieces";
import { type ViewVariant, variantsOf, viewVariant } from "../../compare/variant";
import { takenByJoin, VariantTable } from "../../compare/variant-table";
import type { VariantName } from "../../terms/variants";
import { behindPage, differencePage, tableRowsPage } from "./cell-pages";
import type {
  BehindPage,
  CompareQuestion,
  CompareSummary,
  DifferencePage,
  TableRowsPage,
} from "./compare-results";
import type { Compared } from "./compared";

/** Tables are some bytes per training row and join. Two are compared at a time, and a third may be counted. */
const MOST_TABLES = 3;

type Page = { readonly from: number; readonly to: number };

/** The cells of every variant of one state of a training set: counted, listed, compared. What is asked for again is kept. */
export class ComparedCells {
  readonly compared: Compared;
  readonly #facts: readonly JoinFacts[];
  /** The last asked for comes last. */
  readonly #tables = new Map<VariantName, VariantTable>();
  #summary: CompareSummary | null = null;
  #behind: { readonly key: string; readonly found: RowsBehind } | null = null;
  #differences: { readonly key: string; readonly found: Differences } | null = null;

  constructor(compared: Compared) {
    this.compared = compared;
    this.#facts = factsOf(compared.data);
  }

  /** What every variant of the menu does to the training set. */
  *summary(): InPieces<CompareSummary> {
    if (this.#summary === null) {
      const { data } = this.compared;
      const variants = [];
      for (const variant of variantsOf(this.#rules))
        variants.push(yield* countVariant(yield* this.#tableOf(variant), this.#facts));
      this.#summary = { viewName: data.view.name, spineRows: data.order.length, variants };
    }
    return this.#summary;
  }

  /** The training rows [from, to) behind a number. */
  *behind(behind: CellsBehind, page: Page): InPieces<BehindPage> {
    const key = JSON.stringify(behind);
    const table = yield* this.#tableOf(viewVariant(behind.variant, this.#rules));
    if (this.#behind?.key !== key)
      this.#behind = { key, found: yield* rowsBehind(table, this.#facts, behind) };
    return behindPage(this.compared, behind, table, this.#facts, this.#behind.found, page);
  }

  /** The rows [from, to) of a variant's own table. */
  *rows(variant: VariantName, page: Page): InPieces<TableRowsPage> {
    const table = yield* this.#tableOf(viewVariant(variant, this.#rules));
    return tableRowsPage(this.compared, table, this.#facts, page);
  }

  /** The cells [from, to) that two variants write differently. */
  *differences(above: VariantName, below: VariantName, page: Page): InPieces<DifferencePage> {
    const key = `${above},${below}`;
    if (this.#differences?.key !== key) {
      const [one, other] = [yield* this.#tableToCompare(above), yield* this.#tableToCompare(below)];
      this.#differences = { key, found: yield* differences(one, other) };
    }
    return differencePage(this.compared, [above, below], this.#differences.found, page);
  }

  /** The next training row, or the one before, in which two variants differ. */
  *next({
    above,
    below,
    trainingRow,
    by,
  }: Extract<CompareQuestion, { kind: "next" }>): InPieces<number | null> {
    const [one, other] = [yield* this.#tableToCompare(above), yield* this.#tableToCompare(below)];
    return yield* nextDifferent(one, other, trainingRow, by);
  }

  get #rules() {
    return this.compared.data.view.joins.map(({ rule }) => rule);
  }

  *#tableToCompare(name: VariantName): InPieces<ComparedTable> {
    return comparedTable(yield* this.#tableOf(viewVariant(name, this.#rules)), this.#facts);
  }

  *#tableOf(variant: ViewVariant): InPieces<VariantTable> {
    const { data } = this.compared;
    let table = this.#tables.get(variant.name);
    if (table === undefined) {
      const joins = [];
      for (const join of data.joins) {
        joins.push(takenByJoin(join, variant));
        yield;
      }
      table = new VariantTable(data, variant, joins);
    }
    this.#tables.delete(variant.name);
    this.#tables.set(variant.name, table);
    const [oldest] = this.#tables.keys();
    if (this.#tables.size > MOST_TABLES && oldest !== undefined) this.#tables.delete(oldest);
    return table;
  }
}
