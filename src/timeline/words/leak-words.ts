import { type EvaluatedCandidate, type JoinRule, knownAt } from "../../microfs/core";
import { roughDuration } from "./duration-in-words";

/** A row that leaked, by its own times, and by what its group says of when it can be used. */
type LeakedRow = Pick<EvaluatedCandidate, "row" | "eventTime" | "createdTime">;
type GroupClock = Pick<JoinRule, "clock" | "delayUs">;

/** How long after the moment of the prediction a leaked row happens, and is known: the peek. */
interface LeakEnds {
  /** `null` where it had happened by then. */
  readonly happens: string | null;
  /** `null` where it is known as it happens. */
  readonly known: string | null;
}

function leakEnds(row: LeakedRow, clock: GroupClock, tUs: bigint): LeakEnds {
  const known = roughDuration(knownAt(row, clock) - tUs);
  if (row.eventTime <= tUs) return { happens: null, known };
  const happens = roughDuration(row.eventTime - tUs);
  return { happens, known: happens === known ? null : known };
}

/** How far a leak lies ahead, in a few letters. What had not happened yet happens later; only what had is known later. */
export function leakDistance(row: LeakedRow, clock: GroupClock, tUs: bigint): string {
  const { happens, known } = leakEnds(row, clock, tUs);
  return happens === null ? `known ${known} later` : `happens ${happens} later`;
}

/** The same in a sentence, both ends said where they differ: `it happens only 2 d 3 h later, and is known 2 d 5 h later`. */
export function leakClause(row: LeakedRow, clock: GroupClock, tUs: bigint, subject: "it" | "which"): string {
  const { happens, known } = leakEnds(row, clock, tUs);
  if (happens === null)
    return subject === "it" ? `it became known only ${known} later` : `known only ${known} later`;
  const then = known === null ? "" : `${subject === "it" ? "," : ""} and is known ${known} later`;
  return `${subject} happens ${subject === "it" ? "only " : ""}${happens} later${then}`;
}
