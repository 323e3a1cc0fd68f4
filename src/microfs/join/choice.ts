import { asofMatch, NO_MATCH } from "../asof-join";
import { candidateAt, type FeatureIndex } from "./feature-index";
import type { JoinRule } from "./join-rule";
import { isLeak, type OwnClock } from "./leakage";

/** What one rule chooses for one spine row. */
export interface Choice {
  /** The chosen candidate's position in time order, or {@link NO_MATCH}. */
  readonly position: number;
  /** Whether it was not yet known at the spine row's time, by its group's own clock and delay. */
  readonly isLeak: boolean;
}

const NOTHING: Choice = { position: NO_MATCH, isLeak: false };

/**
 * The candidate that a rule, the join's own or another one, chooses for a spine row, and whether that leaks. For who
 * does not ask of the others: costs little more than a search, see `asofMatch`.
 *
 * @param t - The spine row's time, microseconds.
 * @param entity - An index of the candidates alone; `null` where the spine row's key is null.
 * @param own - The group's own clock and delay.
 */
export function choice(t: bigint, entity: FeatureIndex | null, rule: JoinRule, own: OwnClock): Choice {
  if (entity === null || entity.rows.length === 0) return NOTHING;
  const match = asofMatch(t, entity, rule);
  if (match < 0) return NOTHING;
  return { position: match, isLeak: isLeak(candidateAt(entity, match), t, own) };
}
