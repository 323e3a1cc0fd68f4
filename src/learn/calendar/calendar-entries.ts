import type { LessonName } from "../lesson-names";
import type { Progress } from "../progress";
import { sureAndWrong } from "../review";

/** A time to answer again, on a day on which something comes back that was certain and wrong. */
export interface CalendarEntry {
  /** A quarter of an hour at which all of that day has come back, milliseconds since 1970. */
  readonly startMs: number;
  /** How many questions of which lessons, those that come back first in front. */
  readonly lessons: readonly { readonly lesson: LessonName; readonly count: number }[];
}

const QUARTER_MS = 15 * 60_000;

/**
 * The days that are still to come on which something comes back that was certain and wrong, an entry each, in their order. O(answers).
 *
 * @param startOfDay - The beginning of the day of a moment, where the learner is.
 */
export function calendarEntries(
  progress: Progress,
  nowMs: number,
  startOfDay: (ms: number) => number,
): CalendarEntry[] {
  const days = new Map<number, { latestMs: number; counts: Map<LessonName, number> }>();
  for (const { lesson, dueMs } of sureAndWrong(progress)) {
    if (dueMs <= nowMs) continue;
    const day = startOfDay(dueMs);
    const known = days.get(day) ?? { latestMs: dueMs, counts: new Map<LessonName, number>() };
    known.latestMs = Math.max(known.latestMs, dueMs);
    known.counts.set(lesson, (known.counts.get(lesson) ?? 0) + 1);
    days.set(day, known);
  }
  return [...days.values()]
    .map(({ latestMs, counts }) => ({
      startMs: Math.ceil(latestMs / QUARTER_MS) * QUARTER_MS,
      lessons: [...counts].map(([lesson, count]) => ({ lesson, count })),
    }))
    .sort((a, b) => a.startMs - b.startMs);
}

/** How many questions come back at it. */
export function entrySize({ lessons }: Pick<CalendarEntry, "lessons">): number {
  return lessons.reduce((sum, { count }) => sum + count, 0);
}
