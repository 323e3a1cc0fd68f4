import type { FoundEntities } from "../../../state/entity-search";
import type { Training } from "../../../state/training";
import { exactValue } from "../../../timeline/words/format-value";
import { formatNumber } from "../../../ui/format-number";
import type { DataTableColumn } from "../../../ui/table/data-table-column";

/** The columns of the list of entities. Those in sight are fetched. */
export function entityColumns(training: Training, { columns, pages }: FoundEntities): DataTableColumn[] {
  const keys = columns.flatMap((name, part): DataTableColumn[] => {
    const column = training.columns.find(({ join, column }) => join === -1 && column === name);
    if (column === undefined) return [];
    return [
      {
        id: name,
        header: name,
        minWidthPx: 120,
        grow: 2,
        cell: (i) => {
          const value = pages.read(i, (page, at) => page.keys[at]?.[part] ?? null);
          return value === undefined ? "…" : exactValue(value, column.type);
        },
      },
    ];
  });
  const number = (id: "rows" | "features" | "leaks" | "unmatched", header: string): DataTableColumn => ({
    id,
    header,
    align: "end",
    minWidthPx: 84,
    cell: (i) => {
      const count = pages.read(i, (page, at) => page[id][at] ?? 0);
      return count === undefined ? "…" : formatNumber(count);
    },
  });
  return [
    ...keys,
    number("rows", "to predict"),
    number("features", "feature rows"),
    number("leaks", "joins that leak"),
    number("unmatched", "unmatched"),
  ];
}
