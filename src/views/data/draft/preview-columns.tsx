import type { ColumnFinding, PreviewRow } from "../../../formats/csv/csv-draft";
import type { CsvPlan } from "../../../formats/csv/csv-plan";
import { Button } from "../../../ui/controls/button";
import type { DataTableColumn } from "../../../ui/table/data-table-column";
import styles from "./draft.module.css";
import { columnNote, findingOf } from "./findings";

const LEAST_PX = 96;
const MOST_PX = 240;
const PX_PER_CHARACTER = 8;

/** The table's columns: the line in the file, then the plan's columns, their names buttons. Ids are `c0`, `c1`, so that no name collides. */
export function previewColumns(
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
  ];
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
