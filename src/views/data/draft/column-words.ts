import type { ColumnFinding } from "../../../formats/csv/csv-draft";
import {
  type CsvColumn,
  type CsvPlan,
  columnsRead,
  type MadeColumn,
  type TimeFormat,
} from "../../../formats/csv/csv-plan";
import { formatDay } from "../../../timeline/words/format-moment";
import { countOf } from "../../../ui/format-number";
import type { CsvFacts } from "../../../worker/imports/check-csv";

const TIME_WORDS: Readonly<Record<TimeFormat, string>> = {
  iso: "year first",
  day_first: "day first",
  month_first: "month first",
  month_name: "months by name",
  yyyymmdd: "year, month and day in digits",
  yyyymmddhhmmss: "year to second in digits",
  epoch_s: "seconds since 1970",
  epoch_ms: "milliseconds since 1970",
  epoch_us: "microseconds since 1970",
  epoch_ns: "nanoseconds since 1970",
  spreadsheet_days: "days as spreadsheets count them",
};

/** What a made column is made of. */
export function madeWords(made: MadeColumn): string {
  return made.kind === "constant"
    ? `${made.value} in every row`
    : `of “${made.date}” and “${made.timeOfDay}”`;
}

/** What the reading of the first rows found in a column. */
export function findingOf(findings: readonly ColumnFinding[], name: string): ColumnFinding | undefined {
  return findings.find((finding) => finding.name === name);
}

/** The key in numbers: of the whole file once it was checked, else what was seen in its first rows. */
export function keyHelp(
  facts: CsvFacts | null,
  { key }: CsvPlan,
  findings: readonly ColumnFinding[],
): string {
  const [first] = key;
  if (first === undefined) return "";
  if (facts === null) return findingOf(findings, first)?.sentence ?? "";
  const empty = key.some((name) => (findingOf(findings, name)?.nulls ?? 0) > 0);
  const entities =
    facts.entities === null ? "More than a million entities" : countOf(facts.entities, "entity", "entities");
  return `${entities}, ${empty ? "sometimes empty" : "never empty"}`;
}

/** From when to when, and how the times are written. */
export function eventHelp(
  facts: CsvFacts | null,
  { eventTime, columns, made }: CsvPlan,
  findings: readonly ColumnFinding[],
): string {
  if (eventTime === null) return "";
  const column = columns.find(({ name }) => name === eventTime);
  const madeSo = made.find(({ name }) => name === eventTime);
  const words = madeSo === undefined ? TIME_WORDS[column?.time ?? "iso"] : madeWords(madeSo);
  if (facts === null || facts.firstUs === null || facts.lastUs === null)
    return findingOf(findings, eventTime)?.sentence ?? words;
  const [first, last] = [formatDay(facts.firstUs, { year: true }), formatDay(facts.lastUs, { year: true })];
  return first === last ? `${first}, ${words}` : `${first} – ${last}, ${words}`;
}

/** Whether rows were known late, or before they happened. */
export function createdHelp(
  facts: CsvFacts | null,
  { createdTime, eventTime }: CsvPlan,
  rows: number,
): string {
  if (createdTime === null || facts === null || rows === 0) return "";
  const before =
    facts.createdBefore === 0
      ? `never before ${eventTime}`
      : `${countOf(facts.createdBefore, "row was", "rows were")} created before ${eventTime}`;
  return `${before} · ${percentWords(facts.createdLate / rows)} later than 1 h`;
}

/** A share that is not 0 is never written as if it were. */
function percentWords(share: number): string {
  if (share === 0) return "none";
  return share < 0.01 ? "under 1 %" : `${Math.round(100 * share)} %`;
}

/** How many of the times looked at depend on the chosen zone. */
export function zoneHelp(findings: readonly ColumnFinding[], plan: CsvPlan): string {
  const times = new Set(
    columnsRead(plan)
      .filter(({ type }) => type === "timestamp")
      .map(({ name }) => name),
  );
  const withoutZone = findings
    .filter(({ name }) => times.has(name))
    .reduce((sum, finding) => sum + finding.withoutZone, 0);
  if (times.size === 0) return "There are no times yet.";
  return withoutZone === 0
    ? "All times looked at say their zone."
    : `${countOf(withoutZone, "of the times looked at has", "of the times looked at have")} none.`;
}

/** What stands under a column's name: its type, and its part or what it holds. */
export function columnNote(column: CsvColumn, plan: CsvPlan, finding: ColumnFinding | undefined): string {
  if (!column.included) return "left out";
  const role = roleOf(column.name, plan);
  if (role !== undefined) return `${column.type} · ${role}`;
  if (column.type === "string" && finding !== undefined)
    return `string · ${countOf(finding.distinct, "value")}`;
  if (finding !== undefined && finding.nulls > 0) return `${column.type} · some null`;
  return column.type;
}

/** What stands under a made column's name. */
export function madeNote(made: MadeColumn, plan: CsvPlan): string {
  const type = made.kind === "constant" ? made.type : "timestamp";
  return `${type} · ${roleOf(made.name, plan) ?? "made"}`;
}

function roleOf(name: string, { key, eventTime, createdTime }: CsvPlan): string | undefined {
  if (key.includes(name)) return "key";
  if (name === eventTime) return "event time";
  return name === createdTime ? "created time" : undefined;
}
