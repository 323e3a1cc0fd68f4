import type { CsvPlan } from "../csv-plan";
import { planTokenizer } from "../tokenize-csv";
import { namesOf, withoutBlanksPast } from "./find-table";
import { type Head, type HeadRow, headRows } from "./read-head";

const SAMPLE_ROWS = 5_000;

/** What the head of a file holds by a plan. */
export interface PlannedTable {
  header: HeadRow | undefined;
  names: string[] | undefined;
  /** The rows below the names, with the blank cells past the last column. */
  rows: HeadRow[];
  /** Per column of the plan, the cells of the rows that have as many cells as it has columns. Shape [columns][rows]. */
  texts: string[][];
  broken: Array<{ line: number; reason: string }>;
}

/** Finds the cells of a head as the plan says. */
export function tableOfPlan(head: Head, plan: CsvPlan): PlannedTable {
  const found = headRows(head, () => planTokenizer(plan));
  const [first] = found.rows;
  const header = plan.hasHeader ? first : undefined;
  const rows = plan.hasHeader ? found.rows.slice(1) : found.rows;
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
    broken: found.broken,
  };
}
