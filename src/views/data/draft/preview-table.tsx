import { useMemo, useRef, useState } from "react";
import type { ColumnFinding, PreviewRow } from "../../../formats/csv/csv-draft";
import type { CsvPlan, MadeColumn } from "../../../formats/csv/csv-plan";
import type { DraftContent, ImportDraft } from "../../../state/imports/imports-store";
import { latestData } from "../../../state/query";
import { Button } from "../../../ui/controls/button";
import { EmptyState } from "../../../ui/feedback/empty-state";
import { Notice } from "../../../ui/feedback/notice";
import { DataTable, type DataTableHandle } from "../../../ui/table/data-table";
import type { DataTableColumn } from "../../../ui/table/data-table-column";
import { ColumnDialog } from "./column-dialog";
import { columnNote, findingOf, madeNote, madeWords } from "./column-words";
import styles from "./draft.module.css";
import { UnreadableRows } from "./unreadable-rows";

const NO_ROWS: readonly PreviewRow[] = [];

export interface PreviewTableProps {
  readonly draft: ImportDraft;
  readonly content: DraftContent;
}

/** The first rows as they are written, with what would be left out marked. A column's name opens what can be said about it. */
export function PreviewTable({ draft, content }: PreviewTableProps) {
  const { plan, review } = content;
  const [editing, setEditing] = useState<string | null>(null);
  const table = useRef<DataTableHandle>(null);
  const shown = latestData(review);
  const rows = shown?.preview ?? NO_ROWS;
  const columns = useMemo(
    () => previewColumns(plan, shown?.findings ?? [], rows, setEditing),
    [plan, shown, rows],
  );
  const cellTone = (rowIndex: number, columnId: string) => {
    const row = rows[rowIndex];
    const cell = Number(columnId.slice(1));
    if (columnId === "line") return "muted";
    if (columnId.startsWith("m"))
      return row?.problem !== undefined && row.problem.column === plan.made[cell]?.name ? "problem" : "plain";
    if (row?.problem !== undefined && plan.columns[cell]?.name === row.problem.column) return "problem";
    return row?.cells[cell] === null || plan.columns[cell]?.included === false ? "muted" : "plain";
  };
  const showLine = (line: number) => {
    const rowIndex = rows.findIndex((row) => row.line === line);
    if (rowIndex >= 0) table.current?.scrollToRow(rowIndex);
  };
  return (
    <section className={styles.preview} aria-label="The first rows">
      {review.status === "failed" && <Notice kind="error">{review.error.message}</Notice>}
      <DataTable
        ref={table}
        label={`The first rows of ${draft.file.name}`}
        columns={columns}
        rowCount={rows.length}
        rowTone={(rowIndex) => (rows[rowIndex]?.problem === undefined ? "plain" : "muted")}
        cellTone={cellTone}
        visibleRows={6}
        empty={<EmptyState headline="There are no rows to show. Is the first line really a line of names?" />}
      />
      <UnreadableRows draft={draft} content={content} rows={rows} onShowLine={showLine} />
      <ColumnDialog draftId={draft.id} content={content} name={editing} onClose={() => setEditing(null)} />
    </section>
  );
}

const LEAST_PX = 96;
const MOST_PX = 240;
const PX_PER_CHARACTER = 8;

/** The table's columns: the line in the file, then the plan's columns, their names buttons. Ids are `c0`, `c1`, so that no name collides. */
function previewColumns(
  plan: CsvPlan,
  findings: readonly ColumnFinding[],
  rows: readonly PreviewRow[],
  onEdit: (name: string) => void,
): DataTableColumn[] {
  return [
    {
      id: "line",
      header: "",
      subheader: "line",
      minWidthPx: 64,
      grow: 0,
      cell: (rowIndex) => rows[rowIndex]?.line,
    },
    ...plan.columns.map((column, at): DataTableColumn => {
      const note = columnNote(column, plan, findingOf(findings, column.name));
      const isNumber = column.included && ["int64", "float64"].includes(column.type);
      return {
        id: `c${at}`,
        header: (
          <Button
            variant="link"
            className={styles.columnName}
            aria-label={`${column.name}, ${note}: change how it is read`}
            onClick={() => onEdit(column.name)}
          >
            {column.name}
          </Button>
        ),
        subheader: note,
        align: isNumber && !plan.key.includes(column.name) ? "end" : "start",
        minWidthPx: widthPx(column.name, note, rows, at),
        cell: (rowIndex) => cellShown(rows[rowIndex], at, column.name),
        exact: (rowIndex) => {
          const row = rows[rowIndex];
          return row?.problem?.column === column.name ? row.problem.reason : (row?.cells[at] ?? undefined);
        },
      };
    }),
    ...plan.made.map((made, at) => madeColumn(made, at, plan, rows)),
  ];
}

/** A column that is made, as it is made of what is written. */
function madeColumn(
  made: MadeColumn,
  at: number,
  plan: CsvPlan,
  rows: readonly PreviewRow[],
): DataTableColumn {
  const note = madeNote(made, plan);
  const partsOf = (row: PreviewRow | undefined) => {
    if (row === undefined || row.isBroken === true) return "";
    if (made.kind === "constant") return made.value;
    const [day, timeOfDay] = [made.date, made.timeOfDay].map((name) => {
      return row.cells[plan.columns.findIndex((column) => column.name === name)];
    });
    return day == null || timeOfDay == null ? "null" : `${day} ${timeOfDay}`;
  };
  return {
    id: `m${at}`,
    header: made.name,
    subheader: note,
    minWidthPx: Math.min(
      MOST_PX,
      Math.max(
        LEAST_PX,
        24 + PX_PER_CHARACTER * Math.max(made.name.length, note.length, partsOf(rows[0]).length),
      ),
    ),
    cell: (rowIndex) => partsOf(rows[rowIndex]),
    exact: (rowIndex) => {
      const problem = rows[rowIndex]?.problem;
      return problem?.column === made.name ? problem.reason : madeWords(made);
    },
  };
}

function cellShown(row: PreviewRow | undefined, at: number, name: string): string {
  const isProblem = row?.problem?.column === name;
  if (row?.isBroken) return isProblem ? (row.cells[0] ?? "") : "";
  const text = row?.cells[at];
  if (text === "") return "“”";
  if (text != null) return text;
  // A row with too few cells has nothing here, and that is what is wrong with it.
  return isProblem ? "nothing" : text === null ? "null" : "";
}

function widthPx(name: string, note: string, rows: readonly PreviewRow[], at: number): number {
  const longest = rows.reduce((most, row) => Math.max(most, row.cells[at]?.length ?? 0), 0);
  const characters = Math.max(longest, name.length, note.length);
  return Math.min(MOST_PX, Math.max(LEAST_PX, 24 + PX_PER_CHARACTER * characters));
}
