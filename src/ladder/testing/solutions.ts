import type { Language } from "../../terms/languages";

/** The join as a reader may have written it in the end who followed the hints. */
export const SOLUTIONS: Readonly<Record<Language, string>> = {
  sql: `SELECT p.row, (SELECT e.row FROM events e WHERE
  e.event_time <= p.at AND e.known_at <= p.at
  AND (s.ttl IS NULL OR p.at - e.event_time <= s.ttl)
  ORDER BY e.event_time DESC, e.row DESC
  LIMIT 1) FROM predictions p, settings s
`,
  python: `def join(predictions, event_times, known_at, ttl):
    rows = []
    for at in predictions:
        best = None
        for i in range(len(event_times)):
            if event_times[i] <= at and known_at[i] <= at and (ttl is None or at - event_times[i] <= ttl):
                if best is None or event_times[i] >= event_times[best]:
                    best = i
        rows.append(best)
    return rows
`,
  typescript: `function join(
  predictions: bigint[],
  eventTimes: bigint[],
  knownAt: bigint[],
  ttl: bigint | null,
): (number | null)[] {
  return predictions.map((at) => {
    let best: number | null = null;
    for (let i = 0; i < eventTimes.length; i++) {
      if (eventTimes[i] <= at && knownAt[i] <= at && (ttl === null || at - eventTimes[i] <= ttl)) {
        if (best === null || eventTimes[i] >= eventTimes[best]) best = i;
      }
    }
    return best;
  });
}
`,
};
