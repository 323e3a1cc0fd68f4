import type { SliceJoin } from "../../microfs/entity-slice";
import {
  type Candidate,
  type Explanation,
  explain,
  inTimeOrder,
  type JudgedCandidate,
} from "../../microfs/explain";

/** A join's judged rows as they were last, so that one row in a moving hand need not judge all others again. */
export interface LastJudged {
  readonly join: SliceJoin;
  readonly tUs: bigint;
  readonly explanation: Explanation;
  /** The others' explanation, without the row that moved. */
  readonly rest: { readonly row: number; readonly explanation: Explanation } | null;
}

/**
 * The explanation of a join that differs from the last one in the times of a single row; `null` where it differs in
 * more. The others are judged once without it, then `explain` decides between it and one of the others per verdict:
 * what rules a row out does not depend on the other rows, and the best of all is the better of it and the others' best.
 * O(m) copies, without an object per row.
 */
export function judgeMoved(last: LastJudged, join: SliceJoin, tUs: bigint): LastJudged | null {
  if (last.tUs !== tUs || last.join.rule !== join.rule || join.keyIsNull || last.join.keyIsNull) return null;
  const position = onlyDifference(last.join, join);
  if (position === null) return null;
  const row = join.rows[position] ?? -1;
  const others =
    last.rest?.row === row
      ? last.rest.explanation
      : explain(
          tUs,
          last.explanation.candidates.filter((candidate) => candidate.row !== row),
          join.rule,
        );
  const moved: Candidate = {
    row,
    eventTime: join.eventTimesUs[position] ?? 0n,
    createdTime: join.createdTimesUs === null ? null : (join.createdTimesUs[position] ?? 0n),
  };
  const explanation = withMoved(others, moved, tUs, join.rule);
  return { join, tUs, explanation, rest: { row, explanation: others } };
}

function withMoved(others: Explanation, moved: Candidate, tUs: bigint, rule: SliceJoin["rule"]): Explanation {
  const spokesmen = onePerVerdict(others.candidates);
  const small = explain(tUs, [...spokesmen, moved], rule);
  const anew = new Map(small.candidates.map((candidate) => [candidate.row, candidate]));
  const candidates = [...others.candidates];
  for (const spokesman of spokesmen) {
    const now = anew.get(spokesman.row);
    if (now !== undefined && now.verdict !== spokesman.verdict)
      candidates[positionOf(candidates, spokesman)] = now;
  }
  const judged = anew.get(moved.row);
  if (judged !== undefined) candidates.splice(positionOf(candidates, moved), 0, judged);
  return { reason: small.reason, candidates };
}

/** One row for each verdict that was given, and the row that was picked. */
function onePerVerdict(candidates: readonly JudgedCandidate[]): JudgedCandidate[] {
  const found = new Map<string, JudgedCandidate>();
  // `latest` picks the last row of all, whatever its verdict then is.
  const last = candidates.at(-1);
  if (last !== undefined) found.set(last.verdict, last);
  for (const candidate of candidates)
    if (!found.has(candidate.verdict)) found.set(candidate.verdict, candidate);
  return [...found.values()];
}

/** Where a row stands, or would stand, in the order of time. O(log m). */
function positionOf(candidates: readonly Candidate[], wanted: Candidate): number {
  let low = 0;
  let high = candidates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const candidate = candidates[middle];
    if (candidate !== undefined && inTimeOrder(candidate, wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The position of the one row whose times differ; `null` where none or several do, or the rows are not the same. */
function onlyDifference(a: SliceJoin, b: SliceJoin): number | null {
  if (!hasSame(words(a.rows), words(b.rows))) return null;
  const event = differences(a.eventTimesUs, b.eventTimesUs);
  const created =
    a.createdTimesUs === null || b.createdTimesUs === null
      ? a.createdTimesUs === b.createdTimesUs
        ? []
        : null
      : differences(a.createdTimesUs, b.createdTimesUs);
  if (event === null || created === null) return null;
  const [first, ...more] = new Set([...event, ...created]);
  return first === undefined || more.length > 0 ? null : first;
}

/** Where two arrays differ; `null` where that is in more than one place. */
function differences(a: BigInt64Array, b: BigInt64Array): number[] | null {
  if (a === b) return [];
  if (a.length !== b.length) return null;
  const [left, right] = [words(a), words(b)];
  let found = -1;
  for (let i = 0; i < left.length; i++) {
    if (left[i] === right[i]) continue;
    const position = i >> 1;
    if (found !== -1 && found !== position) return null;
    found = position;
  }
  return found === -1 ? [] : [found];
}

/** An array's bits, 32 at a time: comparing those makes no bigint. */
function words(array: BigInt64Array | Int32Array): Int32Array {
  return new Int32Array(array.buffer, array.byteOffset, array.byteLength / Int32Array.BYTES_PER_ELEMENT);
}

function hasSame(a: Int32Array, b: Int32Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
