import type { Training } from "../../../state/training/training";
import { exactValue } from "../../../timeline/words/format-value";
import { formatNumber } from "../../../ui/format-number";
import type { DataTableColumn } from "../../../ui/table/data-table-column";
import type { EntityAnswer } from "../../../worker/training/entity-list";

/**
 * The columns of the list of entities. Keys are read from the training rows that the entities open, so that only those
 * in sight are ever written out.
 */
export function entityColumns(training: Training, found: EntityAnswer): DataTableColumn[] {
  const keys = found.columns.flatMap((name): DataTableColumn[] => {
    const column = training.columns.find(({ join, column }) => join === -1 && column === name);
    if (column === undefined) return [];
    return [
      {
        id: name,
        header: name,
        minWidthPx: 120,
        grow: 2,
        cell: (i) => exactValue(column.value(found.open[i] ?? 0), column.type),
      },
    ];
  });
  const number = (id: string, header: string, values: Int32Array): DataTableColumn => ({
    id,
    header,
    align: "end",
    minWidthPx: 84,
    cell: (i) => formatNumber(values[i] ?? 0),
  });
  return [
    ...keys,
    number("rows", "to predict", found.rows),
    number("features", "feature rows", found.features),
    number("leaks", "leaks", found.leaks),
    number("unmatched", "unmatched", found.unmatched),
  ];
}
