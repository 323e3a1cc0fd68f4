import { type SliceJoin, sliceCandidates } from "../../microfs/entity-slice";
import { type Explanation, explain, type JudgedCandidate } from "../../microfs/explain";
import type { Verdict } from "../../microfs/join/verdict";
import { ascending } from "../step/slice-times";
import { movedRow, withRowMoved } from "./moved-row";
import { CHOSEN, codeOf, VERDICTS } from "./verdict-codes";
import { verdictsByGroup } from "./verdict-groups";

/** A join's rows, judged: an explanation, what is asked of it again and again, and arrays that are read without an object per row. */
export interface JudgedRows extends Explanation {
  readonly join: SliceJoin;
  readonly tUs: bigint;
  /** The candidates' event times, and their created times where there are any: rounded to doubles, for drawing. */
  readonly eventUs: Float64Array;
  readonly createdUs: Float64Array | null;
  /** The candidates' verdicts, as positions in `VERDICTS`. */
  readonly codes: Uint8Array;
  /** How many candidates have each verdict. */
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Where the chosen one stands among the candidates; −1 where there is none. */
  readonly chosenAt: number;
}

const NO_TIMES = new BigInt64Array();

/** Judges every row. O(m log m), an object per row. */
export function judgeRows(join: SliceJoin, tUs: bigint): JudgedRows {
  const { candidates, reason } = explain(tUs, join.keyIsNull ? null : sliceCandidates(join), join.rule);
  return {
    join,
    tUs,
    reason,
    candidates,
    eventUs: ascending(join.keyIsNull ? NO_TIMES : join.eventTimesUs),
    createdUs:
      join.createdTimesUs === null
        ? null
        : Float64Array.from(candidates, ({ createdTime }) => Number(createdTime)),
    ...counted(Uint8Array.from(candidates, ({ verdict }) => codeOf(verdict))),
  };
}

/**
 * Judges a join's rows that were judged before, for whatever moment and by whatever rule, where at most one of them has
 * moved since; `null` where more have changed. The same as to judge all anew; rows whose verdict stays are shared.
 * O(m) over arrays of numbers, and an object per row whose verdict changes.
 */
export function judgeAgain(last: JudgedRows, join: SliceJoin, tUs: bigint): JudgedRows | null {
  if (join.keyIsNull || last.join.keyIsNull) return null;
  const moved = movedRow(last.join, join);
  if (moved === "more") return null;
  const rows = moved === "none" ? last : withRowMoved(last, moved);
  const { reason, codes } = verdictsByGroup(rows, tUs, join.rule);
  return {
    join,
    tUs,
    reason,
    candidates: rejudged(rows.candidates, rows.codes, codes),
    eventUs: ascending(join.eventTimesUs),
    createdUs: rows.createdUs,
    ...counted(codes),
  };
}

/** The candidates with their new verdicts. Those of unchanged verdict are the same objects. */
function rejudged(candidates: JudgedCandidate[], before: Uint8Array, codes: Uint8Array): JudgedCandidate[] {
  let changed: JudgedCandidate[] | null = null;
  for (let i = 0; i < codes.length; i++) {
    if (codes[i] === before[i]) continue;
    const candidate = candidates[i];
    const verdict = VERDICTS[codes[i] ?? 0];
    if (candidate === undefined || verdict === undefined) continue;
    changed ??= candidates.slice();
    const { row, eventTime, createdTime } = candidate;
    changed[i] = { row, eventTime, createdTime, verdict };
  }
  return changed ?? candidates;
}

function counted(codes: Uint8Array): Pick<JudgedRows, "codes" | "counts" | "chosenAt"> {
  const byCode = new Uint32Array(VERDICTS.length);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] ?? 0;
    byCode[code] = (byCode[code] ?? 0) + 1;
  }
  const count = (verdict: Verdict) => byCode[codeOf(verdict)] ?? 0;
  return {
    codes,
    counts: {
      future: count("future"),
      not_yet_known: count("not_yet_known"),
      expired: count("expired"),
      superseded: count("superseded"),
      chosen: count("chosen"),
      wrong_side: count("wrong_side"),
    },
    chosenAt: codes.indexOf(CHOSEN),
  };
}
