import type { RowsBehind } from "../../compare/counts/cells-behind";
import type { CellsBehind } from "../../compare/counts/variant-counts";
import type { Differences } from "../../compare/differences";
import { type CellValue, NO_MATCH } from "../../microfs/core";
import type { VariantName } from "../../terms/variants";
import type { BehindPage, DifferencePage } from "./compare-results";
import type { Compared } from "./compared";

/** The rows [from, to) behind a number, as they cross. `own` gives the row that the view's own join takes, per join. */
export function behindPage(
  { data, idsOf }: Compared,
  behind: CellsBehind,
  found: RowsBehind,
  own: (join: number, trainingRow: number) => number,
  { from, to }: { from: number; to: number },
): BehindPage {
  const rowOf = spineRows({ data, idsOf });
  const rows = found.page(from, to).map((row) => {
    const feature = data.joins[row.join]?.features[row.feature];
    const valueIn = (of: number): CellValue =>
      of === NO_MATCH || feature === undefined ? null : feature.values.get(of);
    return {
      ...rowOf(row.trainingRow),
      cells: row.cells,
      join: row.join,
      peekUs: row.peekUs,
      feature: feature?.name ?? "",
      own: valueIn(own(row.join, row.trainingRow)),
      value: valueIn(row.row),
    };
  });
  const { totalRows, totalCells } = found;
  return { behind, totalRows, totalCells, from, rows };
}

/** The differences [from, to) of two variants, as they cross. */
export function differencePage(
  compared: Compared,
  [above, below]: readonly [VariantName, VariantName],
  found: Differences,
  { from, to }: { from: number; to: number },
): DifferencePage {
  const rowOf = spineRows(compared);
  const rows = found.page(from, to).map(({ trainingRow, pair, size }) => ({
    ...rowOf(trainingRow),
    join: pair.above.join,
    feature: pair.above.name,
    column: pair.above.column,
    type: pair.above.type,
    before: pair.above.valueAt(trainingRow),
    after: pair.below.valueAt(trainingRow),
    afterRows: pair.below.lineage?.rowsAt(trainingRow) ?? 1,
    size,
    leaks: [
      pair.above.lineage?.leaksAt(trainingRow) ?? false,
      pair.below.lineage?.leaksAt(trainingRow) ?? false,
    ] as [boolean, boolean],
  }));
  const { totalCells, totalRows } = found;
  return { above, below, totalCells, totalRows, from, rows };
}

/** What a training row is known by. */
function spineRows({ data: { view, spine, order }, idsOf }: Compared) {
  const keys = [...new Set(view.joins.flatMap(({ spineColumns }) => spineColumns))].map((name) =>
    spine.column(name),
  );
  const times = spine.column(spine.eventTime);
  const ids = idsOf(spine.name);
  return (trainingRow: number) => {
    const row = order[trainingRow] ?? NO_MATCH;
    return {
      trainingRow,
      spineRow: ids[row] ?? NO_MATCH,
      timeUs: times.get(row) as bigint,
      entity: keys.map((key) => key.get(row)),
    };
  };
}
