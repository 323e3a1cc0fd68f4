import { tableFromIPC } from "apache-arrow";
import { useMemo, useState } from "react";
import { cellReader } from "../../../microfs";
import type { CellValue } from "../../../microfs/core";
import type { App } from "../../../state/app";
import { storeOf } from "../../../state/connection";
import { Pages } from "../../../state/pages";
import { useAppHandle, usePages } from "../../../state/use-app";
import { columnFormat, exactValue } from "../../../timeline/words/format-value";
import { rowName } from "../../../timeline/words/row-name";
import { Notice } from "../../../ui/feedback/notice";
import { DataTable } from "../../../ui/table/data-table";
import type { DataTableColumn } from "../../../ui/table/data-table-column";
import type { GroupSummary } from "../../../worker/results";
import styles from "./group.module.css";

const PAGE_ROWS = 500;

/** A page of a group's rows: per column, what reads a row of the page. */
type GroupPage = ReadonlyMap<string, (row: number) => CellValue>;

function groupPages(app: App, fgName: string): Pages<GroupPage> {
  return new Pages({
    pageRows: PAGE_ROWS,
    fetch: async (from, to) => {
      const table = tableFromIPC(await storeOf(app).groupRows(fgName, from, to));
      const names = table.schema.fields.map(({ name }) => name);
      return new Map(names.map((name, column) => [name, cellReader(table.getChildAt(column))]));
    },
  });
}

/** A cell; `undefined` while its page is on its way. */
function cellOf(pages: Pages<GroupPage>, row: number, column: string): CellValue | undefined {
  return pages.read(row, (page, at) => page.get(column)?.(at) ?? null);
}

/** What a float's format is chosen by: its column's cells on the first page, none before that has come. */
function firstCells(pages: Pages<GroupPage>, column: string): CellValue[] {
  const read = pages.first?.get(column);
  return read === undefined ? [] : Array.from({ length: PAGE_ROWS }, (_, row) => read(row) ?? null);
}

/** All rows of a group, in the order they were stored. Those in sight are fetched. */
export function GroupTable({ group }: { readonly group: GroupSummary }) {
  const app = useAppHandle();
  const [pages] = useState(() => groupPages(app, group.definition.name));
  const version = usePages(pages);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page makes the rows in sight anew
  const columns = useMemo(() => groupColumns(group, pages), [group, pages, version]);
  const isNull = (rowIndex: number, columnId: string) => {
    const column = group.columns[Number(columnId.slice(1))];
    return column !== undefined && cellOf(pages, rowIndex, column.name) === null;
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

function groupColumns({ definition, columns }: GroupSummary, pages: Pages<GroupPage>): DataTableColumn[] {
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
      cell: rowName,
    },
    ...columns.map(({ name, type }, at): DataTableColumn => {
      const isKey = primaryKeys.includes(name);
      const values = type === "float64" ? firstCells(pages, name) : [];
      const format = columnFormat({ name, type, values }, { year: true });
      return {
        id: `c${at}`,
        header: name,
        subheader: `${type === "timestamp" ? "timestamp UTC" : type}${roleOf(name)}`,
        align: !isKey && (type === "int64" || type === "float64") ? "end" : "start",
        minWidthPx: type === "timestamp" ? 168 : 112,
        cell: (row) => {
          const value = cellOf(pages, row, name);
          if (value === undefined) return "…";
          // A key is a name: thousands apart it could not be found again.
          return isKey ? exactValue(value, type) : format(value);
        },
        exact: (row) => {
          const value = cellOf(pages, row, name);
          return value === undefined ? undefined : exactValue(value, type);
        },
      };
    }),
  ];
}
