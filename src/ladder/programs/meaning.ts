import type { JoinVariant, VariantFilter } from "../../compare/variant";
import type { Language } from "../../terms/languages";
import { LADDER_RULE } from "../rule";
import { type JoinParts, LINE_PARTS, type LinePart } from "./line-parts";
import { MISCONCEPTIONS, type Misconception } from "./misconceptions";
import type { Arrangement, LadderProgram, Meaning } from "./program";

/**
 * What a program does, read off its lines: no part of it runs.
 *
 * @returns `null` while a line is missing without which it is no join yet; {@link whatIsMissing} says which.
 */
export function meaningOf(program: LadderProgram, arrangement: Arrangement): Meaning | null {
  if (whatIsMissing(program, arrangement) !== null) return null;
  return meaningOfParts(partsOf(arrangement));
}

/** What a program lacks. */
interface Missing {
  /** The line, in a word or three. */
  readonly line: string;
  /** What comes of that, in a sentence or two: without some lines it would run all the same. */
  readonly sentence: string;
}

/** Which line a program lacks to be a join; `null` where it is one. */
export function whatIsMissing({ start, language }: LadderProgram, arrangement: Arrangement): Missing | null {
  const there = new Set(arrangement.map(({ id }) => id));
  if (start.some(({ id }) => !there.has(id)))
    return { line: "a line", sentence: "A line is missing that every program has." };
  const { cell, order } = partsOf(arrangement);
  if (cell === null) return { line: "what is taken", sentence: WITHOUT_CELL[language] };
  // The greatest of each column is the same in every order.
  return order === null && cell === "row" ? { line: "the order", sentence: WITHOUT_ORDER[language] } : null;
}

const WITHOUT_CELL: Readonly<Record<Language, string>> = {
  sql: "It cannot run: no line says what is taken.",
  python: "No line says what is taken: it would give an empty list.",
  typescript: "No line says what is taken: it would give undefined for every prediction.",
};

const CREATED_LAST = "It would take the payment that was created last. Put in the line that orders them.";
const WITHOUT_ORDER: Readonly<Record<Language, string>> = {
  sql: "It would run, but no line says in which order the payments stand: the database may give any one.",
  python: CREATED_LAST,
  typescript: CREATED_LAST,
};

/** A join of which all parts are known, as a variant, and what is wrong with it. */
export function meaningOfParts(parts: JoinParts): Meaning {
  const found = MISCONCEPTIONS.filter((name) => GETS_WRONG[name](parts));
  return { variant: variantOf(parts), misconceptions: found };
}

function partsOf(arrangement: Arrangement): JoinParts {
  const parts = arrangement.flatMap(({ id }): LinePart[] => {
    const part = LINE_PARTS[id];
    return part === null ? [] : [part];
  });
  return Object.assign({ ...NOTHING_SAID }, ...parts);
}

/** Of a program that says nothing at all. */
const NOTHING_SAID: JoinParts = {
  byKey: false,
  happened: null,
  known: null,
  fresh: null,
  cell: null,
  order: null,
};

function variantOf({ byKey, happened, known, fresh, cell, order }: JoinParts): JoinVariant {
  const filters: VariantFilter[] = [];
  if (happened !== null && happened !== "same_date") filters.push(...HAPPENED_FILTERS[happened]);
  if (known !== null) {
    const clock = known === "event_time" ? "event_time" : "created_time";
    // Times are whole microseconds: to be known before a moment is to be known a microsecond before it.
    filters.push({ kind: "known", clock, delayUs: known === "<" ? 1n : 0n });
  }
  if (fresh !== null) filters.push(FRESH_FILTERS[fresh]);
  const ordered = order === "earliest" ? "first" : "last";
  const onDate = happened === "same_date";
  return {
    key: byKey ? (onDate ? "entity_and_date" : "entity") : onDate ? "date" : "none",
    filters,
    pick: cell === "greatest_of_each" ? "greatest_of_each_column" : ordered,
  };
}

const HAPPENED_FILTERS: Readonly<
  Record<Exclude<JoinParts["happened"], null | "same_date">, readonly VariantFilter[]>
> = {
  "<=": [{ kind: "happened", allowExactMatches: true }],
  "<": [{ kind: "happened", allowExactMatches: false }],
  ">=": [{ kind: "ahead", allowExactMatches: true }],
  ">": [{ kind: "ahead", allowExactMatches: false }],
  "=": [
    { kind: "happened", allowExactMatches: true },
    { kind: "ahead", allowExactMatches: true },
  ],
  "!=": [{ kind: "not_at" }],
};

const TTL_US = LADDER_RULE.ttlUs ?? 0n;
const FRESH_FILTERS: Readonly<Record<Exclude<JoinParts["fresh"], null>, VariantFilter>> = {
  ">=": { kind: "age", ttlUs: TTL_US },
  ">": { kind: "age", ttlUs: TTL_US - 1n },
  // To have happened so long before a moment is to be known by then, after that delay.
  "<=": { kind: "known", clock: "event_time", delayUs: TTL_US },
  "<": { kind: "known", clock: "event_time", delayUs: TTL_US + 1n },
};

const GETS_WRONG: Readonly<Record<Misconception, (parts: JoinParts) => boolean>> = {
  no_key: ({ byKey }) => !byKey,
  greatest_of_each_column: ({ cell }) => cell === "greatest_of_each",
  same_date: ({ happened }) => happened === "same_date",
  looks_ahead: ({ happened }) => happened === ">=" || happened === ">",
  same_moment_only: ({ happened }) => happened === "=",
  other_moments_only: ({ happened }) => happened === "!=",
  no_time: ({ happened }) => happened === null,
  too_old_only: ({ fresh }) => fresh === "<=" || fresh === "<",
  // Which is first makes no difference where each column is looked at on its own.
  earliest: ({ order, cell }) => order === "earliest" && cell !== "greatest_of_each",
  created_forgotten: ({ known }) => known === null || known === "event_time",
  strictly_before: ({ happened }) => happened === "<",
  strictly_known: ({ known }) => known === "<",
  // What is of the same date, or comes later, is never too old.
  any_age: ({ fresh, happened }) => fresh === null && !NEVER_OLD.has(happened),
  edge_too_old: ({ fresh, happened }) => fresh === ">" && !NEVER_OLD.has(happened),
};

const NEVER_OLD: ReadonlySet<JoinParts["happened"]> = new Set(["same_date", ">=", ">", "="]);
