import { clockOf, type EvaluatedCandidate, isLeak, knownAt, type SliceJoin } from "../../microfs/core";
import { roughDuration, spokenDuration } from "./duration-in-words";
import { leakDistance } from "./leak-words";
import type { Noun } from "./nouns";

/** How far a row lies from what it is measured by, and that said. */
export interface Gap {
  /** Microseconds; in no order, and the same where there is no way between them. */
  readonly fromUs: bigint;
  readonly toUs: bigint;
  /** The longest wording first. */
  readonly words: readonly string[];
}

/** What a gap is told of. */
export interface GapFacts {
  readonly join: SliceJoin;
  /** The moment of the prediction, microseconds. */
  readonly tUs: bigint;
  /** The row that the join takes; `undefined` where it takes none. */
  readonly chosen: EvaluatedCandidate | undefined;
  readonly noun: Noun;
}

/** Of a reader who said that no row goes into the cell. */
export const SAID_NONE: readonly string[] = ["you said: none of them", "you said: none"];

/** Of a reader whose program takes no row: the program says it, not they. */
export const TAKES_NONE: readonly string[] = ["yours: none of them", "yours: none"];

/** From the line to the row that the join takes. */
export function rightGap(row: EvaluatedCandidate, { join, tUs }: GapFacts): Gap {
  const aheadUs = row.eventTime - tUs;
  const words =
    aheadUs > 0n || isLeak(row, tUs, join.groupClock)
      ? leakDistance(row, join.groupClock, tUs)
      : aheadUs === 0n
        ? "the same moment"
        : `${roughDuration(aheadUs)} before`;
  return { fromUs: tUs, toUs: row.eventTime, words: [words] };
}

/**
 * Why a row that a reader took is not the one: from what the deciding rule measures it by. A row of the future from the
 * line; one that was not known yet, to when it was; one that is too old, from the end of the TTL; one that a later row
 * superseded, from that.
 */
export function wrongGap(row: EvaluatedCandidate, facts: GapFacts): Gap {
  const { join, tUs, chosen, noun } = facts;
  const ageUs = tUs - row.eventTime;
  const took = `you took ${article(noun.one)} ${noun.one}`;
  if (row.eventTime > tUs) {
    const [said, rough] = [spokenDuration(ageUs), roughDuration(ageUs)];
    return {
      fromUs: tUs,
      toUs: row.eventTime,
      words: [`${took} from ${said} later`, `yours is from ${rough} later`, `${rough} later`],
    };
  }
  const usableUs = row.verdict === "not_yet_known" ? clockOf(row, join.rule) : knownAt(row, join.groupClock);
  if (usableUs > tUs) {
    const [said, rough] = [spokenDuration(usableUs - tUs), roughDuration(usableUs - tUs)];
    const known = isLeak(row, tUs, join.groupClock) ? "known" : "usable";
    return {
      fromUs: tUs,
      toUs: usableUs,
      words: [
        `${took} ${known} only ${said} later`,
        `yours is ${known} ${rough} later`,
        `${known} ${rough} later`,
      ],
    };
  }
  if (row.verdict === "expired" && join.rule.ttlUs !== null) {
    const rough = roughDuration(ageUs - join.rule.ttlUs);
    return {
      fromUs: tUs - join.rule.ttlUs,
      toUs: row.eventTime,
      words: [`yours is ${rough} older than the TTL`, `${rough} older than the TTL`, `${rough} too old`],
    };
  }
  if (row.verdict === "superseded" && chosen !== undefined) return supersededGap(row, chosen);
  if (ageUs === 0n)
    return { fromUs: tUs, toUs: tUs, words: ["yours is of that very moment", "that very moment"] };
  const rough = roughDuration(ageUs);
  return { fromUs: tUs, toUs: row.eventTime, words: [`yours is ${rough} before`, `${rough} before`] };
}

function supersededGap(row: EvaluatedCandidate, chosen: EvaluatedCandidate): Gap {
  const olderUs = chosen.eventTime - row.eventTime;
  const [fromUs, toUs] = [chosen.eventTime, row.eventTime];
  if (olderUs !== 0n) {
    const words = `${roughDuration(olderUs)} ${olderUs > 0n ? "older" : "later"}`;
    return { fromUs, toUs, words: [`yours is ${words}`, words] };
  }
  const earlierUs = (chosen.createdTime ?? 0n) - (row.createdTime ?? 0n);
  const words =
    earlierUs === 0n
      ? ["the same moment, stored before", "stored before"]
      : knownBefore(roughDuration(earlierUs));
  return { fromUs, toUs, words };
}

function knownBefore(rough: string): string[] {
  return [`the same moment, known ${rough} earlier`, `known ${rough} earlier`];
}

function article(noun: string): string {
  return /^[aeio]/i.test(noun) ? "an" : "a";
}
