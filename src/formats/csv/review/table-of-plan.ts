import type { CsvPlan } from "../csv-plan";
import { namesOf, splitHeader, withoutBlanksPast } from "../sniff/find-table";
import { type Head, type HeadRow, headRows } from "../sniff/read-head";
import { planTokenizer } from "../tokenize-csv";

const SAMPLE_ROWS = 5_000;

/** What the head of a file holds by a plan. */
export interface PlannedTable {
  header: HeadRow | undefined;
  names: string[] | undefined;
  /** The rows below the names, with the blank cells past the last column. */
  rows: HeadRow[];
  /** Per column of the plan, the cells of the rows that have as many cells as it has columns. Shape [columns][rows]. */
  texts: string[][];
  /** The lines of those rows. */
  lines: number[];
  broken: Array<{ line: number; reason: string }>;
}

/** Finds the cells of a head as the plan says. */
export function tableOfPlan(head: Head, plan: CsvPlan): PlannedTable {
  const found = headRows(head, () => planTokenizer(plan));
  const { header, body: rows } = splitHeader(found.rows, plan.hasHeader);
  const width = plan.columns.length;
  const whole = rows
    .slice(0, SAMPLE_ROWS)
    .map((row) => withoutBlanksPast(row, width))
    .filter(({ cells }) => cells.length === width);
  return {
    header,
    names: header && namesOf(header.cells, plan.unescapeFormulas),
    rows,
    texts: plan.columns.map((_, cell) => whole.map(({ cells }) => cells[cell] ?? "")),
    lines: whole.map(({ line }) => line),
    broken: found.broken,
  };
}
