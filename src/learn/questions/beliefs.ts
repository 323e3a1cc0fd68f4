import type { JoinRule } from "../../microfs/core";

/**
 * What somebody believes who takes a wrong row, as the rule that would take it. So what a wrong row stands for is asked of
 * the engine too: it is the first belief whose rule takes that row.
 */
const BELIEF_RULES = {
  /** The closest in time is best. */
  closest: (own) => ({ ...own, direction: "nearest", ttlUs: null }),
  /** What is there now was there then. */
  latest: (own) => ({ ...own, direction: "latest", ttlUs: null }),
  /** What happens next is what it is about. */
  next: (own) => ({ ...own, direction: "forward", ttlUs: null }),
  /** What happened was known at once. */
  happened_is_known: (own) => ({ ...own, clock: "event_time", delayUs: 0n }),
  /** What was heard of can be used at once. */
  no_delay: (own) => ({ ...own, delayUs: 0n }),
  /** At that very moment is too late. */
  strictly_before: (own) => ({ ...own, allowExactMatches: false }),
  /** At that very moment is still in time. */
  at_counts: (own) => ({ ...own, allowExactMatches: true }),
  /** An old value is better than none. */
  any_age: (own) => ({ ...own, ttlUs: null }),
} as const satisfies Readonly<Record<string, (own: JoinRule) => JoinRule>>;

/** What no rule of the engine says. */
const OTHER_BELIEFS = [
  /** A row that would do was passed over for an older one. */
  "older",
  /** Of several rows of one moment any will do. */
  "any_of_tie",
  /** The first there is. */
  "first",
  /** A cell must not be empty. */
  "must_be_filled",
  /** Nothing fits, although a row does. */
  "nothing_fits",
  /** The TTL counts from today: what was asked long ago has nothing. */
  "ttl_from_now",
  /** Every match makes a row. */
  "multiplies",
  /** Every match that was known by then makes a row. */
  "each_known",
  /** Several matches become one row. */
  "one_each",
  /** A row for which nothing is found falls out of the table. */
  "left_out",
  /** Rows of one entity at one moment are one. */
  "one_moment",
  /** A step ruled a row out that let it pass. */
  "passed_future",
  "passed_known",
  "passed_age",
  /** A step decided about a row that never came so far. */
  "ruled_out_before",
  /** A feature that was known in time leaks. */
  "harmless",
  /** What is online is given, whatever moment is asked about. */
  "online_ahead",
  /** Online is a history. */
  "online_history",
  /** What is in the history is online by itself. */
  "online_follows",
  /** Materializing copies any row but the latest. */
  "older_online",
  /** Nothing is online, although a row was copied. */
  "nothing_online",
  /** What was written last is what is online. */
  "last_written",
  /** One moment holds for the whole table: that of its last row. */
  "table_as_of",
] as const;

export type BeliefName = keyof typeof BELIEF_RULES | (typeof OTHER_BELIEFS)[number];

export const BELIEF_NAMES: readonly BeliefName[] = [
  ...(Object.keys(BELIEF_RULES) as (keyof typeof BELIEF_RULES)[]),
  ...OTHER_BELIEFS,
];

/** The rule of a belief; `null` where no rule of the engine says it. */
export function beliefRule(name: BeliefName, own: JoinRule): JoinRule | null {
  return Object.hasOwn(BELIEF_RULES, name) ? BELIEF_RULES[name as keyof typeof BELIEF_RULES](own) : null;
}
