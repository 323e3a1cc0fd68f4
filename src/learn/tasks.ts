import { type Progress, progressIn, withLesson } from "./progress";

/** What is done in the Lab in the last lesson, in the order in which it builds up. */
export const TASKS = ["data", "leaks", "smallest", "query"] as const;
export type TaskName = (typeof TASKS)[number];

/** The lesson that gives them. */
export const TASKS_LESSON = "your-data";

/** What the app sees of what its reader does in the Lab. */
export interface SeenInLab {
  /** Whose data is looked at: the reader's own, the churn sample, or other. */
  readonly data: "own" | "churn" | "other";
  /** The training rows that Train shows; `null` where it shows none. */
  readonly trainingRows: number | null;
  /** Whether it shows one of them at a later step than the first. */
  readonly hasStepped: boolean;
  /** Whether the cell that Train has written last is a leak. */
  readonly isAtLeak: boolean;
  /** Whether a smallest example is shown, in which one of the joins leaks. */
  readonly showsSmallestLeak: boolean;
  /** Whether the query that Code shows was copied. */
  readonly isQueryCopied: boolean;
}

/** The tasks that are being done by what is seen. Whose data it is counts for all of them. */
export function tasksSeenDone(seen: SeenInLab): TaskName[] {
  if (seen.data === "other") return [];
  const isDone: Readonly<Record<TaskName, boolean>> = {
    data: (seen.trainingRows ?? 0) > 0 && seen.hasStepped,
    leaks: seen.isAtLeak,
    smallest: seen.showsSmallestLeak,
    query: seen.isQueryCopied,
  };
  return TASKS.filter((task) => isDone[task]);
}

const MADE = "tasks";
const LINE = "tasks-line";
const HIDDEN = "hidden";

/** Whether somebody has set out from the lesson to do them: before that nothing is watched. */
export function areTasksBegun(progress: Progress): boolean {
  return progressIn(progress, TASKS_LESSON).made[MADE] !== undefined;
}

/** The tasks that are done, in their own order. */
export function doneTasks(progress: Progress): TaskName[] {
  const made = progressIn(progress, TASKS_LESSON).made[MADE] ?? [];
  return TASKS.filter((task) => made.includes(task));
}

/** The first that is still to do; `null` where all are done. */
export function openTask(progress: Progress): TaskName | null {
  const done = doneTasks(progress);
  return TASKS.find((task) => !done.includes(task)) ?? null;
}

/** Where it is kept that somebody goes on without them. */
export const SKIPPED = "tasks-skipped";

/**
 * Whether the lesson need not wait for them: all are done, or they were skipped.
 *
 * @param made - What was made by hand in the lesson that gives them.
 */
export function areTasksOver(made: (key: string) => readonly (string | null)[] | null): boolean {
  return made(SKIPPED) !== null || TASKS.every((task) => made(MADE)?.includes(task));
}

/** Sets out to do them; the line that tells of them is shown again where it was hidden. */
export function withTasksBegun(progress: Progress): Progress {
  return withMade(progress, { [MADE]: doneTasks(progress), [LINE]: [] });
}

/** Ticks tasks; the same object where all of them are ticked already. */
export function withTasksDone(progress: Progress, tasks: readonly TaskName[]): Progress {
  const done = doneTasks(progress);
  if (tasks.every((task) => done.includes(task))) return progress;
  return withMade(progress, { [MADE]: TASKS.filter((task) => done.includes(task) || tasks.includes(task)) });
}

/** Whether the Lab tells of the tasks. */
export function isTaskLineShown(progress: Progress): boolean {
  const { made } = progressIn(progress, TASKS_LESSON);
  return areTasksBegun(progress) && !made[LINE]?.includes(HIDDEN);
}

/** Hides that line, until one sets out again. */
export function withTaskLineHidden(progress: Progress): Progress {
  return withMade(progress, { [LINE]: [HIDDEN] });
}

function withMade(progress: Progress, made: Readonly<Record<string, string[]>>): Progress {
  return withLesson(progress, TASKS_LESSON, {
    made: { ...progressIn(progress, TASKS_LESSON).made, ...made },
  });
}
