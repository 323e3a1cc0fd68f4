import { type Candidate, inTimeOrder } from "./explain";
import type { JoinRule } from "./join/rule";

/** The rule of the online store, without storage: which row a run copies, whether it stays, and whether it is served. */

/**
 * How a run of `materialize` picks one row of each entity: as a join does, all at one moment.
 *
 * @param clock - The group's own.
 * @param asOfUs - Only rows that were known by then count; `null` for all.
 */
export function materializeRule(clock: Pick<JoinRule, "clock" | "delayUs">, asOfUs: bigint | null): JoinRule {
  return {
    direction: asOfUs === null ? "latest" : "backward",
    ...clock,
    ttlUs: null,
    allowExactMatches: true,
  };
}

/** What becomes of a row that a run copies. */
export type CopiedRow = "written" | "unchanged" | "keptNewer";

/** A later row gives way to none: whatever the order of the runs, the latest stays. */
export function copiedRow(there: Candidate | undefined, row: Candidate): CopiedRow {
  if (there === undefined) return "written";
  if (there.row === row.row) return "unchanged";
  return inTimeOrder(there, row) > 0 ? "keptNewer" : "written";
}

/** Whether a join's features were served, or why not. */
export type ServingStatus = "found" | "not_found" | "expired" | "future";

/**
 * What a look-up makes of an online row.
 *
 * @param eventTimeUs - The row's; `null` where there is none.
 */
export function servingStatus(
  eventTimeUs: bigint | null,
  ttlUs: bigint | null,
  nowUs: bigint,
): ServingStatus {
  if (eventTimeUs === null) return "not_found";
  if (eventTimeUs > nowUs) return "future";
  return ttlUs !== null && nowUs - eventTimeUs > ttlUs ? "expired" : "found";
}
