import { ZoneClock } from "./columns/zone-clock";
import type { CsvDraft, SniffOverrides } from "./csv-draft";
import { type CsvPlan, changedPlan } from "./csv-plan";
import { reviewHead } from "./review-csv";
import { findTable } from "./sniff/find-table";
import { hasBlanksAround, questionsOf } from "./sniff/guess-column";
import { guessColumns } from "./sniff/guess-columns";
import { guessRoles } from "./sniff/guess-roles";
import { nameColumns } from "./sniff/name-columns";
import { firstLinesOf, readHead } from "./sniff/read-head";
import { storedRows } from "./sniff/stored-rows";
import { tryColumn } from "./sniff/try-column";

const SAMPLE_ROWS = 5_000;
const FIRST_LINES = 12;

/**
 * Looks at the first 256 kB of a file, or a few rows where they are longer, and proposes how to read it. Nothing is stored and nothing is decided.
 *
 * @param overrides - What a person has said already, such as another delimiter; the rest is found anew.
 * @throws FormatError `empty_file`, `binary_content`, `other_format`, `nul_bytes`, `row_too_long` or `unknown_zone`.
 */
export async function sniffCsv(file: Blob, overrides: SniffOverrides = {}): Promise<CsvDraft> {
  const head = await readHead(file, overrides.encoding);
  const clock = new ZoneClock(overrides.zone ?? "UTC");
  const table = findTable(head, overrides);
  const { names } = nameColumns(table.header, table.width);
  const whole = table.rows.filter(({ cells }) => cells.length === table.width).slice(0, SAMPLE_ROWS);
  const texts = names.map((_, cell) => whole.map(({ cells }) => cells[cell] ?? ""));
  const guesses = guessColumns(names, texts, table);
  const trials = guesses.map(({ column }, cell) => tryColumn(column, texts[cell] ?? [], clock));
  const columns = trials.map((trial, cell) => ({ trial, texts: texts[cell] ?? [] }));
  const roles = guessRoles(columns, storedRows(trials, whole.length));
  const read: CsvPlan = {
    encoding: head.encoding,
    ...table.layout,
    zone: clock.zone,
    quotedBlankIsNull: overrides.quotedBlankIsNull ?? true,
    unescapeFormulas: overrides.unescapeFormulas ?? false,
    columns: guesses.map(({ column }) => column),
    made: [],
    key: [],
    eventTime: null,
    createdTime: null,
  };
  const proposed = changedPlan(read, roles.change);
  // Blanks around a key's texts keep apart what belongs together, here or in another file.
  const untidy = columns
    .filter(
      ({ trial, texts: cells }) => proposed.key.includes(trial.column.name) && cells.some(hasBlanksAround),
    )
    .map(({ trial }) => [trial.column.name, { trim: true }] as const);
  const plan = changedPlan(proposed, { columns: Object.fromEntries(untidy) });
  const isAllRead = head.isWhole && table.bytesUsed === head.text.length;
  const rows = table.rows.length;
  return {
    plan,
    hasBom: head.hasBom,
    bytes: head.bytes,
    bytesRead: head.bytesRead,
    rowsRead: rows,
    rowsEstimated: isAllRead
      ? rows
      : Math.round((rows * head.text.length * head.bytes) / (table.bytesUsed * head.bytesRead)),
    keyCandidates: roles.keyCandidates,
    questions: [...questionsOf(guesses), ...roles.questions],
    firstLines: firstLinesOf(head, FIRST_LINES),
    ...reviewHead(head, plan),
  };
}
