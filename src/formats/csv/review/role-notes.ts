import { formatTime } from "../../../microfs/core";
import type { Choice, CsvNote } from "../csv-draft";
import type { CsvPlan, MadeColumn } from "../csv-plan";
import { isTimeOfDayName, timeRole } from "../sniff/column-names";
import {
  compareTimes,
  createdTimesOf,
  dateAndTime,
  type ReadColumn,
  timesOf,
  wholeTimeChange,
} from "../sniff/guess-roles";
import { plausibleTime } from "../sniff/guess-time-format";
import { isDayOnly } from "../sniff/made-times";
import type { Head } from "../sniff/read-head";
import { countOf, grouped, listedFew, quoted } from "../words";
import { timeWords } from "./describe-column";

/** What should be looked at in the roles of the plan's columns: the key, the event time, the created time and what competes with them. */
export function roleNotes(
  head: Head,
  plan: CsvPlan,
  columns: readonly ReadColumn[],
  stored: Uint8Array,
  strange: ReadonlySet<number>,
): CsvNote[] {
  const read = columns.filter(({ trial }) => trial.column.included);
  return [
    ...keyNotes(head, plan, read, strange),
    ...(plan.eventTime === null
      ? timelessNotes(head, plan, read)
      : timeNotes(plan, plan.eventTime, read, stored)),
  ];
}

/** Rows in which a made column has no value or cannot be read. */
export function madeNotes(made: readonly ReadColumn[], plan: CsvPlan): CsvNote[] {
  return made.flatMap(({ trial, texts }): CsvNote[] => {
    const { name } = trial.column;
    const of = countOf(texts.length, "row");
    const notes: CsvNote[] = [];
    const [first] = trial.unreadable;
    if (first !== undefined)
      notes.push({
        code: "unreadable_cells",
        text: `“${name}” cannot be read in ${grouped(trial.unreadable.length)} of the ${of} looked at, such as ${quoted(first.text)}: ${trial.unreadable.length === 1 ? "that row" : "those rows"} would be left out.`,
      });
    const blank = texts.filter((text) => text === "").length;
    const isRequired = [...plan.key, plan.eventTime, plan.createdTime].includes(name);
    if (blank > 0 && isRequired)
      notes.push({
        code: "blank_key",
        text: `“${name}” lacks the day or the time of day in ${grouped(blank)} of the ${of} looked at: ${blank === 1 ? "that row" : "those rows"} would be left out.`,
      });
    return notes;
  });
}

/** That no key was found, or that it, or a time, is blank in some rows. */
function keyNotes(
  head: Head,
  plan: CsvPlan,
  read: readonly ReadColumn[],
  strange: ReadonlySet<number>,
): CsvNote[] {
  const notes: CsvNote[] = [];
  if (plan.key.length === 0) {
    const name = freeName(plan, "entity");
    const value = head.name === null || head.name === "" ? "all" : head.name;
    const made: MadeColumn = { kind: "constant", name, type: "string", value };
    notes.push({
      code: "no_key",
      text: "No column that names what a row is about was found: choose the entity key yourself. If all rows are about one thing, a column that names it can be made.",
      offers: [{ label: `All rows are about “${value}”`, change: { make: [made], key: [name] } }],
    });
  }
  for (const { trial, texts } of read) {
    const misread = new Set(trial.unreadable.map(({ row }) => row));
    const blank = texts.filter(
      (_, row) => trial.values.valid[row] === 0 && !misread.has(row) && !strange.has(row),
    ).length;
    const isRequired = [...plan.key, plan.eventTime, plan.createdTime].includes(trial.column.name);
    if (!isRequired || blank === 0) continue;
    const would = blank === 1 ? "that row" : "those rows";
    notes.push({
      code: "blank_key",
      text: `“${trial.column.name}” is empty in ${grouped(blank)} of the ${countOf(texts.length, "row")} looked at: ${would} would be left out, as every row needs its key and its times.`,
    });
  }
  return notes;
}

const LONG_AGO = "1970-01-01";

/** For a table without an event time: which numbers could be one, and how to do without. */
function timelessNotes(head: Head, plan: CsvPlan, read: readonly ReadColumn[]): CsvNote[] {
  const counted = read.flatMap(({ trial, texts }): Choice[] => {
    const { name, type } = trial.column;
    if (type !== "int64" && type !== "float64") return [];
    const time = plausibleTime(texts.filter((text) => text.trim() !== ""))?.time;
    // Five digits are too common to take for days without a name that says so.
    if (time === undefined || time === "spreadsheet_days") return [];
    return [
      {
        label: `“${name}” is the time, ${timeWords(time)}`,
        change: { eventTime: name, columns: { [name]: { type: "timestamp", time } } },
      },
    ];
  });
  const times = timesOf(read).map(
    ({ trial: { column } }): Choice => ({
      label: `“${column.name}” is the time`,
      change: { eventTime: column.name },
    }),
  );
  const name = freeName(plan, "true_since");
  const since = (value: string, why: string): Choice => ({
    label: `True since ${value}${why}`,
    change: { make: [{ kind: "constant", name, type: "timestamp", value }], eventTime: name },
  });
  return [
    {
      code: "no_event_time",
      text: `No column says when each row happened: choose one, or its format.${partsOfDate(read)} A table without times can be taken as true since one day; what is true now may not have been true then.`,
      offers: [
        ...times,
        ...counted,
        ...(head.savedOn === null ? [] : [since(head.savedOn, ", when the file was saved")]),
        since(LONG_AGO, ", before all else"),
      ],
    },
  ];
}

/** A sentence for a table whose days stand in columns for year, month and day. */
function partsOfDate(read: readonly ReadColumn[]): string {
  const named = (word: RegExp) => read.find(({ trial }) => word.test(trial.column.name))?.trial.column.name;
  const [year, month, dayOfMonth] = [named(/^year$/i), named(/^month$/i), named(/^day$/i)];
  if (year === undefined || month === undefined || dayOfMonth === undefined) return "";
  return ` “${year}”, “${month}” and “${dayOfMonth}” are parts of a day: put together in the file, as in 2013-01-31, they would be a time.`;
}

function timeNotes(
  plan: CsvPlan,
  eventTime: string,
  read: readonly ReadColumn[],
  stored: Uint8Array,
): CsvNote[] {
  const made = plan.made.find(({ name }) => name === eventTime);
  if (made?.kind === "constant")
    return [
      {
        code: "made_time",
        text: `All rows count as true since ${made.value}. What is true now may not have been true then: a row that is looked up for an older moment may tell what nobody knew yet.`,
      },
    ];
  const times = timesOf(read);
  const event = times.find(({ trial }) => trial.column.name === eventTime);
  const notes: CsvNote[] = [];
  if (event !== undefined) notes.push(...dayNotes(event, plan, read, times));
  const others = times.filter(({ trial }) => ![eventTime, plan.createdTime].includes(trial.column.name));
  if (others.length > MOST_TIMES) {
    const names = others.map(({ trial }) => trial.column.name);
    notes.push({
      code: "other_times",
      text: `${listedFew(names)} are times too: they are kept as columns, and “${eventTime}” is the event time.`,
    });
    return notes;
  }
  const later = event === undefined ? [] : createdTimesOf(times, event, stored);
  for (const other of times) {
    const { name } = other.trial.column;
    if (name === eventTime) continue;
    const early = event === undefined ? 0 : compareTimes(other.trial, event.trial, stored).before;
    if (name === plan.createdTime) {
      const before =
        early === 0
          ? ""
          : `, though it lies before “${eventTime}” in ${grouped(early)} of the ${countOf(other.texts.length, "row")} looked at`;
      notes.push({
        code: "other_times",
        text: `“${name}”${span(other)} is taken for when a row became known${before}.`,
        offers: [{ label: "A row is known when it happens", change: { createdTime: null } }],
      });
      continue;
    }
    const offers: Choice[] = [{ label: `“${name}” is the event time`, change: asEventTime(plan, name) }];
    if (later.includes(other))
      offers.push({ label: `“${name}” is when a row became known`, change: { createdTime: name } });
    if (early > 0 && ["created", "changed"].includes(timeRole(name)))
      notes.push({
        code: "created_before_event",
        text: `“${name}” is named like a created time, but lies before “${eventTime}” in ${grouped(early)} of the ${countOf(other.texts.length, "row")} looked at: it is not taken for one.`,
        offers,
      });
    else
      notes.push({
        code: "other_times",
        text: `“${name}”${span(other)} is a time too: it is kept as a column, and “${eventTime}” is the event time.`,
        offers,
      });
  }
  return notes;
}

/** More other times than these are told of in one sentence. */
const MOST_TIMES = 5;

function asEventTime(plan: CsvPlan, name: string) {
  return { eventTime: name, ...(plan.createdTime === name ? { createdTime: null } : {}) };
}

/**
 * What days without an hour may leak, unless another column says when a row became known. Where no column of the file knows the
 * hour, a delay of the group is the way out.
 */
function dayNotes(
  event: ReadColumn,
  plan: CsvPlan,
  read: readonly ReadColumn[],
  times: readonly ReadColumn[],
): CsvNote[] {
  const { column } = event.trial;
  if (plan.createdTime !== null || !isDayOnly(column, event.texts)) return [];
  const later: Choice = { label: "Use each row a day later", change: {}, delay: "1d" };
  const whole = dateAndTime(read, event);
  const finer = times.some(
    ({ trial, texts }) => trial.column.name !== column.name && !isDayOnly(trial.column, texts),
  );
  const isNamed = read.some(({ trial }) => isTimeOfDayName(trial.column.name));
  const known = `In “${column.name}” no hour is known: each row counts as known from 00:00 of its day on.`;
  if (whole !== undefined)
    return [
      {
        code: "no_hours",
        text: `${known} “${whole.timeOfDay}” has the time of day.`,
        offers: [{ label: "Make one time of both", change: wholeTimeChange(whole) }, later],
      },
    ];
  const elsewhere = finer || isNamed ? " Another column has times of day." : "";
  return [
    {
      code: "no_hours",
      text: `${known}${elsewhere} If it is known only later, say so under “can be used” below.`,
      offers: [later],
    },
  ];
}

/** ` (from 1949 to 1988)`, by day. */
function span({ trial: { values } }: ReadColumn): string {
  if (values.type !== "timestamp") return "";
  let [least, greatest]: [bigint | null, bigint | null] = [null, null];
  for (const [row, us] of values.valuesUs.entries()) {
    if (values.valid[row] === 0) continue;
    if (least === null || us < least) least = us;
    if (greatest === null || us > greatest) greatest = us;
  }
  if (least === null || greatest === null) return "";
  return ` (from ${formatTime(least).slice(0, 10)} to ${formatTime(greatest).slice(0, 10)})`;
}

function freeName(plan: CsvPlan, wanted: string): string {
  const taken = new Set([...plan.columns, ...plan.made].map(({ name }) => name));
  let name = wanted;
  for (let n = 2; taken.has(name); n++) name = `${wanted}_${n}`;
  return name;
}
