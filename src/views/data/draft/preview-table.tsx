import { useMemo, useRef, useState } from "react";
import type { PreviewRow } from "../../../formats/csv/csv-draft";
import type { DraftContent, ImportDraft } from "../../../state/imports/imports-store";
import { latestData } from "../../../state/query";
import { EmptyState } from "../../../ui/feedback/empty-state";
import { Notice } from "../../../ui/feedback/notice";
import { DataTable, type DataTableHandle } from "../../../ui/table/data-table";
import { ColumnDialog } from "./column-dialog";
import styles from "./draft.module.css";
import { previewColumns } from "./preview-columns";
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
