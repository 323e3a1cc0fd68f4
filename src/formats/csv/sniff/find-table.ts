import type { SniffOverrides } from "../csv-draft";
import type { CsvPlan } from "../csv-plan";
import { unescapeFormula } from "../formula";
import { type BrokenQuote, CsvTokenizer } from "../tokenize-csv";
import { findDelimiter, saidDelimiter } from "./find-delimiter";
import { kindOf } from "./kind-of";
import { looksLikeHeader } from "./looks-like-header";
import { type Head, type HeadRow, headRows } from "./read-head";

/** Where the table stands in the file, and what it holds. */
export interface Table {
  layout: Pick<CsvPlan, "delimiter" | "firstLine" | "hasHeader" | "comment">;
  /** The names as they are written; undefined where the file has none. */
  header: string[] | undefined;
  width: number;
  rows: HeadRow[];
  broken: BrokenQuote[];
  bytesUsed: number;
  /** Whether some cells have blanks before their quotes, as in `1, "Doe"`. */
  quotesAfterBlanks: boolean;
}

/** Rows that are looked at for a line that groups the names. */
const GROUP_ROWS = 50;
/** Lines of titles and facts that are looked past, at most. */
const MOST_LINES_BEFORE = 60;

/** Finds the delimiter, the line of the names or of the first row, and the comments. What was said is believed. */
export function findTable(head: Head, overrides: SniffOverrides): Table {
  const said = saidDelimiter(head);
  const delimiter = overrides.delimiter ?? said ?? findDelimiter(head);
  const from = overrides.firstLine ?? (said === undefined ? 1 : 2);
  const first = headRows(head, () => new CsvTokenizer(delimiter, false, { firstLine: from }));
  const all = first.rows;
  const usual = usualWidth(all.filter((row) => !isComment(row)));
  const comments = findComments(all, usual);
  const comment = overrides.comment ?? comments.comment;
  const rowsAt = comment === "" ? all : all.filter((row) => !isComment(row));
  const named = comment === "" || overrides.hasHeader === false ? undefined : comments.names;
  const firstLine = overrides.firstLine ?? named?.line ?? tableLine(rowsAt, usual, from);
  const quotesAfterBlanks = all.some(({ cells }) => cells.some((text) => /^ +"/.test(text)));
  const commentedCells = named?.line === firstLine ? named.cells.length : 0;
  const lines = { firstLine, comment, commentedCells, quotesAfterBlanks };
  // In a file of one column a blank line is a null.
  const read = (isOneColumn: boolean) =>
    headRows(head, () => new CsvTokenizer(delimiter, isOneColumn, lines));
  const isFirstReading = firstLine === from && comment === "" && !quotesAfterBlanks && usual > 1;
  let found = isFirstReading ? first : read(usual <= 1);
  const hasHeader =
    overrides.hasHeader ?? (commentedCells > 0 || looksLikeHeader(found.rows.filter(isFilled)));
  const isOneColumn = widthOf(splitHeader(found.rows, hasHeader)) === 1;
  if (isOneColumn && usual > 1) found = read(true);
  const split = withRowNames(splitHeader(found.rows, hasHeader), usual);
  const width = isOneColumn ? 1 : widthOf(split);
  return {
    layout: { delimiter, firstLine, comment, hasHeader },
    header: split.header && namesOf(split.header.cells, overrides.unescapeFormulas ?? false),
    width,
    rows: split.body.map((row) => withoutBlanksPast(row, width)),
    broken: found.broken,
    bytesUsed: found.bytesUsed,
    quotesAfterBlanks,
  };
}

/** The line of the names, which is the first that is not blank, and the rows below it. */
export function splitHeader(
  rows: readonly HeadRow[],
  hasHeader: boolean,
): { header: HeadRow | undefined; body: HeadRow[] } {
  if (!hasHeader) return { header: undefined, body: [...rows] };
  const at = rows.findIndex(isFilled);
  return at < 0 ? { header: undefined, body: [] } : { header: rows[at], body: rows.slice(at + 1) };
}

/** The name of a first column that has none, as in files of R: its rows' names. */
const ROW_NAME = "row_name";

/** The line of names with one more before it, where it lacks one and the rows begin with a cell that is different in each. */
function withRowNames(
  { header, body }: ReturnType<typeof splitHeader>,
  usual: number,
): ReturnType<typeof splitHeader> {
  if (header === undefined || usual < 3 || header.cells.length !== usual - 1) return { header, body };
  const whole = body.filter(({ cells }) => cells.length === usual);
  const areNamed = new Set(whole.map(({ cells }) => cells[0])).size === whole.length;
  if (whole.length < 2 || whole.length < 0.9 * body.length || !areNamed) return { header, body };
  let name = ROW_NAME;
  while (header.cells.includes(name)) name += "_2";
  return { header: { ...header, cells: [name, ...header.cells] }, body };
}

function isFilled({ cells }: Pick<HeadRow, "cells">): boolean {
  return cells.some((text) => text.trim() !== "");
}

/** The row without blank cells past the last column: a delimiter at the end of the line is none more. */
export function withoutBlanksPast(row: HeadRow, width: number): HeadRow {
  if (row.cells.length <= width || row.cells.slice(width).some((text) => text.trim() !== "")) return row;
  return { ...row, cells: row.cells.slice(0, width) };
}

/** Whether the row's line is a comment, where the file has comments. */
function isComment({ cells: [first = ""] }: HeadRow): boolean {
  return first.trimStart().startsWith("#");
}

/** The names as they are written, without the apostrophe before a formula where it is taken off. */
export function namesOf(cells: readonly string[], unescapeFormulas: boolean): string[] {
  return cells.map((name) => (unescapeFormulas ? unescapeFormula(name) : name));
}

/** The commonest number of cells, without columns at the end that are blank in all rows that have so many. */
function usualWidth(rows: readonly HeadRow[]): number {
  const byWidth = new Map<number, number>();
  for (const { cells } of rows) byWidth.set(cells.length, (byWidth.get(cells.length) ?? 0) + 1);
  let width = 0;
  for (const [cells, count] of byWidth) {
    const most = byWidth.get(width) ?? 0;
    if (count > most || (count === most && cells > width)) width = cells;
  }
  const usual = rows.filter(({ cells }) => cells.length === width);
  while (width > 1 && usual.every(({ cells }) => cells[width - 1]?.trim() === "")) width--;
  return width;
}

/** The comments among the rows, and the commented line that holds the names, if it is one. */
function findComments(
  rows: readonly HeadRow[],
  usual: number,
): { comment: CsvPlan["comment"]; names?: HeadRow } {
  const hashes = rows.filter(isComment);
  if (hashes.length === 0 || hashes.length > 0.5 * rows.length) return { comment: "" };
  const at = rows.findIndex((row) => !isComment(row));
  const before = rows[at - 1];
  const after = rows[at];
  const isNames =
    before !== undefined &&
    after !== undefined &&
    usual > 1 &&
    before.cells.length >= usual &&
    before.cells.every((text) => ["text", "blank"].includes(kindOf(text.replace(/^\s*#\s*/, ""))));
  // Names that begin with # above a table whose own first line holds names are one title more.
  if (isNames && after.cells.some((text) => ["number", "time"].includes(kindOf(text))))
    return { comment: "#", names: before };
  const isLeading = at > 0;
  return { comment: isLeading || hashes.every(({ cells }) => cells.length < usual) ? "#" : "" };
}

/** The line of the first row that is as wide as the table: what stands before it are titles and facts. */
function tableLine(rows: readonly HeadRow[], usual: number, from: number): number {
  if (usual < 2) return from;
  const at = rows.findIndex((row, before) => before >= MOST_LINES_BEFORE || !isTitle(row, usual));
  const first = rows[at];
  if (first !== undefined && isGroupLine(rows.slice(at, at + GROUP_ROWS))) return rows[at + 1]?.line ?? from;
  if (at <= 0 || first === undefined || rows.length - at < 2) return from;
  // A line of names that lacks one is ragged, and no title.
  const before = rows[at - 1];
  if (at === 1 && before !== undefined && before.cells.length === usual - 1 && usual > 2) return from;
  return first.line;
}

/** Whether the second row holds the names and the first one groups them: it has blanks, and the second has words over values. */
function isGroupLine([first, second, ...body]: readonly HeadRow[]): boolean {
  if (first === undefined || second === undefined || body.length === 0) return false;
  const blanks = first.cells.filter((text) => text.trim() === "").length;
  if (blanks < first.cells.length / 3 || !second.cells.every((text) => kindOf(text) === "text")) return false;
  return second.cells.some((_, at) =>
    body.every(({ cells }) => ["number", "time"].includes(kindOf(cells[at] ?? ""))),
  );
}

function isTitle({ cells }: HeadRow, usual: number): boolean {
  if (cells.length < usual) return true;
  const filled = cells.filter((text) => text.trim() !== "").length;
  // A spreadsheet pads titles, and facts such as Station,7 to the width of the table.
  return (usual >= 3 && filled <= 1) || (usual >= 4 && !isFilled({ cells: cells.slice(2) }));
}

/** How many columns the table has: a name that is blank over blank cells, at the end, is none. */
function widthOf({ header, body }: ReturnType<typeof splitHeader>): number {
  if (header === undefined) return Math.max(1, usualWidth(body));
  let width = header.cells.length;
  while (
    width > 1 &&
    header.cells[width - 1]?.trim() === "" &&
    body.every(({ cells }) => (cells[width - 1] ?? "").trim() === "")
  )
    width--;
  return width;
}
