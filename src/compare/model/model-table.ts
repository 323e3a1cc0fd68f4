import { asofJoin, type JoinRule, NO_MATCH } from "../../microfs/core";
import type { VariantName } from "../../terms/variants";
import type { ComparedJoin, ComparedView } from "../compared-view";
import { multiplies, type ViewVariant } from "../variant";
import { variantTable } from "../variant-table";
import type { NullTreatment, TableName } from "./model-results";
import type { SampledTable } from "./sampling";

/** A training table that a model is trained on and tried. */
export interface ModelTable<Name extends TableName> {
  readonly name: Name;
  readonly of: (data: ComparedView) => SampledTable;
  /** How many rows it has of a view. */
  readonly numRowsOf: (data: ComparedView) => number;
}

/** The table of a variant. */
export function variantModelTable(variant: ViewVariant): ModelTable<VariantName> {
  return {
    name: variant.name,
    of: (data) => variantTable(data, variant),
    // The kernel need not be run for all rows to know that none is multiplied.
    numRowsOf: (data) => (multiplies(variant) ? variantTable(data, variant).numRows : data.order.length),
  };
}

/** The table of a view's own join with its empty cells treated in a way. A run of the kernel a join, two to fill. */
export function nullTreatmentTable(name: NullTreatment): ModelTable<NullTreatment> {
  const of = (data: ComparedView): SampledTable => {
    const joins = data.joins.map((join) => (name === "fill_next" ? filledFromNext(join) : chosenBy(join)));
    const all = Int32Array.from(data.order.keys());
    return tableOf(name === "drop_rows" ? all.filter((row) => isComplete(joins, row)) : all, joins);
  };
  return {
    name,
    of,
    numRowsOf: (data) => (name === "drop_rows" ? of(data).numRows : data.order.length),
  };
}

/** @param trainingRows - Those that are kept. @param joins - Per join, shape [training rows]. */
function tableOf(trainingRows: Int32Array, joins: readonly Int32Array[]): SampledTable {
  return {
    numRows: trainingRows.length,
    rowsAt: (numbers) => {
      const kept = Int32Array.from(numbers, (number) => trainingRows[number] ?? NO_MATCH);
      return {
        trainingRows: kept,
        joins: joins.map((index) => kept.map((row) => index[row] ?? NO_MATCH)),
      };
    },
  };
}

function isComplete(joins: readonly Int32Array[], row: number): boolean {
  return joins.every((index) => (index[row] ?? NO_MATCH) !== NO_MATCH);
}

function chosenBy({ join, sides }: ComparedJoin, rule: JoinRule = join.rule): Int32Array {
  return asofJoin(sides.spine, sides.features, rule).index;
}

/** Its own row; where there is none, the entity's next one, however far off. */
function filledFromNext(join: ComparedJoin): Int32Array {
  const next = chosenBy(join, { ...join.join.rule, direction: "forward", ttlUs: null });
  return chosenBy(join).map((row, i) => (row === NO_MATCH ? (next[i] ?? NO_MATCH) : row));
}
