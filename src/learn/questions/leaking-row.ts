import { type Candidate, type EntitySlice, explainSlice, isLeak, type SliceJoin } from "../../microfs/core";
import type { AskedStep } from "./option";

/** A row that a join takes, and that leaks. */
export interface LeakingRow {
  readonly join: SliceJoin;
  readonly taken: Candidate;
  /** The moment of the prediction, in microseconds. */
  readonly tUs: bigint;
}

/** Of a question which feature leaks, the row that the right one takes; `null` where that leaks in these data no more, or another thing is asked. */
export function leakingRow(
  { options, right, at }: Pick<AskedStep, "options" | "right" | "at">,
  slice: EntitySlice,
): LeakingRow | null {
  const answer = options.find(({ id }) => id === right);
  const join = answer?.kind === "join" ? slice.joins[answer.join] : undefined;
  const position = slice.spine.rows.indexOf(at.spineRow);
  const tUs = slice.spine.timesUs[position];
  if (join === undefined || tUs === undefined) return null;
  const taken = explainSlice(slice, join, position).candidates.find(
    (row) => row.verdict === "chosen" && isLeak(row, tUs, join.groupClock),
  );
  return taken === undefined ? null : { join, taken, tUs };
}
