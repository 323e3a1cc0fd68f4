import type { CsvNote } from "../csv-draft";
import type { CsvPlan } from "../csv-plan";
import { saidDelimiter } from "../sniff/find-delimiter";
import type { ReadColumn } from "../sniff/guess-roles";
import { nameColumns } from "../sniff/name-columns";
import { firstLinesOf, type Head } from "../sniff/read-head";
import { grouped, listedFew, quoted } from "../words";
import type { PlannedTable } from "./table-of-plan";

/** What should be looked at in how the file is laid out. */
export function structureNotes(head: Head, plan: CsvPlan, table: PlannedTable): CsvNote[] {
  return [
    ...encodingNotes(head),
    ...beginningNotes(head, plan, table),
    ...delimiterNotes(plan, table),
    ...nameNotes(plan, table),
    ...rowNotes(plan, table),
  ];
}

function encodingNotes({ encoding, isWhole }: Head): CsvNote[] {
  if (encoding !== "windows-1252") return [];
  const where = isWhole ? "" : " in its beginning";
  return [
    {
      code: "encoding",
      text: `The file is not UTF-8${where}: it is read as windows-1252 (Latin-1). Look at the letters with accents, and choose another if they are wrong.`,
    },
  ];
}

function beginningNotes(head: Head, plan: CsvPlan, { header, rows }: PlannedTable): CsvNote[] {
  const notes: CsvNote[] = [];
  const line = header?.line ?? rows[0]?.line;
  if (line !== undefined && plan.firstLine > 1) {
    const before = plan.firstLine - 1;
    const left =
      before === 1
        ? `line 1${saidDelimiter(head) === undefined ? "" : ", which says what stands between cells,"} is left out`
        : `lines 1 ${before === 2 ? "and" : "to"} ${before} are left out`;
    const what = header === undefined ? "The rows begin" : "The names are";
    notes.push({ code: "first_line", text: `${what} on line ${line}; ${left}.` });
  }
  if (plan.comment !== "") {
    const lines = firstLinesOf(head, COMMENT_LINES).slice(plan.firstLine - 1);
    const count = lines.filter((one) => one.startsWith(plan.comment)).length;
    const isNamed =
      header !== undefined && lines[0]?.startsWith(plan.comment) === true && header.line === plan.firstLine;
    const more = isNamed ? ", but for the names" : "";
    if (count > 0)
      notes.push({
        code: "comments",
        text: `Lines that begin with ${plan.comment} are comments, and left out${more}.`,
        offers: [{ label: "Read them as rows", change: { comment: "" } }],
      });
  }
  return notes;
}

const COMMENT_LINES = 5_000;

function delimiterNotes(plan: CsvPlan, { rows }: PlannedTable): CsvNote[] {
  if (plan.columns.length === 1)
    return [
      {
        code: "one_column",
        text: "All is one column as it is read. If a line holds more, choose what stands between cells.",
      },
    ];
  if (plan.delimiter !== " " || rows.length === 0) return [];
  return [{ code: "blanks_between", text: "Blanks stand between the cells: any run of them counts as one." }];
}

function nameNotes(plan: CsvPlan, { names }: PlannedTable): CsvNote[] {
  if (names === undefined) return [];
  const width = plan.columns.length;
  const notes: CsvNote[] = nameColumns(names, width)
    .renamed.filter(({ name }) => plan.columns.some((column) => column.name === name))
    .map(({ text }) => ({ code: "renamed_column", text }));
  const [first] = plan.columns;
  if (names.length === width - 1 && first !== undefined && !names.includes(first.name))
    notes.push({
      code: "renamed_column",
      text: `The line of names has one less than the rows have cells: the first column is called “${first.name}” here.`,
    });
  const past = names.slice(width);
  if (past.length > 0 && past.every((name) => name.trim() === ""))
    notes.push({
      code: "blanks_past_end",
      text: "The line of names ends with a blank one over blank cells: that is no column.",
    });
  return notes;
}

function rowNotes(plan: CsvPlan, { rows, broken, names }: PlannedTable): CsvNote[] {
  const notes: CsvNote[] = [];
  if (rows.length === 0)
    notes.push({
      code: "no_rows",
      text: "The file has a line of column names and no rows below it. There is nothing to store yet.",
    });
  for (const { line, reason } of broken)
    notes.push({ code: "broken_quote", text: `Line ${line} ${reason}: it would be left out.` });
  const width = plan.columns.length;
  const isBlankPast = (cells: readonly string[]) => cells.slice(width).every((text) => text.trim() === "");
  const longer = rows.filter(({ cells }) => cells.length > width && isBlankPast(cells)).length;
  if (longer > 0 && (names === undefined || names.length === width))
    notes.push({
      code: "blanks_past_end",
      text: `${longer === 1 ? "1 row ends" : `${grouped(longer)} rows end`} with a blank cell past the last column: it is passed over.`,
    });
  const ragged = rows.filter(
    ({ cells }) => cells.length < width || (cells.length > width && !isBlankPast(cells)),
  );
  const [first] = ragged;
  if (first === undefined) return notes;
  const [has, would] = ragged.length === 1 ? ["row has", "It"] : ["rows have", "They"];
  const columns = width === 1 ? "1 column" : `${width} columns`;
  notes.push({
    code: "ragged_rows",
    text: `${grouped(ragged.length)} ${has} more or fewer cells than the ${columns}, first on line ${first.line}. ${would} would be left out.`,
  });
  return notes;
}

/** So many rows are told of one by one. */
const FEW_ROWS = 3;

/**
 * Rows that cannot be read in two columns or more, each told of once: the names again, a line of units. `strange` are their
 * places among the rows of the table.
 */
export function unlikeOthers(
  read: readonly ReadColumn[],
  { lines, names }: PlannedTable,
): { notes: CsvNote[]; strange: Set<number> } {
  const misread = new Map<number, Array<{ name: string; text: string }>>();
  for (const { trial } of read) {
    for (const { row, text } of trial.unreadable) {
      const cells = misread.get(row) ?? [];
      cells.push({ name: trial.column.name, text });
      misread.set(row, cells);
    }
  }
  const rows = [...misread].filter(([, cells]) => cells.length > 1).sort(([a], [b]) => a - b);
  if (rows.length > FEW_ROWS) return { notes: [], strange: new Set() };
  return {
    notes: rows.map(([row, cells]) => {
      const isNamesAgain = names !== undefined && cells.every(({ text }) => names.includes(text));
      const columns = listedFew(cells.map(({ name }) => name));
      return {
        code: "unlike_others",
        text: isNamesAgain
          ? `Line ${lines[row]} holds the names again: it would be left out.`
          : `Line ${lines[row]} is unlike the others and cannot be read in ${columns}, with ${quoted(cells[0]?.text ?? "")} for one: it would be left out.`,
      };
    }),
    strange: new Set(rows.map(([row]) => row)),
  };
}
