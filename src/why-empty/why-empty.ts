import type { FeatureGroup } from "../microfs";
import { type CheckedView, NO_MATCH } from "../microfs/core";
import type { EmptyReasonName } from "../terms/empty-reasons";
import type { Candidate, Cause } from "./candidate";
import type { Change } from "./changed-sides";
import { type EmptyCells, type EmptyRows, findEmptyCells } from "./empty-lines";
import { type InPieces, type JoinedView, type JoinParts, joinView } from "./joined-view";
import { keyChanges, mappingChange } from "./key-changes";
import { type Misses, timeMisses } from "./misses";
import {
  exactChange,
  isUnitTooSmall,
  laterChange,
  needsOf,
  ownDelayChange,
  ttlChange,
  unitChange,
  zoneChange,
} from "./time-changes";
import { type Outcome, tryChange } from "./try-change";

/** A change that was tried: it fills cells, and no row that it brings in was unknown at its line. */
export interface Offer {
  readonly change: Change;
  /** Of the line that it is offered for, and of all. */
  readonly fills: number;
  readonly filled: number;
  /** Of each line. Shape [lines]. */
  readonly filledIn: readonly number[];
  /** Cells that have a value now and would not. */
  readonly emptied: number;
}

/** The cell that came nearest, or the one by which the change was chosen. */
export interface NearMiss {
  readonly trainingRow: number;
  /** The row of the group that it missed, or would get; −1 where there is none. */
  readonly row: number;
  /** Microseconds; `null` where it is not about time. */
  readonly byUs: number | null;
}

/** The cells that one join left empty for one reason, what it comes down to, and what would fill them. */
export interface EmptyLine extends EmptyRows {
  readonly cause: Cause;
  readonly nearest: NearMiss | null;
  readonly offer: Offer | null;
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
  const isOfTime = reason === "expired" || reason === "future_only";
  return isOfTime && isUnitTooSmall(joined, parts) ? "unit_too_small" : CAUSES[reason];
}

function* explainLine(joined: JoinedView, empty: EmptyCells, number: number): InPieces<EmptyLine> {
  const line = empty.lines[number];
  const parts = line && joined.joins[line.join];
  if (line === undefined || parts === undefined)
    throw new RangeError(`line must be one of the empty cells': ${number}`);
  const misses = timeMisses(parts, line.reason, line.rows);
  yield;
  const candidates = yield* candidatesFor(joined, parts, line, misses);
  let best: { readonly candidate: Candidate; readonly outcome: Outcome; readonly gain: number } | null = null;
  for (const candidate of candidates) {
    const outcome = yield* tryChange(
      joined,
      empty,
      candidate.change,
      candidate.onlyOwnRows ? line.rows : null,
    );
    // What it fills of other lines is luck; what it empties is not.
    const gain = (outcome.filledIn[number] ?? 0) - outcome.emptied;
    if (outcome.leaks || gain <= (best?.gain ?? 0)) continue;
    best = { candidate, outcome, gain };
    if (gain === line.cells) break;
  }
  if (best === null)
    return { ...line, cause: causeOf(joined, parts, line), nearest: nearestMiss(line, misses), offer: null };
  const { candidate, outcome } = best;
  return {
    ...line,
    cause: candidate.cause,
    nearest: nearestFilled(parts, line, misses, candidate, outcome),
    offer: offerOf(candidate, outcome, number),
  };
}

function offerOf({ change }: Candidate, { filled, emptied, filledIn }: Outcome, line: number): Offer {
  return { change, fills: filledIn[line] ?? 0, filled, filledIn: [...filledIn], emptied };
}

/** Two kinds of change, on each side, on both and everywhere. */
const MOST_KEY_CHANGES = 8;

/** What might fill a line, the smallest first; of as many filled cells the first one is offered. */
function* candidatesFor(
  joined: JoinedView,
  parts: JoinParts,
  line: EmptyRows,
  misses: Misses | null,
): InPieces<Candidate[]> {
  const needs = misses === null ? new Float64Array() : needsOf(misses);
  const some = (...candidates: readonly (Candidate | null)[]) =>
    candidates.filter((candidate) => candidate !== null);
  switch (line.reason) {
    case "no_entity": {
      const keys = yield* keyChanges(joined, parts, line);
      // What matches fewer cannot fill more; another one may where the first finds its rows too late, or spoils other joins.
      return [...keys.slice(0, MOST_KEY_CHANGES), ...some(yield* mappingChange(joined, parts, line))];
    }
    case "expired":
      if (isUnitTooSmall(joined, parts)) return [];
      return some(unitChange(joined, parts) ?? ttlChange(parts, needs));
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

/** The cell that missed by least. */
function nearestMiss({ rows }: EmptyRows, misses: Misses | null): NearMiss | null {
  if (rows.length === 0) return null;
  // Where no amount would do, one that has a row to show.
  let best =
    misses === null
      ? 0
      : Math.max(
          0,
          misses.row.findIndex((row) => row !== NO_MATCH),
        );
  if (misses !== null)
    for (let i = 1; i < rows.length; i++)
      if ((misses.byUs[i] ?? Number.NaN) < (misses.byUs[best] ?? Number.NaN)) best = i;
  return {
    trainingRow: rows[best] ?? 0,
    row: misses?.row[best] ?? NO_MATCH,
    byUs: misses === null ? null : (misses.byUs[best] ?? null),
  };
}

/** Of the cells that a change fills, the one that needs all of it. */
function nearestFilled(
  { number }: JoinParts,
  { rows }: EmptyRows,
  misses: Misses | null,
  { needUs }: Candidate,
  { index }: Outcome,
): NearMiss | null {
  const after = index[number];
  let best: NearMiss | null = null;
  for (const [i, trainingRow] of rows.entries()) {
    const row = after?.[trainingRow] ?? NO_MATCH;
    if (row === NO_MATCH) continue;
    const byUs = misses?.byUs[i] ?? null;
    if (best === null || (byUs !== null && byUs <= needUs && byUs > (best.byUs ?? 0)))
      best = { trainingRow, row, byUs };
    if (misses === null) break;
  }
  return best;
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
  const misses = timeMisses(parts, line.reason, own.rows);
  // A zone, a unit or a column is never wrong for one cell alone: of those the line's change is tried.
  const ofLine: Candidate[] =
    line.offer === null
      ? []
      : [
          {
            cause: line.cause,
            change: line.offer.change,
            needUs: Number.POSITIVE_INFINITY,
            onlyOwnRows: false,
          },
        ];
  const isOfAll = ["future_only", "exact_match"].includes(line.reason) || line.cause === "other_unit";
  const candidates = isOfAll ? ofLine : [...(yield* candidatesFor(joined, parts, own, misses)), ...ofLine];
  for (const candidate of candidates) {
    const outcome = yield* tryChange(
      joined,
      empty,
      candidate.change,
      candidate.onlyOwnRows ? line.rows : null,
    );
    const isFilled = (outcome.index[join]?.[trainingRow] ?? NO_MATCH) !== NO_MATCH;
    if (!isFilled || outcome.leaks || outcome.filled <= outcome.emptied) continue;
    return {
      line: number,
      reason: line.reason,
      cause: candidate.cause,
      nearest: nearestFilled(parts, own, misses, candidate, outcome),
      offer: offerOf(candidate, outcome, number),
    };
  }
  const nearest = nearestMiss(own, misses);
  return { line: number, reason: line.reason, cause: causeOf(joined, parts, own), nearest, offer: null };
}
