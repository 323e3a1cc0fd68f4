import type { Language } from "../../terms/languages";

/** The join as a reader may have written it in the end: as the hints tell. */
export const SOLUTIONS: Readonly<Record<Language, string>> = {
  sql: `SELECT p.row, (
  SELECT e.row
  FROM events e
  WHERE e.event_time <= p.at
    AND e.known_at <= p.at
    AND (s.ttl IS NULL OR p.at - e.event_time <= s.ttl)
  ORDER BY e.event_time DESC, e.row DESC
  LIMIT 1
)
FROM predictions p, settings s`,
  python: `def join(predictions, event_times, known_at, ttl):
    rows = []
    for t in predictions:
        best = None
        for i in range(len(event_times)):
            if event_times[i] > t or known_at[i] > t:
                continue
            if ttl is not None and t - event_times[i] > ttl:
                continue
            if best is None or event_times[i] >= event_times[best]:
                best = i
        rows.append(best)
    return rows
`,
  typescript: `function join(predictions: bigint[], eventTimes: bigint[], knownAt: bigint[], ttl: bigint | null): (number | null)[] {
  return predictions.map((t) => {
    let best: number | null = null;
    eventTimes.forEach((time, i) => {
      const counts = time <= t && knownAt[i] <= t && (ttl === null || t - time <= ttl);
      if (counts && (best === null || time >= eventTimes[best])) best = i;
    });
    return best;
  });
}
`,
};
