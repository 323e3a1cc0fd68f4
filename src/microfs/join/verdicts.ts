import { asofMatch, NO_MATCH } from "../asof-join";
import { comparableWith, type Times } from "../time";
import { candidateAt, type FeatureIndex, lowerBound, upperBound } from "./feature-index";
import { type GroupClock, isLeak } from "./leakage";
import {
  type JoinRule,
  Reason,
  type ReasonName,
  reasonName,
  VERDICTS,
  type Verdict,
  VerdictCode,
} from "./rule";

/** The verdict of every candidate of one spine row. Positions count the candidates in time order. */
export interface Verdicts {
  /** Shape [m], by position: `VerdictCode`s. */
  readonly codes: Uint8Array;
  /** How many candidates have each verdict. */
  readonly counts: Readonly<Record<Verdict, number>>;
  /** The chosen candidate's position, or {@link NO_MATCH}. */
  readonly chosen: number;
  readonly reason: ReasonName;
}

/**
 * The verdicts of one spine row's candidates, as `explain` gives them, without an object per candidate.
 *
 * Candidates stand in time order, so what a rule says of event times is true of a stretch of them; only created times
 * are looked at one by one. Who is chosen is asked of the kernel.
 *
 * @param t - The spine row's time, microseconds. Exact for every time that a row can have, years −271821 to 275760.
 * @param entity - An index of the candidates alone; `null` where the spine row's key is null, which matches nothing.
 * @returns Costs O(m) over bytes, and over created times where the rule asks for them.
 */
export function verdicts(t: bigint, entity: FeatureIndex | null, rule: JoinRule): Verdicts {
  const codes = new Uint8Array(entity === null ? 0 : entity.rows.length);
  if (entity === null || codes.length === 0) {
    return {
      codes,
      counts: count(codes),
      chosen: NO_MATCH,
      reason: entity === null ? "null_key" : "no_entity",
    };
  }
  ruleOut(codes, t, entity, rule);
  const match = asofMatch(t, entity, rule);
  if (match >= 0) codes[match] = VerdictCode.chosen;
  // `latest` picks its row first and asks the age afterwards: what is too old is the last row, and no other.
  else if (rule.direction === "latest") codes[codes.length - 1] = VerdictCode.expired;
  return {
    codes,
    counts: count(codes),
    chosen: Math.max(match, NO_MATCH),
    reason: reasonName(match >= 0 ? Reason.chosen : -match),
  };
}

/** What one rule chooses for one spine row. */
export interface Choice {
  /** The chosen candidate's position in time order, or {@link NO_MATCH}. */
  readonly position: number;
  /** Whether it was not yet known at the spine row's time, by its group's own clock and delay. */
  readonly isLeak: boolean;
}

const NO_CHOICE: Choice = { position: NO_MATCH, isLeak: false };

/**
 * The candidate that a rule, the join's own or another one, chooses for a spine row, and whether that leaks. For who
 * does not ask of the others: costs little more than a search, see `asofMatch`.
 *
 * @param t - The spine row's time, microseconds.
 * @param entity - An index of the candidates alone; `null` where the spine row's key is null.
 * @param groupClock - The group's own clock and delay.
 */
export function choice(
  t: bigint,
  entity: FeatureIndex | null,
  rule: JoinRule,
  groupClock: GroupClock,
): Choice {
  if (entity === null || entity.rows.length === 0) return NO_CHOICE;
  const match = asofMatch(t, entity, rule);
  if (match < 0) return NO_CHOICE;
  return { position: match, isLeak: isLeak(candidateAt(entity, match), t, groupClock) };
}

/** Marks the candidates that are out of the question, whatever the others are. The rest keep the code 0, superseded. */
function ruleOut(codes: Uint8Array, t: bigint, entity: FeatureIndex, rule: JoinRule): void {
  const end = codes.length;
  const firstAtOrAfter = (us: bigint) => lowerBound(entity.eventTimes, 0, end, us);
  const firstAfter = (us: bigint) => upperBound(entity.eventTimes, 0, end, us);
  switch (rule.direction) {
    case "backward": {
      const past = rule.allowExactMatches ? firstAfter(t) : firstAtOrAfter(t);
      if (rule.ttlUs !== null) codes.fill(VerdictCode.expired, 0, firstAtOrAfter(t - rule.ttlUs));
      if (rule.clock === "event_time" || entity.createdTimes === null)
        codes.fill(VerdictCode.not_yet_known, firstAfter(t - rule.delayUs), past);
      else ruleOutLate(codes, past, entity.createdTimes, t - rule.delayUs);
      codes.fill(VerdictCode.future, past);
      return;
    }
    case "forward": {
      if (rule.ttlUs !== null) codes.fill(VerdictCode.expired, firstAfter(t + rule.ttlUs));
      codes.fill(VerdictCode.wrong_side, 0, rule.allowExactMatches ? firstAtOrAfter(t) : firstAfter(t));
      return;
    }
    case "nearest": {
      if (rule.ttlUs !== null) {
        codes.fill(VerdictCode.expired, 0, firstAtOrAfter(t - rule.ttlUs));
        codes.fill(VerdictCode.expired, firstAfter(t + rule.ttlUs));
      }
      if (!rule.allowExactMatches) codes.fill(VerdictCode.wrong_side, firstAtOrAfter(t), firstAfter(t));
      return;
    }
    case "latest":
      return;
  }
}

/** Marks those of the first `end` candidates that were created after a moment. */
function ruleOutLate(codes: Uint8Array, end: number, createdTimes: Times, lastUs: bigint): void {
  const last = comparableWith(createdTimes, lastUs);
  for (let i = 0; i < end; i++) if (createdTimes[i] > last) codes[i] = VerdictCode.not_yet_known;
}

function count(codes: Uint8Array): Record<Verdict, number> {
  const byCode = new Uint32Array(VERDICTS.length);
  for (let i = 0; i < codes.length; i++) byCode[codes[i]]++;
  return {
    superseded: byCode[VerdictCode.superseded],
    chosen: byCode[VerdictCode.chosen],
    future: byCode[VerdictCode.future],
    not_yet_known: byCode[VerdictCode.not_yet_known],
    expired: byCode[VerdictCode.expired],
    wrong_side: byCode[VerdictCode.wrong_side],
  };
}
