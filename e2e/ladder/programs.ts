import type { Language } from "../../src/terms/languages";

/** What a reader may write, each in one line, and what the page then says. `null` where a language has no such thing. */
export interface WrittenPrograms {
  readonly right: string;
  readonly earliest: string;
  /** It cannot be read. */
  readonly broken: string;
  readonly endless: string;
  readonly flooding: string | null;
}

const TYPESCRIPT = (best: string) =>
  `function join(predictions: bigint[], eventTimes: bigint[], knownAt: bigint[], ttl: bigint | null) { return predictions.map((t) => { let best: number | null = null; eventTimes.forEach((e, i) => { if (e <= t && knownAt[i] <= t && (ttl === null || t - e <= ttl) && (best === null || ${best})) best = i; }); return best; }); }`;

const PYTHON = (pick: string) =>
  `def join(predictions, event_times, known_at, ttl): return [${pick}((i for i, e in enumerate(event_times) if e <= t and known_at[i] <= t and (ttl is None or t - e <= ttl)), key=lambda i: event_times[i] * 100 + i, default=None) for t in predictions]`;

const SQL = (order: string) =>
  `SELECT p.row, (SELECT e.row FROM events e WHERE e.event_time <= p.at AND e.known_at <= p.at AND (s.ttl IS NULL OR p.at - e.event_time <= s.ttl) ORDER BY e.event_time ${order}, e.row DESC LIMIT 1) FROM predictions p, settings s`;

export const PROGRAMS: Readonly<Record<Language, WrittenPrograms>> = {
  typescript: {
    right: TYPESCRIPT("e >= eventTimes[best]"),
    earliest: TYPESCRIPT("e < eventTimes[best]"),
    broken: "function join(predictions) { return predictions.map( }",
    endless: "function join() { while (true) {} }",
    flooding: "function join() { while (true) console.log('again and again') }",
  },
  python: {
    right: PYTHON("max"),
    earliest: PYTHON("min"),
    broken: "def join(predictions, event_times, known_at, ttl) return []",
    endless: "def join(predictions, event_times, known_at, ttl): return list(iter(int, 1))",
    flooding: "def join(*given): return [print('again and again') for _ in iter(int, 1)]",
  },
  sql: {
    right: SQL("DESC"),
    earliest: SQL("ASC"),
    broken: "SELECT p.row, FROM WHERE",
    endless:
      "SELECT p.row, (SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE a.range * b.range % 7 = 3) FROM predictions p",
    flooding: null,
  },
};
