import type { CsvNote } from "../csv-draft";
import type { CsvPlan } from "../csv-plan";
import { distinctOf, type Trial } from "./try-column";

/** Which columns are proposed as key and times. */
export type Roles = Pick<CsvPlan, "key" | "eventTime" | "createdTime"> & {
  keyCandidates: string[];
  notes: CsvNote[];
};

const ID_NAME =
  /(?:^|[_\s-])(?:id|key|uuid|guid)$|[a-z](?:Id|ID|Key|Uuid)$|^(?:user|customer|account|client|member|driver|merchant|device|patient|store|product)$/;
const CREATED_NAME =
  /created|ingest|insert|load|receiv|arriv|recorded|known|process|publish|available|written|synced/i;
const EVENT_NAME = /event|occur|happen|^time$|^ts$|timestamp|_at$|[a-z]At$|date/i;

/**
 * Proposes the entity key, the event time and the created time, by names and by what the columns hold.
 * A created time is one that never lies before the event time.
 */
export function guessRoles(trials: readonly Trial[]): Roles {
  const keyCandidates = keysOf(trials);
  const times = trials.filter((trial) => trial.column.type === "timestamp" && trial.readable > 0);
  const eventTime = best(times, (trial) => eventScore(trial.column.name));
  const created =
    eventTime === undefined
      ? []
      : times.filter((trial) => trial !== eventTime && CREATED_NAME.test(trial.column.name));
  const createdTime = created.find((trial) => eventTime !== undefined && rowsBefore(trial, eventTime) === 0);
  const notes: CsvNote[] = [];
  if (keyCandidates.length === 0) {
    notes.push({
      code: "no_key",
      text: "No column is filled in every row and could name an entity: choose the key yourself.",
    });
  }
  if (eventTime === undefined) {
    notes.push({
      code: "no_event_time",
      text: "No column was found that says when each row happened: choose one, or its format.",
    });
  }
  for (const trial of created) {
    if (trial === createdTime || eventTime === undefined) continue;
    const early = rowsBefore(trial, eventTime);
    if (early > 0) notes.push(createdBeforeEvent(trial.column.name, eventTime.column.name, early));
  }
  return {
    key: keyCandidates.slice(0, 1),
    keyCandidates,
    eventTime: eventTime?.column.name ?? null,
    createdTime: createdTime?.column.name ?? null,
    notes,
  };
}

/** Whole numbers and texts that are never empty: those named like a key first, and of these those that repeat. */
function keysOf(trials: readonly Trial[]): string[] {
  const rows = trials[0]?.values.valid.length ?? 0;
  const scored = trials
    .filter((trial) => trial.column.type === "int64" || trial.column.type === "string")
    .filter((trial) => trial.readable === rows && rows > 0)
    .map((trial) => ({ name: trial.column.name, score: keyScore(trial, rows) }))
    .filter(({ score }) => score > 0);
  // sort is stable: among equals the file's order stays.
  return scored.sort((a, b) => b.score - a.score).map(({ name }) => name);
}

function keyScore(trial: Trial, rows: number): number {
  const isNamed = ID_NAME.test(trial.column.name);
  const repeats = distinctOf(trial) < rows;
  // A column without a key's name that is almost constant is a category, unless nothing better is there.
  return (isNamed ? 4 : 0) + (repeats ? 2 : 1);
}

function eventScore(name: string): number {
  if (CREATED_NAME.test(name)) return 0;
  return EVENT_NAME.test(name) ? 2 : 1;
}

function best<T>(items: readonly T[], score: (item: T) => number): T | undefined {
  let found: T | undefined;
  for (const item of items) if (found === undefined || score(item) > score(found)) found = item;
  return found;
}

/** In how many rows `trial`'s time lies before `than`'s. */
function rowsBefore(trial: Trial, than: Trial): number {
  const [a, b] = [trial.values, than.values];
  if (a.type !== "timestamp" || b.type !== "timestamp") return 0;
  let rows = 0;
  for (let row = 0; row < a.valuesUs.length; row++) {
    const [left, right] = [a.valuesUs[row], b.valuesUs[row]];
    if (a.valid[row] === 1 && b.valid[row] === 1 && left !== undefined && right !== undefined && left < right)
      rows++;
  }
  return rows;
}

function createdBeforeEvent(created: string, event: string, rows: number): CsvNote {
  return {
    code: "created_before_event",
    text: `${JSON.stringify(created)} is named like a created time, but lies before ${JSON.stringify(event)} in ${rows} of the rows looked at: it is not proposed as one.`,
  };
}
