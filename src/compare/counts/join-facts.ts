import {
  asofJoin,
  type FeatureIndex,
  type JoinRule,
  knownTimes,
  NO_MATCH,
  type Times,
} from "../../microfs/core";
import type { ComparedJoin } from "../compared-view";

/** What follows from one join's data alone, whatever variants it is compared under. Each part is made when it is asked for. */
export class JoinFacts {
  readonly joined: ComparedJoin;
  readonly #references = new Map<string, Int32Array>();
  #known: Times | null = null;
  #rank: Int32Array | null = null;
  #doubles: { t: Float64Array; known: Float64Array; event: Float64Array } | null = null;

  constructor(joined: ComparedJoin) {
    this.joined = joined;
  }

  /** Shape [training rows]. What the view's own join takes. */
  get own(): Int32Array {
    return this.#chosen(this.joined.join.rule);
  }

  /** Shape [training rows]. What a rule made backward, on the group's own clock and delay, takes: what a cell is stale against. */
  reference(rule: JoinRule): Int32Array {
    return this.#chosen({ ...rule, direction: "backward", ...this.joined.sides.groupClock });
  }

  /** Shape [group rows]. When each can first be used, by the group's own clock and delay. Exact. */
  get known(): Times {
    const { eventTimes, createdTimes, groupClock } = this.joined.sides;
    this.#known ??= knownTimes(eventTimes, createdTimes, groupClock);
    return this.#known;
  }

  /** Whether a row of the group, −1 for none, was not known yet at a training row's time. */
  leaks(trainingRow: number, row: number): boolean {
    return row !== NO_MATCH && (this.known[row] ?? 0) > (this.joined.sides.spine.times[trainingRow] ?? 0);
  }

  /** Shape [group rows]. Where each stands among the rows of its entity, in time order. */
  get rank(): Int32Array {
    this.#rank ??= rankOf(this.joined.sides.features, this.joined.sides.eventTimes.length);
    return this.#rank;
  }

  /**
   * The same times as numbers that can be subtracted, microseconds since one moment: `t` by training row, the others by row of
   * the group. Exact where all lie within 285 years, else rounded to sixteen digits.
   */
  get doubles(): { t: Float64Array; known: Float64Array; event: Float64Array } {
    if (this.#doubles === null) {
      const { spine, eventTimes } = this.joined.sides;
      const [t, known, event] = relativeTimes(spine.times, this.known, eventTimes);
      this.#doubles = { t, known, event };
    }
    return this.#doubles;
  }

  #chosen(rule: JoinRule): Int32Array {
    const { direction, clock, delayUs, ttlUs, allowExactMatches } = rule;
    const key = [direction, clock, delayUs, ttlUs, allowExactMatches].join();
    const known = this.#references.get(key);
    if (known !== undefined) return known;
    const { index } = asofJoin(this.joined.sides.spine, this.joined.sides.features, rule);
    this.#references.set(key, index);
    return index;
  }
}

function rankOf({ rows }: FeatureIndex, length: number): Int32Array {
  const rank = new Int32Array(length).fill(NO_MATCH);
  for (let at = 0; at < rows.length; at++) rank[rows[at] ?? 0] = at;
  return rank;
}

/**
 * Times as numbers that can be subtracted from each other: microseconds since one moment that all share. The same arrays where
 * they are numbers already. Exact where all lie within 285 years of each other, else rounded.
 */
function relativeTimes<Given extends Times[]>(...given: Given): { [one in keyof Given]: Float64Array } {
  const areNumbers = given.every((times) => times instanceof Float64Array);
  const first = given.find((times) => times.length > 0)?.[0];
  const originUs = areNumbers || first === undefined ? 0n : BigInt(first);
  const relative = given.map((times) =>
    areNumbers && times instanceof Float64Array
      ? times
      : Float64Array.from(times as ArrayLike<number | bigint>, (time) => Number(BigInt(time) - originUs)),
  );
  return relative as { [one in keyof Given]: Float64Array };
}
