import type { Language } from "../../terms/languages";

const IDEA =
  "For each prediction: leave out every event that does not count, and of those that are left take the last.";

/** Hints for writing the join, the vaguest first: the idea, what is asked of an event, the shape, the line that decides. */
const HINTS: Readonly<Record<Language, readonly string[]>> = {
  sql: [
    IDEA,
    "Three things must hold of an event: `e.event_time <= p.at`, `e.known_at <= p.at`, and that it is no older than the TTL, or that there is none: `(s.ttl IS NULL OR p.at - e.event_time <= s.ttl)`.",
    "A subquery looks at the events for each prediction anew: `SELECT p.row, (SELECT e.row FROM events e WHERE … LIMIT 1) FROM predictions p, settings s`. Where it finds none, it gives NULL.",
    "The latest comes first, and of equal times the one that was created last: `ORDER BY e.event_time DESC, e.row DESC`, before the `LIMIT 1`.",
  ],
  python: [
    IDEA,
    "Three things must hold of event `i`: `event_times[i] <= at`, `known_at[i] <= at`, and that it is no older than the TTL, or that there is none: `(ttl is None or at - event_times[i] <= ttl)`.",
    "Two loops, one in the other: `for at in predictions:` begins with `best = None`, looks at every event with `for i in range(len(event_times)):`, and ends with `rows.append(best)`.",
    "An event that counts is better where `best is None or event_times[i] >= event_times[best]`. By `>=` the last of equal times is kept.",
  ],
  typescript: [
    IDEA,
    "Three things must hold of event `i`: `eventTimes[i] <= at`, `knownAt[i] <= at`, and that it is no older than the TTL, or that there is none: `(ttl === null || at - eventTimes[i] <= ttl)`.",
    "Two loops, one in the other: `predictions.map((at) => {` begins with `let best: number | null = null`, looks at every event with `for (let i = 0; i < eventTimes.length; i++)`, and ends with `return best`.",
    "An event that counts is better where `best === null || eventTimes[i] >= eventTimes[best]`. By `>=` the last of equal times is kept.",
  ],
};

/** Hints for writing the join in a language, in the order in which they are given. What stands between backticks is code. */
export function hintsFor(language: Language): readonly string[] {
  return HINTS[language];
}
