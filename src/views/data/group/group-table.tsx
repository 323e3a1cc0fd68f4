import { useMemo, useState, useSyncExternalStore } from "react";
import { useAppHandle } from "../../../state/use-app";
import { columnFormat, exactValue } from "../../../timeline/words/format-value";
import { Notice } from "../../../ui/feedback/notice";
import { formatNumber } from "../../../ui/format-number";
import { DataTable } from "../../../ui/table/data-table";
import type { DataTableColumn } from "../../../ui/table/data-table-column";
import type { GroupSummary } from "../../../worker/answers";
import styles from "./group.module.css";
import { GroupPages } from "./group-pages";

/** All rows of a group, in the order they were stored. Those in sight are fetched. */
export function GroupTable({ group }: { readonly group: GroupSummary }) {
  const app = useAppHandle();
  const [pages] = useState(() => new GroupPages(app, group.definition.name));
  const version = useSyncExternalStore(pages.subscribe, pages.version);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page makes the rows in sight anew
  const columns = useMemo(() => groupColumns(group, pages), [group, pages, version]);
  const isNull = (rowIndex: number, columnId: string) => {
    const column = group.columns[Number(columnId.slice(1))];
    return column !== undefined && pages.cell(rowIndex, column.name) === null;
  };
  return (
    <section className={styles.table} aria-label={`Rows of ${group.definition.name}`}>
      {pages.error !== null && (
        <Notice kind="error" title="These rows could not be fetched.">
          {pages.error.message}
        </Notice>
      )}
      <DataTable
        label={`Rows of ${group.definition.name}`}
        columns={columns}
        rowCount={group.numRows}
        cellTone={(row, id) => (id === "row" || isNull(row, id) ? "muted" : "plain")}
        visibleRows={14}
        empty="There are no rows yet: drop a file below to add some."
      />
    </section>
  );
}

function groupColumns({ definition, columns }: GroupSummary, pages: GroupPages): DataTableColumn[] {
  const { primaryKeys, eventTime, createdTime } = definition;
  const roleOf = (name: string) =>
    primaryKeys.includes(name)
      ? " · key"
      : name === eventTime
        ? " · event time"
        : name === createdTime
          ? " · created time"
          : "";
  return [
    {
      id: "row",
      header: "",
      subheader: "row",
      grow: 0,
      minWidthPx: 80,
      // Counted from 1, as wherever the app names a row.
      cell: (row) => formatNumber(row + 1),
    },
    ...columns.map(({ name, type }, at): DataTableColumn => {
      const isKey = primaryKeys.includes(name);
      const format = columnFormat({ name, type, values: pages.firstCells(name) }, { year: true });
      return {
        id: `c${at}`,
        header: name,
        subheader: `${type === "timestamp" ? "timestamp UTC" : type}${roleOf(name)}`,
        align: !isKey && (type === "int64" || type === "float64") ? "end" : "start",
        minWidthPx: type === "timestamp" ? 168 : 112,
        cell: (row) => {
          const value = pages.cell(row, name);
          if (value === undefined) return "…";
          // A key is a name: thousands apart it could not be found again.
          return isKey ? exactValue(value, type) : format(value);
        },
        exact: (row) => {
          const value = pages.cell(row, name);
          return value === undefined ? undefined : exactValue(value, type);
        },
      };
    }),
  ];
}
