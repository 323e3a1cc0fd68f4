import { ZoneClock } from "./columns/zone-clock";
import type { CsvDraft, CsvNote, CsvQuestion, SniffOverrides } from "./csv-draft";
import type { CsvPlan } from "./csv-plan";
import { unescapeFormula } from "./formula";
import { previewHead } from "./preview-csv";
import { columnQuestion, type Guess, guessColumn } from "./sniff/guess-column";
import { guessRoles } from "./sniff/guess-roles";
import { agreeOnDayOrder } from "./sniff/guess-time-format";
import { findDelimiter, type Head, type HeadRow, headRows, readHead } from "./sniff/read-head";
import { describeColumn, tryColumn } from "./sniff/try-column";

const SAMPLE_ROWS = 5_000;
const PREVIEW_ROWS = 100;

/**
 * Looks at the first 256 kB of a file and proposes how to read it. Nothing is stored and nothing is decided.
 *
 * @param overrides - What a person has said already, such as another delimiter; the rest is found anew.
 * @throws FormatError `empty_file`, `binary_content`, `nul_bytes`, `row_too_long` or `unknown_zone`.
 */
export async function sniffCsv(file: Blob, overrides: SniffOverrides = {}): Promise<CsvDraft> {
  const head = await readHead(file, overrides.encoding);
  const delimiter = overrides.delimiter ?? findDelimiter(head);
  const clock = new ZoneClock(overrides.zone ?? "UTC");
  let { rows, broken, bytesUsed } = headRows(head, delimiter, false);
  const width = rows[0]?.cells.length ?? 0;
  // In a file of one column a blank line is a null.
  if (width === 1) ({ rows, broken, bytesUsed } = headRows(head, delimiter, true));
  const hasHeader = overrides.hasHeader ?? looksLikeHeader(rows);
  const unescapeFormulas = overrides.unescapeFormulas ?? false;
  const header = hasHeader
    ? rows[0]?.cells.map((name) => (unescapeFormulas ? unescapeFormula(name) : name))
    : undefined;
  const { names, notes } = nameColumns(header, width);
  const body = hasHeader ? rows.slice(1) : rows;
  const whole = body.filter((row) => row.cells.length === width);
  const texts = names.map((_, cell) => whole.slice(0, SAMPLE_ROWS).map((row) => row.cells[cell] ?? ""));
  const guesses = agreeOnDayOrder(names.map((name, cell) => guessColumn(name, texts[cell] ?? [])));
  const trials = guesses.map(({ trial }, cell) => tryColumn(trial.column, texts[cell] ?? [], clock));
  const { keyCandidates, notes: roleNotes, ...roles } = guessRoles(trials);
  const plan: CsvPlan = {
    encoding: head.encoding,
    delimiter,
    firstLine: overrides.firstLine ?? 1,
    hasHeader,
    comment: overrides.comment ?? "",
    zone: clock.zone,
    quotedBlankIsNull: overrides.quotedBlankIsNull ?? true,
    unescapeFormulas,
    columns: trials.map(({ column }) => column),
    made: [],
    ...roles,
  };
  const isAllRead = head.isWhole && bytesUsed === head.text.length;
  return {
    plan,
    hasBom: head.hasBom,
    bytes: head.bytes,
    bytesRead: head.bytesRead,
    rowsRead: body.length,
    rowsEstimated: isAllRead
      ? body.length
      : Math.round((body.length * head.text.length * head.bytes) / (bytesUsed * head.bytesRead)),
    findings: trials.map((trial, cell) => describeColumn(trial, texts[cell] ?? [])),
    keyCandidates,
    questions: questionsOf(guesses),
    notes: [
      ...encodingNotes(head),
      ...notes,
      ...(body.length === 0 ? [noRows()] : [...guesses.flatMap((guess) => guess.notes), ...roleNotes]),
      ...broken.map(
        ({ line, reason }): CsvNote => ({
          code: "broken_quote",
          text: `Line ${line} ${reason}: it would be left out.`,
        }),
      ),
      ...raggedNotes(body, width),
    ],
    preview: previewHead(head, plan, PREVIEW_ROWS),
    firstLines: [],
  };
}

/** A header has no number and no time in it. Bools are not asked for: columns named `n` and `t` are common. */
function looksLikeHeader(rows: readonly HeadRow[]): boolean {
  const cells = rows[0]?.cells.filter((text) => text.trim() !== "") ?? [];
  return cells.every((text) => ["string", "bool"].includes(guessColumn("", [text]).trial.column.type));
}

function questionsOf(guesses: readonly Guess[]): CsvQuestion[] {
  return guesses.flatMap(({ question, trial }) =>
    question === undefined ? [] : [columnQuestion(trial.column.name, question)],
  );
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

function noRows(): CsvNote {
  return {
    code: "no_rows",
    text: "The file has a line of column names and no rows below it. There is nothing to store yet.",
  };
}

function raggedNotes(body: readonly HeadRow[], width: number): CsvNote[] {
  const ragged = body.filter((row) => row.cells.length !== width);
  const [first] = ragged;
  if (first === undefined) return [];
  const [rows, would] = ragged.length === 1 ? ["row has", "It"] : ["rows have", "They"];
  return [
    {
      code: "ragged_rows",
      text: `${ragged.length} ${rows} more or fewer cells than the ${width} columns, first on line ${first.line}. ${would} would be left out.`,
    },
  ];
}

/**
 * A name for each of `width` columns: the header's, with the spaces around it dropped. A blank name becomes
 * `column_3`, a name that is taken `amount_2`; each change has a note.
 *
 * @param header - The header's cells, or undefined where the file has none.
 */
function nameColumns(
  header: readonly string[] | undefined,
  width: number,
): { names: string[]; notes: CsvNote[] } {
  const notes: CsvNote[] = [];
  const written = new Set(header?.map((name) => name.trim()));
  const taken = new Set<string>();
  const names: string[] = [];
  for (let at = 0; at < width; at++) {
    const asked = header?.[at]?.trim() ?? "";
    const wanted = asked === "" ? `column_${at + 1}` : asked;
    let name = wanted;
    // A made-up name must not be one that a later column has by right.
    for (let n = 2; taken.has(name) || (name !== asked && written.has(name)); n++) name = `${wanted}_${n}`;
    taken.add(name);
    names.push(name);
    if (header === undefined || name === asked) continue;
    const why =
      asked === ""
        ? `Column ${at + 1} has no name`
        : `Column ${at + 1} is named ${JSON.stringify(asked)} like one before it`;
    notes.push({ code: "renamed_column", text: `${why}: it is called ${JSON.stringify(name)} here.` });
  }
  return { names, notes };
}
