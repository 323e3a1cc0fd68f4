import { type ComparedColumn, countAt, valuesAt } from "../../compare/compared-table";
import type { RowsBehind } from "../../compare/counts/cells-behind";
import type { JoinFacts } from "../../compare/counts/join-facts";
import type { CellsBehind } from "../../compare/counts/variant-counts";
import type { Differences } from "../../compare/differences";
import type { VariantTable } from "../../compare/variant-table";
import { type CellValue, NO_MATCH } from "../../microfs/core";
import type { VariantName } from "../../terms/variants";
import type { BehindPage, DifferencePage, SpineRowName, TableRowsPage, WrittenCell } from "./compare-results";
import type { Compared } from "./compared";

type Page = { readonly from: number; readonly to: number };

/** The rows [from, to) behind a number, as they cross. */
export function behindPage(
  { data, idsOf }: Compared,
  behind: CellsBehind,
  { numRows }: VariantTable,
  facts: readonly JoinFacts[],
  found: RowsBehind,
  { from, to }: Page,
): BehindPage {
  const rowOf = spineRows({ data, idsOf });
  const rows = found.page(from, to).map(({ trainingRow, row, join, feature: at, ...counted }) => {
    const own = facts[join];
    const feature = own?.joined.features[at];
    const valueIn = (of: number): CellValue =>
      of === NO_MATCH || feature === undefined ? null : feature.values.get(of);
    const { eventTimes, spine } = own?.joined.sides ?? {};
    return {
      ...rowOf(trainingRow),
      cells: counted.cells,
      peekUs: counted.peekUs,
      join,
      feature: feature?.name ?? "",
      own: valueIn(own?.own[trainingRow] ?? NO_MATCH),
      value: valueIn(row),
      isAhead: row !== NO_MATCH && (eventTimes?.[row] ?? 0) > (spine?.times[trainingRow] ?? 0),
      tableRows: counted.tableRows,
      rowsOfJoins: [...counted.rowsOfJoins],
    };
  });
  const { totalRows, totalCells } = found;
  return { behind, totalRows, totalCells, tableRows: numRows, spineRows: data.order.length, from, rows };
}

/** The differences [from, to) of two variants, as they cross. */
export function differencePage(
  compared: Compared,
  [above, below]: readonly [VariantName, VariantName],
  found: Differences,
  { from, to }: Page,
): DifferencePage {
  const rowOf = spineRows(compared);
  const rows = found.page(from, to).map(({ trainingRow, pair, size }) => ({
    ...rowOf(trainingRow),
    join: pair.above.join,
    feature: pair.above.name,
    column: pair.above.column,
    type: pair.above.type,
    before: writtenCell(pair.above, trainingRow),
    after: writtenCell(pair.below, trainingRow),
    size,
  }));
  const { totalCells, totalRows, otherRowCells } = found;
  if (otherRowCells === null) throw new RangeError("both tables must be joined from rows");
  const { length } = compared.data.order;
  return { above, below, totalCells, totalRows, spineRows: length, otherRowCells, from, rows };
}

/** Values that are shown of a cell which holds several. */
const SHOWN_VALUES = 3;

function writtenCell(column: ComparedColumn, trainingRow: number): WrittenCell {
  const distinct = new Set(valuesAt(column, trainingRow));
  return {
    rows: countAt(column, trainingRow),
    values: [...distinct].slice(0, SHOWN_VALUES),
    distinct: distinct.size,
    leaks: column.lineage?.leaksAt(trainingRow) ?? false,
  };
}

/** The rows [from, to) of a variant's own table, as they cross. Only these are made. */
export function tableRowsPage(
  compared: Compared,
  table: VariantTable,
  facts: readonly JoinFacts[],
  { from, to }: Page,
): TableRowsPage {
  const { data } = compared;
  const rowOf = spineRows(compared);
  const length = Math.max(0, Math.min(to, table.numRows) - from);
  const { trainingRows, joins } = table.rowsAt(Float64Array.from({ length }, (_, at) => from + at));
  const rows = Array.from(trainingRows, (trainingRow, at) => {
    const cells = data.joins.flatMap(({ number, features }) => {
      const row = joins[number]?.[at] ?? NO_MATCH;
      const leaks = facts[number]?.leaks(trainingRow, row) ?? false;
      return features.map(({ values }) => ({ value: row === NO_MATCH ? null : values.get(row), leaks }));
    });
    return {
      ...rowOf(trainingRow),
      values: cells.map(({ value }) => value),
      leaks: cells.map(({ leaks }) => leaks),
    };
  });
  return {
    variant: table.variant.name,
    totalRows: table.numRows,
    spineRows: data.order.length,
    features: data.joins.flatMap(({ features }) => features.map(({ name }) => name)),
    from,
    rows,
  };
}

/** What a training row is known by. */
function spineRows({ data: { view, spine, order }, idsOf }: Compared) {
  const keys = [...new Set(view.joins.flatMap(({ spineColumns }) => spineColumns))].map((name) =>
    spine.column(name),
  );
  const times = spine.column(spine.eventTime);
  const ids = idsOf(spine.name);
  return (trainingRow: number): SpineRowName => {
    const row = order[trainingRow] ?? NO_MATCH;
    return {
      trainingRow,
      spineRow: ids[row] ?? NO_MATCH,
      timeUs: times.get(row) as bigint,
      entity: keys.map((key) => key.get(row)),
    };
  };
}
