import type { ServingStatus } from "../../../microfs";
import type { Direction, ReasonName } from "../../../microfs/core";
import { DIRECTION_TERMS } from "../../../terms/directions";
import { roughDuration } from "../../../timeline/words/duration-in-words";

/** What there is to say of one source, as served and as the entity's latest training row has it. Times in microseconds. */
export interface Comparison {
  status: ServingStatus;
  /** Event time of the online row; `null` where there is none. */
  servedUs: bigint | null;
  ttlUs: bigint | null;
  /** Of the training row: its moment, what its join took (`null` for nothing), and why. */
  tUs: bigint;
  trainedUs: bigint | null;
  reason: ReasonName;
  isLeak: boolean;
  direction: Direction;
}

/** Why a served value is not the one that the latest training row has, in a few words. `moment` writes a time. */
export function whyDiffer(c: Comparison, moment: (us: bigint) => string): string {
  if (c.isLeak)
    return `a leak: the ${DIRECTION_TERMS[c.direction].join} took what was not known on ${moment(c.tUs)}`;
  switch (c.status) {
    case "not_found":
      return "never materialized";
    case "expired":
      return `expired since: older than ${c.ttlUs === null ? "its TTL" : roughDuration(c.ttlUs)}`;
    case "future":
      return "the online row is from after now";
    case "found":
      return c.trainedUs === null ? whyOnlyServed(c, moment) : whyAnother(c, c.trainedUs, moment);
  }
}

function whyOnlyServed({ reason, servedUs, tUs }: Comparison, moment: (us: bigint) => string): string {
  switch (reason) {
    case "future_only":
      return servedUs === null ? "happened later" : `happened ${moment(servedUs)}, after ${moment(tUs)}`;
    case "not_yet_known":
      return `not known yet on ${moment(tUs)}`;
    case "expired":
      return `too old on ${moment(tUs)}, a newer row came since`;
    case "null_key":
      return "the training row’s key is null";
    case "wrong_side":
      return `nothing on the side that the join looks at, seen from ${moment(tUs)}`;
    case "no_entity":
    case "chosen":
      return `training had no row of it on ${moment(tUs)}`;
  }
}

function whyAnother(c: Comparison, trainedUs: bigint, moment: (us: bigint) => string): string {
  if (c.servedUs === null || c.servedUs === trainedUs) return "corrected: same moment, known later";
  if (c.servedUs < trainedUs) return `the store is behind: ${moment(trainedUs)} was never materialized`;
  return c.servedUs > c.tUs
    ? `a later row: ${moment(c.servedUs)}, after ${moment(c.tUs)}`
    : `a later row: ${moment(c.servedUs)}, not known yet on ${moment(c.tUs)}`;
}
