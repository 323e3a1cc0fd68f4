import { useMemo } from "react";
import { formatNumber } from "../../../ui/format-number";
import { DataTable } from "../../../ui/table/data-table";
import type { DataTableColumn } from "../../../ui/table/data-table-column";
import type { RejectedLine } from "../../../worker/answers";

/** Each row that was not stored: its line, its first bad column, the value there and what is wrong with it. */
export function RejectedTable({ rejected }: { readonly rejected: readonly RejectedLine[] }) {
  const columns = useMemo(() => rejectedColumns(rejected), [rejected]);
  return (
    <DataTable
      label="Rows that were not stored"
      columns={columns}
      rowCount={rejected.length}
      cellTone={(_, columnId) => (columnId === "value" ? "problem" : columnId === "line" ? "muted" : "plain")}
      visibleRows={10}
    />
  );
}

function rejectedColumns(rejected: readonly RejectedLine[]): DataTableColumn[] {
  return [
    {
      id: "line",
      header: "line",
      grow: 0,
      minWidthPx: 88,
      cell: (row) => formatNumber(rejected[row]?.line ?? 0),
    },
    { id: "column", header: "column", minWidthPx: 128, cell: (row) => rejected[row]?.column },
    {
      id: "value",
      header: "value",
      minWidthPx: 160,
      cell: (row) => rejected[row]?.value || "nothing",
      exact: (row) => rejected[row]?.value,
    },
    {
      id: "reason",
      header: "reason",
      grow: 3,
      minWidthPx: 288,
      cell: (row) => rejected[row]?.reason,
      exact: (row) => rejected[row]?.reason,
    },
  ];
}
