import type { CsvQuestion } from "../csv-draft";
import type { MadeColumn, PlanChange } from "../csv-plan";
import {
  isEntityName,
  isIdName,
  isMeasureName,
  isNoteName,
  isRowIdName,
  isTimeName,
  timeRole,
} from "./column-names";
import { isDayOnly, isTimeOfDayColumn } from "./made-times";
import { distinctOf, type Trial } from "./try-column";

/** What is proposed as key and times, and what is asked about them. */
export interface Roles {
  keyCandidates: string[];
  /** To be laid over the plan. */
  change: PlanChange;
  questions: CsvQuestion[];
}

/** A column as it is read, and its texts. */
export interface ReadColumn {
  trial: Trial;
  texts: readonly string[];
}

/**
 * Proposes the entity key, the event time and the created time, by names and by what the columns hold.
 * A created time is one that never lies before the event time.
 *
 * @param stored - 1 for each row that would be stored: the others say nothing about the roles.
 */
export function guessRoles(columns: readonly ReadColumn[], stored: Uint8Array): Roles {
  const times = timesOf(columns);
  const eventTime = eventTimeOf(times, stored);
  const keys = keysOf(columns, stored);
  const roles: Roles = {
    keyCandidates: keys.map(({ name }) => name),
    change: {
      key: keys.slice(0, 1).flatMap(({ name, isProposed }) => (isProposed ? [name] : [])),
      eventTime: eventTime?.trial.column.name ?? null,
      createdTime: null,
    },
    questions: [],
  };
  if (eventTime === undefined) return roles;
  const whole = wholeTimeQuestion(columns, eventTime);
  if (whole !== undefined) {
    roles.questions.push(whole);
    roles.change = { ...roles.change, ...whole.choices[0]?.change };
    return roles;
  }
  const later = createdTimesOf(times, eventTime, stored);
  const named = later.find(({ trial }) => timeRole(trial.column.name) === "created");
  if (named !== undefined) roles.change = { ...roles.change, createdTime: named.trial.column.name };
  else if (later.length > 0) {
    const question = createdQuestion(later, eventTime);
    roles.questions.push(question);
    roles.change = { ...roles.change, ...question.choices[0]?.change };
  }
  return roles;
}

/** The columns that are read as times and hold some. */
export function timesOf(columns: readonly ReadColumn[]): ReadColumn[] {
  return columns.filter(({ trial }) => trial.column.type === "timestamp" && trial.readable > 0);
}

/** The other times that never lie before the event time, and could say when a row became known. */
export function createdTimesOf(
  times: readonly ReadColumn[],
  eventTime: ReadColumn,
  stored: Uint8Array,
): ReadColumn[] {
  return times.slice(0, MOST_COMPARED).filter((one) => {
    if (one === eventTime || timeRole(one.trial.column.name) === "elsewhen") return false;
    const rows = stored.reduce((sum, is) => sum + is, 0);
    const both = compareTimes(one.trial, eventTime.trial, stored);
    return both.rows === rows && both.before === 0 && both.after > 0;
  });
}

interface KeyCandidate {
  name: string;
  isProposed: boolean;
}

/**
 * Whole numbers and texts that are filled in (nearly) all rows: those named like a key first, and of these those that repeat.
 * A measurement is never proposed.
 */
function keysOf(columns: readonly ReadColumn[], stored: Uint8Array): KeyCandidate[] {
  const rows = stored.reduce((sum, is) => sum + is, 0);
  if (rows === 0) return [];
  const scored = columns.flatMap(({ trial, texts }, at) => {
    const { name, type } = trial.column;
    if (type !== "int64" && type !== "string") return [];
    const filled = filledOf(trial, stored);
    const isNamed = isIdName(name) || isEntityName(name);
    if (filled < rows && (!isNamed || filled <= 0.5 * rows)) return [];
    if (isMeasureName(name) || (isTimeName(name) && !isNamed) || isTimeOfDayColumn(name, texts)) return [];
    const repeats = distinctOf(trial) < filled;
    // An unnamed whole number counts something unless the table begins with it; an unnamed text that never repeats is about a row.
    const isLikely = isNamed || at === 0 || (type === "string" && repeats && !isNoteName(name));
    // A number that every row has for itself tells rows apart, and not what they are about.
    const idScore = isRowIdName(name) && !repeats ? 5 : 8;
    const score = (isIdName(name) ? idScore : isNamed ? 6 : 0) + (isLikely ? 4 : 0) + (repeats ? 2 : 1);
    return [{ name, score, isProposed: isLikely }];
  });
  // sort is stable: among equals the file's order stays.
  return scored.sort((a, b) => b.score - a.score);
}

function filledOf({ values }: Trial, stored: Uint8Array): number {
  let filled = 0;
  for (let row = 0; row < stored.length; row++) if (stored[row] === 1 && values.valid[row] === 1) filled++;
  return filled;
}

/**
 * The time that is likeliest when a row happened: by its name, and by what it holds. A time that lies years before or after
 * another in the same rows (a birth, an expiry), or is the same in all, loses to one that does not.
 */
function eventTimeOf(times: readonly ReadColumn[], stored: Uint8Array): ReadColumn | undefined {
  const NAME_SCORES = { event: 2, any: 1, created: 0, changed: -1, elsewhen: -4 } as const;
  // Each is held against each: of hundreds of times the first ones will do.
  const compared = times.slice(0, MOST_COMPARED);
  let best: { time: ReadColumn; score: number } | undefined;
  for (const time of compared) {
    let score: number = NAME_SCORES[timeRole(time.trial.column.name)];
    if (times.length > 1) {
      const filled = filledOf(time.trial, stored);
      if (filled < stored.reduce((sum, is) => sum + is, 0)) score -= 3;
      if (filled > 1 && distinctOf(time.trial) === 1) score -= 2;
      if (isFarFromAll(time, compared, stored)) score -= 3;
      if (!isDayOnly(time.trial.column, time.texts)) score += 0.5;
    }
    if (best === undefined || score > best.score) best = { time, score };
  }
  return best?.time;
}

const MOST_COMPARED = 20;

/** Whether a time lies more than two years from every other that is not so far from the rest, in most rows. */
function isFarFromAll(time: ReadColumn, times: readonly ReadColumn[], stored: Uint8Array): boolean {
  const others = times.filter((other) => other !== time);
  const spread = spreadOf(time.trial, stored);
  return others.every((other) => {
    const { rows, far } = compareTimes(time.trial, other.trial, stored);
    return rows > 0 && far > 0.5 * rows && spread > spreadOf(other.trial, stored);
  });
}

function spreadOf({ values }: Trial, stored: Uint8Array): number {
  if (values.type !== "timestamp") return 0;
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < stored.length; row++) {
    if (stored[row] === 0 || values.valid[row] === 0) continue;
    const us = Number(values.valuesUs[row]);
    least = Math.min(least, us);
    greatest = Math.max(greatest, us);
  }
  return Math.max(0, greatest - least);
}

const FAR_US = 2 * 365 * 86_400_000_000;

/** Over the rows that have both: in how many `a` lies before `b`, after it, and more than two years away. */
export function compareTimes(
  { values: a }: Trial,
  { values: b }: Trial,
  stored: Uint8Array,
): { rows: number; before: number; after: number; far: number } {
  const found = { rows: 0, before: 0, after: 0, far: 0 };
  if (a.type !== "timestamp" || b.type !== "timestamp") return found;
  for (let row = 0; row < stored.length; row++) {
    const [left, right] = [a.valuesUs[row], b.valuesUs[row]];
    if (stored[row] === 0 || a.valid[row] === 0 || b.valid[row] === 0) continue;
    if (left === undefined || right === undefined) continue;
    found.rows++;
    if (left < right) found.before++;
    else if (left > right) found.after++;
    if (Math.abs(Number(left - right)) > FAR_US) found.far++;
  }
  return found;
}

function createdQuestion(later: readonly ReadColumn[], eventTime: ReadColumn): CsvQuestion {
  const event = eventTime.trial.column.name;
  const names = later.map(({ trial }) => trial.column.name);
  const listed = names.map((name) => `“${name}”`).join(" and ");
  const [never, is] = names.length === 1 ? ["never lies", "Is it"] : ["never lie", "Is one of them"];
  return {
    id: "created time",
    columns: [event, ...names],
    eventTime: event,
    text: `${listed} ${never} before “${event}”. ${is} when you learned of a row?`,
    choices: [
      ...names.map((name) => ({
        label: `A row counts as known from its “${name}” on`,
        change: { createdTime: name },
      })),
      { label: `A row is known at its “${event}”`, change: { createdTime: null } },
    ],
  };
}

/** Where the event time is a day and another column holds the time of day: whether the two are one time. */
function wholeTimeQuestion(columns: readonly ReadColumn[], eventTime: ReadColumn): CsvQuestion | undefined {
  const made = dateAndTime(columns, eventTime);
  if (made === undefined) return undefined;
  return {
    id: "day and time of day",
    columns: [],
    text: `“${made.date}” holds days and “${made.timeOfDay}” the time of day: one time of both?`,
    choices: [
      {
        label: `One time, “${made.name}”`,
        change: wholeTimeChange(made),
      },
      {
        label: `Two columns: all of a day counts as known from its 00:00 on`,
        change: {
          unmake: [made.name],
          eventTime: made.date,
          columns: { [made.date]: { included: true }, [made.timeOfDay]: { included: true } },
        },
      },
    ],
  };
}

/** The change that makes one time of a day and a time of day, and does not read the two. */
export function wholeTimeChange(made: MadeColumn & { kind: "date_and_time" }): PlanChange {
  return {
    make: [made],
    eventTime: made.name,
    columns: { [made.date]: { included: false }, [made.timeOfDay]: { included: false } },
  };
}

/** One time of the event time and the times of day beside it, where it is a day and there are some. */
export function dateAndTime(
  columns: readonly ReadColumn[],
  eventTime: ReadColumn,
): (MadeColumn & { kind: "date_and_time" }) | undefined {
  const { column } = eventTime.trial;
  if (column.time === "spreadsheet_days" || !isDayOnly(column, eventTime.texts)) return undefined;
  const at = columns.indexOf(eventTime);
  const byNearness = columns
    .map((one, cell) => ({ one, away: Math.abs(cell - at) }))
    .filter(({ one: { trial, texts } }) => isTimeOfDayColumn(trial.column.name, texts))
    .sort((a, b) => a.away - b.away);
  const nearest = byNearness[0]?.one.trial.column.name;
  if (nearest === undefined) return undefined;
  const date = column.name;
  const taken = new Set(columns.map(({ trial }) => trial.column.name));
  let name = `${date} ${nearest}`;
  while (taken.has(name)) name += "_2";
  return { kind: "date_and_time", name, date, timeOfDay: nearest };
}
