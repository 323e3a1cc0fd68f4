import type { ServingStatus } from "../../../microfs";
import type { Direction, ReasonName } from "../../../microfs/core";
import { DIRECTION_TERMS } from "../../../terms/directions";
import { roughDuration } from "../../../timeline/words/duration-in-words";
import { inWords } from "../../../timeline/words/sentence-parts";

/** What there is to say of one source, as served and as the entity's latest training row has it. Times in microseconds. */
export interface Comparison {
  status: ServingStatus;
  /** Event time of the online row; `null` where there is none. */
  servedUs: bigint | null;
  /** The moment of the request. */
  nowUs: bigint;
  ttlUs: bigint | null;
  allowExactMatches: boolean;
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
      return whyExpired(c);
    case "future":
      return "the online row is from after now";
    case "found":
      if (isExcludedExactMatch(c))
        return `a row of that very moment, ${moment(c.tUs)}: exact matches are off`;
      return c.trainedUs === null ? whyOnlyServed(c, moment) : whyAnother(c, c.trainedUs, moment);
  }
}

/** An age is one thing here and another there: of what was usable by then nothing need have changed. */
function whyExpired({ servedUs, nowUs, tUs, trainedUs, ttlUs }: Comparison): string {
  const ttl = ttlUs === null ? "" : `; TTL ${roughDuration(ttlUs)}`;
  const now = servedUs === null ? "too old now" : `${roughDuration(nowUs - servedUs)} old now`;
  const then = trainedUs === null ? "" : `, ${roughDuration(tUs - trainedUs)} then`;
  return `expired since: ${now}${then}${ttl}`;
}

/** The row that is online stands at the training row's very moment, where its join does not look. */
function isExcludedExactMatch(c: Comparison): boolean {
  const looksThere = c.allowExactMatches || DIRECTION_TERMS[c.direction].ignores.includes("exact");
  return !looksThere && c.servedUs === c.tUs && c.trainedUs !== c.tUs;
}

/** Which sources have expired since the training row, and why that is no contradiction; "" where none has. */
export function expiryWords(sources: readonly string[]): string {
  if (sources.length === 0) return "";
  const [has, its] = sources.length === 1 ? ["has", "its"] : ["have", "an"];
  return `${inWords(sources)} ${has} expired since: ${its} age is counted from now here, from the row’s moment there.`;
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
