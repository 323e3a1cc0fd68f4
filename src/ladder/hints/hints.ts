import type { Language } from "../../terms/languages";

/** Hints for writing the join, the vaguest first: the idea, what must be asked of a row, the shape, a line. */
const HINTS: Readonly<Record<Language, readonly string[]>> = {
  sql: [
    "For each prediction: leave out every event that does not count, and of those that are left take the last.",
    "Three things must hold of an event: `e.event_time <= p.at`, `e.known_at <= p.at`, and that it is no older than the TTL, or there is no TTL: `(s.ttl IS NULL OR p.at - e.event_time <= s.ttl)`.",
    "A subquery can look at each prediction’s own events: `FROM predictions p, settings s`, and for the second column `(SELECT e.row FROM events e WHERE … ORDER BY … LIMIT 1)`. Where it finds none it gives NULL.",
    "The latest comes first, and of equal times the one created last: `ORDER BY e.event_time DESC, e.row DESC LIMIT 1`.",
  ],
  python: [
    "For each prediction: leave out every event that does not count, and of those that are left take the last.",
    "Three things must hold of event `i` for a prediction at `t`: `event_times[i] <= t`, `known_at[i] <= t`, and that it is no older than the TTL, or there is no TTL: `ttl is None or t - event_times[i] <= ttl`.",
    "Two loops: `for t in predictions:` begins with `best = None`, then `for i in range(len(event_times)):` looks at every event, and after it comes `rows.append(best)`.",
    "Event `i` is better where `best is None or event_times[i] >= event_times[best]`. With `>=` the last of equal times stays.",
  ],
  typescript: [
    "For each prediction: leave out every event that does not count, and of those that are left take the last.",
    "Three things must hold of event `i` for a prediction at `t`: `eventTimes[i] <= t`, `knownAt[i] <= t`, and that it is no older than the TTL, or there is no TTL: `ttl === null || t - eventTimes[i] <= ttl`.",
    "`return predictions.map((t) => { … })` gives an answer for each prediction. In it, begin with `let best: number | null = null`, look at every event with `eventTimes.forEach((time, i) => { … })`, and return `best`.",
    "Event `i` is better where `best === null || time >= eventTimes[best]`. With `>=` the last of equal times stays.",
  ],
};

/** Hints for writing the join in a language, in the order in which they are given. What stands between backticks is code. */
export function hintsFor(language: Language): readonly string[] {
  return HINTS[language];
}
