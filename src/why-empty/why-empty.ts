import type { FeatureGroup } from "../microfs";
import { type CheckedView, NO_MATCH } from "../microfs/core";
import type { EmptyReasonName } from "../terms/empty-reasons";
import type { Candidate, Cause } from "./candidate";
import type { Change } from "./changed-sides";
import { type EmptyCells, type EmptyRows, findEmptyCells } from "./empty-lines";
import { type InPieces, type JoinedView, type JoinParts, joinView } from "./joined-view";
import { keyChanges, mappingChange } from "./key-changes";
import { countedWays, type MissedWays, missedWays } from "./misses";
import { type NearMiss, nearestFilled, nearestMiss } from "./nearest";
import {
  exactChange,
  isUnitTooSmall,
  laterChange,
  needsOf,
  ownDelayChange,
  ttlChange,
  ttlChangeWithin,
  unitChange,
  zoneChange,
} from "./time-changes";
import { type Outcome, tryChange } from "./try-change";

/** A change that was tried: it fills cells, and no row that it brings in was unknown at its line. */
export interface Offer {
  readonly change: Change;
  /** By how much it changes a duration or times, microseconds; `null` where it is not about an amount of time. */
  readonly byUs: number | null;
  /** What must have been wrong with the times of a whole side for the change to be right; `null` where nothing must. */
  readonly assumes: "zone" | "unit" | null;
  /** Whether an hour more would fill as many: then the times may be off by more. */
  readonly isAtLeast: boolean;
  /** Of the line that it is offered for, and of all. */
  readonly fills: number;
  readonly filled: number;
  /** Of each line. Shape [lines]. */
  readonly filledIn: readonly number[];
  /** Cells that have a value now and would not. */
  readonly emptied: number;
}

/** The cells that one join left empty for one reason, what it comes down to, and what would fill them. */
export interface EmptyLine extends EmptyRows {
  readonly cause: Cause;
  /** The cell that missed by least. */
  readonly nearest: NearMiss | null;
  readonly offer: Offer | null;
  /** Of the cells that the offer fills the one that missed by least, with the row that it would get. */
  readonly nearestFilled: NearMiss | null;
}

export interface WhyEmpty {
  readonly joined: JoinedView;
  readonly empty: EmptyCells;
  /** Those with most cells first. */
  readonly lines: readonly EmptyLine[];
  readonly emptyCells: number;
  readonly joinedCells: number;
}

/**
 * Why the cells of a training set are empty, and the smallest change for each reason that would fill some. How it is chosen is
 * told in docs/decisions/0029. O(cells), and a run of the kernel for every change that is tried: some per line.
 *
 * @param view - With its rules as edited. @param groupNamed - The groups as edited.
 */
export function* whyEmpty(view: CheckedView, groupNamed: (name: string) => FeatureGroup): InPieces<WhyEmpty> {
  const joined = yield* joinView(view, groupNamed);
  const empty = yield* findEmptyCells(joined);
  const lines: EmptyLine[] = [];
  for (const number of empty.lines.keys()) lines.push(yield* explainLine(joined, empty, number));
  const emptyCells = lines.reduce((sum, { cells }) => sum + cells, 0);
  return { joined, empty, lines, emptyCells, joinedCells: empty.joinedCells };
}

/** What a line comes down to where nothing is offered. */
const CAUSES: Readonly<Record<EmptyReasonName, Cause>> = {
  null_key: "null_key",
  no_entity: "no_such_key",
  expired: "ttl_too_short",
  not_yet_known: "known_later",
  future_only: "before_first_row",
  wrong_side: "wrong_side",
  exact_match: "exact_match",
  null_value: "null_value",
};

function causeOf(joined: JoinedView, parts: JoinParts, { reason }: EmptyRows): Cause {
  if (reason === "no_entity" && parts.group.numRows === 0) return "no_rows";
  const isOfTime = reason === "expired" || reason === "future_only";
  return isOfTime && isUnitTooSmall(joined, parts) ? "unit_too_small" : CAUSES[reason];
}

function* explainLine(joined: JoinedView, empty: EmptyCells, number: number): InPieces<EmptyLine> {
  const line = empty.lines[number];
  const parts = line && joined.joins[line.join];
  if (line === undefined || parts === undefined)
    throw new RangeError(`line must be one of the empty cells': ${number}`);
  const ways = missedWays(parts, line.reason, line.rows);
  yield;
  const candidates = yield* candidatesFor(joined, parts, line, ways);
  let best: { readonly candidate: Candidate; readonly outcome: Outcome; readonly gain: number } | null = null;
  for (const candidate of candidates) {
    const outcome = yield* tryChange(
      joined,
      empty,
      candidate.change,
      candidate.onlyOwnRows ? line.rows : null,
    );
    const gain = gainOf(candidate, outcome, number);
    if (outcome.leaks || gain <= (best?.gain ?? 0)) continue;
    best = { candidate, outcome, gain };
    if (gain === line.cells) break;
  }
  if (best === null) {
    const cause = causeOf(joined, parts, line);
    const nearest = nearestMiss(line.rows, countedWays(ways, cause), null);
    return { ...line, cause, nearest, offer: null, nearestFilled: null };
  }
  const { candidate, outcome, gain } = best;
  const counted = countedWays(ways, candidate.cause);
  const after = outcome.index[line.join] ?? null;
  let isAtLeast = false;
  if (candidate.oneMore !== undefined) {
    const more = yield* tryChange(joined, empty, candidate.oneMore);
    isAtLeast = !more.leaks && gainOf(candidate, more, number) >= gain;
  }
  return {
    ...line,
    cause: candidate.cause,
    nearest: nearestMiss(line.rows, counted, after),
    offer: offerOf(candidate, outcome, number, isAtLeast),
    nearestFilled: nearestFilled(line.rows, counted, after),
  };
}

/** Of what it fills, so little may be emptied elsewhere without a change of more time being taken for it. */
const LITTLE_EMPTIED = 0.1;

/** What a change is worth to a line. What it fills of other lines is luck; what it empties is not. */
function gainOf({ byUs }: Candidate, { filledIn, emptied }: Outcome, line: number): number {
  const fills = filledIn[line] ?? 0;
  return byUs !== null && emptied <= LITTLE_EMPTIED * fills ? fills : fills - emptied;
}

function offerOf(
  { change, byUs, cause }: Candidate,
  { filled, emptied, filledIn }: Outcome,
  line: number,
  isAtLeast: boolean,
): Offer {
  const assumes = cause === "shifted_hours" ? "zone" : cause === "other_unit" ? "unit" : null;
  const fills = filledIn[line] ?? 0;
  return { change, byUs, assumes, isAtLeast, fills, filled, filledIn: [...filledIn], emptied };
}

/** Two kinds of change, on each side, on both and everywhere. */
const MOST_KEY_CHANGES = 8;

/** What might fill a line, the smallest first; of as many filled cells the first one is offered. */
function* candidatesFor(
  joined: JoinedView,
  parts: JoinParts,
  line: EmptyRows,
  ways: MissedWays,
): InPieces<Candidate[]> {
  const needs = needsOf(ways.own);
  const some = (...candidates: readonly (Candidate | null)[]) =>
    candidates.filter((candidate) => candidate !== null);
  switch (line.reason) {
    case "no_entity": {
      if (parts.group.numRows === 0) return [];
      const keys = yield* keyChanges(joined, parts, line);
      // What matches fewer cannot fill more; another one may where the first finds its rows too late, or spoils other joins.
      return [...keys.slice(0, MOST_KEY_CHANGES), ...some(yield* mappingChange(joined, parts, line))];
    }
    case "expired":
      if (isUnitTooSmall(joined, parts)) return [];
      return tooOldCandidates(joined, parts, line, ways);
    case "not_yet_known":
      return some(ownDelayChange(parts), laterChange(joined, needs));
    case "future_only":
      return some(unitChange(joined, parts) ?? zoneChange(parts, line, needs));
    case "exact_match":
      return [exactChange(parts)];
    case "null_key":
    case "null_value":
    case "wrong_side":
      return [];
  }
}

/**
 * What is too old would be replaced by what comes later, or be taken with a longer TTL. By how much they change times and
 * durations, the least first. A TTL that is longer by as much as times would be moved is tried too: nothing must be wrong for it.
 */
function tooOldCandidates(
  joined: JoinedView,
  parts: JoinParts,
  line: EmptyRows,
  { own, known, happens }: MissedWays,
): Candidate[] {
  const unit = unitChange(joined, parts);
  if (unit !== null) return [unit];
  const needs = needsOf(own);
  const moving = [laterChange(joined, needsOf(known)), zoneChange(parts, line, needsOf(happens))];
  const ttls = moving.map((change) => change && ttlChangeWithin(parts, needs, change.byUs ?? 0));
  return [ttlChange(parts, needs), ...ttls, known && ownDelayChange(parts), ...moving]
    .filter((candidate) => candidate !== null)
    .sort((a, b) => (a.byUs ?? 0) - (b.byUs ?? 0));
}

/** Why one cell is empty, and the smallest change that would fill just it. */
export interface EmptyCell extends Pick<EmptyLine, "reason" | "cause" | "nearest" | "offer"> {
  /** Which of the lines it is of. */
  readonly line: number;
}

/** Explains one cell; `null` where it is not empty. Costs O(texts) where it is about keys, and a run of the kernel per change tried. */
export function* explainCell(
  { joined, empty, lines }: Pick<WhyEmpty, "joined" | "empty" | "lines">,
  join: number,
  trainingRow: number,
): InPieces<EmptyCell | null> {
  const number = (empty.lineOf[join]?.[trainingRow] ?? 0) - 1;
  const [line, parts] = [lines[number], joined.joins[join]];
  if (line === undefined || parts === undefined) return null;
  const own = { ...line, rows: Int32Array.of(trainingRow) };
  const ways = missedWays(parts, line.reason, own.rows);
  // A zone, a unit or a column is never wrong for one cell alone: of those the line's change is tried.
  const ofLine: Candidate[] =
    line.offer === null
      ? []
      : [
          {
            cause: line.cause,
            change: line.offer.change,
            byUs: line.offer.byUs,
            onlyOwnRows: false,
          },
        ];
  const isOfAll = ["future_only", "exact_match"].includes(line.reason) || line.cause === "other_unit";
  const ofOwn = isOfAll ? [] : yield* candidatesFor(joined, parts, own, ways);
  const candidates = [...ofOwn.filter(({ cause }) => cause !== "shifted_hours"), ...ofLine];
  for (const candidate of candidates) {
    const outcome = yield* tryChange(
      joined,
      empty,
      candidate.change,
      candidate.onlyOwnRows ? line.rows : null,
    );
    const isFilled = (outcome.index[join]?.[trainingRow] ?? NO_MATCH) !== NO_MATCH;
    if (!isFilled || outcome.leaks || outcome.filled <= outcome.emptied) continue;
    const isAtLeast = candidate.change === line.offer?.change && line.offer.isAtLeast;
    return {
      line: number,
      reason: line.reason,
      cause: candidate.cause,
      nearest: nearestMiss(own.rows, countedWays(ways, candidate.cause), outcome.index[join] ?? null),
      offer: offerOf(candidate, outcome, number, isAtLeast),
    };
  }
  const cause = causeOf(joined, parts, own);
  const nearest = nearestMiss(own.rows, countedWays(ways, cause), null);
  return { line: number, reason: line.reason, cause, nearest, offer: null };
}
