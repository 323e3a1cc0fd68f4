import type { SliceJoin } from "../../microfs/entity-slice";
import { type Candidate, inTimeOrder, type JudgedCandidate } from "../../microfs/explain";
import { changeOf } from "../../scenario/edits/changed-times";
import { firstNotBefore } from "../step/first-not-before";

type Rows = Pick<SliceJoin, "rows" | "eventTimesUs" | "createdTimesUs">;

/** A row whose times have changed: as it was, and as it is. */
export interface MovedRow {
  readonly from: Candidate;
  readonly to: Candidate;
}

/** Rows in time order, and numbers about them in the same order. */
interface OrderedRows {
  readonly candidates: JudgedCandidate[];
  readonly createdUs: Float64Array | null;
  readonly codes: Uint8Array;
}

/** The one row whose times differ; `more` where several do, or the rows are not the same. O(m), without an object per row. */
export function movedRow(a: Rows, b: Rows): MovedRow | "none" | "more" {
  if (!hasSame(a.rows, b.rows)) return "more";
  if ((a.createdTimesUs === null) !== (b.createdTimesUs === null)) return "more";
  const event = onlyDifference(a.eventTimesUs, b.eventTimesUs);
  const created =
    a.createdTimesUs === null || b.createdTimesUs === null
      ? "none"
      : onlyDifference(a.createdTimesUs, b.createdTimesUs);
  if (event === "more" || created === "more") return "more";
  if (event === "none" && created === "none") return "none";
  const position = event === "none" ? created : event;
  if (position === "none" || (created !== "none" && created !== position)) return "more";
  return { from: candidateAt(a, position), to: candidateAt(b, position) };
}

/** The rows with one of them at its new place in the order of time. Its verdict is the old one: it is to be judged again. */
export function withRowMoved(rows: OrderedRows, { from, to }: MovedRow): OrderedRows {
  const start = placeOf(rows.candidates, from);
  const code = rows.codes[start] ?? 0;
  const candidates = rows.candidates.slice();
  const [before] = candidates.splice(start, 1);
  const end = placeOf(candidates, to);
  if (before !== undefined) candidates.splice(end, 0, { ...to, verdict: before.verdict });
  return {
    candidates,
    createdUs: rows.createdUs && moved(rows.createdUs.slice(), start, end, Number(to.createdTime)),
    codes: moved(rows.codes.slice(), start, end, code),
  };
}

/** Takes a number out of a place, and puts one in another: the numbers between move up. */
export function moved<Numbers extends Float64Array | Uint8Array>(
  numbers: Numbers,
  from: number,
  to: number,
  number: number,
): Numbers {
  if (from < to) numbers.copyWithin(from, from + 1, to + 1);
  else numbers.copyWithin(to + 1, to, from);
  numbers[to] = number;
  return numbers;
}

function candidateAt({ rows, eventTimesUs, createdTimesUs }: Rows, position: number): Candidate {
  return {
    row: rows[position] ?? -1,
    eventTime: eventTimesUs[position] ?? 0n,
    createdTime: createdTimesUs === null ? null : (createdTimesUs[position] ?? 0n),
  };
}

/** Where a row stands, or would stand, in the order of time. O(log m). */
function placeOf(candidates: readonly Candidate[], wanted: Candidate): number {
  return firstNotBefore(candidates, (candidate) => inTimeOrder(candidate, wanted) < 0);
}

/** Where two arrays of times differ; `more` where that is in more than one place. */
function onlyDifference(a: BigInt64Array, b: BigInt64Array): number | "none" | "more" {
  if (a === b) return "none";
  if (a.length !== b.length) return "more";
  const known = knownDifference(a, b);
  if (known !== null) return a[known] === b[known] ? "none" : known;
  const [left, right] = [words(a), words(b)];
  let found = -1;
  for (let i = 0; i < left.length; i++) {
    if (left[i] === right[i]) continue;
    const position = i >> 1;
    if (found !== -1 && found !== position) return "more";
    found = position;
  }
  return found === -1 ? "none" : found;
}

/** The only place where two arrays can differ of which one was made from the other, or both from a third; else `null`. */
function knownDifference(a: BigInt64Array, b: BigInt64Array): number | null {
  const [toA, toB] = [changeOf(a), changeOf(b)];
  if (toB?.from === a) return toB.position;
  if (toA === null || toB === null) return null;
  return toA.from === toB.from && toA.position === toB.position ? toA.position : null;
}

/** An array's bits, 32 at a time: comparing those makes no bigint. */
function words(times: BigInt64Array): Int32Array {
  return new Int32Array(times.buffer, times.byteOffset, times.length * 2);
}

function hasSame(a: Int32Array, b: Int32Array): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
