import * as v from "valibot";
import { CONFIDENCES, LESSON_NAMES, type LessonName, PACES, type Pace } from "./lesson-names";
import { MISCONCEPTIONS } from "./practice/misconceptions";
import { BELIEF_NAMES } from "./questions/beliefs";

const time = v.pipe(v.number(), v.integer());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** An object that may have more fields than this version knows: what a later one has written is kept as it is. */
function open<Entries extends v.ObjectEntries>(entries: Entries): v.ObjectSchema<Entries, undefined> {
  return v.looseObject(entries) as unknown as v.ObjectSchema<Entries, undefined>;
}

/** An answer that was committed before what is right was shown. It is never changed afterwards. */
const AnswerSchema = open({
  lesson: v.picklist(LESSON_NAMES),
  question: v.string(),
  variant: count,
  /** The id of the option. */
  option: v.string(),
  isRight: v.boolean(),
  /** `null` where it was not asked. */
  confidence: v.nullable(v.picklist(CONFIDENCES)),
  /** Where it was asked: in its lesson, or at the opening of a later one. */
  at: v.picklist(["lesson", "review"]),
  /** What a wrong one stands for; absent where it was not kept yet. */
  belief: v.exactOptional(v.nullable(v.picklist(BELIEF_NAMES))),
  /** Milliseconds since 1970. */
  time,
});

/** An answer in practice. What was asked follows from round and item alone. */
const PracticeAnswerSchema = open({
  /** The seed of the round, and the item's place in it, from 0. */
  round: count,
  item: count,
  misconception: v.picklist(MISCONCEPTIONS),
  /** The item was made so that whoever believes this answers otherwise than the engine. */
  belief: v.picklist(BELIEF_NAMES),
  /** The id of the option. */
  option: v.string(),
  /** What that option stands for; `null` of the right one. */
  took: v.nullable(v.picklist(BELIEF_NAMES)),
  isRight: v.boolean(),
  confidence: v.picklist(CONFIDENCES),
  /** Milliseconds since 1970. */
  time,
});

/** How far somebody has come in a lesson. */
const LessonProgressSchema = open({
  /** How many of its parts have been gone through. */
  parts: count,
  /** When the last part of the short path, and of the whole, was gone through; `null` before. */
  shortDone: v.nullable(time),
  done: v.nullable(time),
  /** What was made by hand in it, by the directive that asks for it: cells that were filled, an order, features. */
  made: v.record(v.string(), v.array(v.nullable(v.string()))),
});

export const ProgressSchema = open({
  version: v.literal(1),
  pace: v.picklist(PACES),
  /** Decides which variants of questions this learner is asked; drawn when the first lesson is begun. */
  seed: count,
  /** What has not been begun is absent. */
  lessons: v.partial(
    open(
      Object.fromEntries(LESSON_NAMES.map((name) => [name, LessonProgressSchema])) as Record<
        LessonName,
        typeof LessonProgressSchema
      >,
    ),
  ),
  /** In the order in which they were given. */
  answers: v.array(AnswerSchema),
  /** Likewise, in practice; absent where nothing was practised. */
  practice: v.exactOptional(v.array(PracticeAnswerSchema)),
});

export type Answer = v.InferOutput<typeof AnswerSchema>;
export type PracticeAnswer = v.InferOutput<typeof PracticeAnswerSchema>;
export type LessonProgress = v.InferOutput<typeof LessonProgressSchema>;
/** All that a learner has done, as a plain JSON value: it is what is kept in the browser, and saved as a file. */
export type Progress = v.InferOutput<typeof ProgressSchema>;

export const NO_PROGRESS: Progress = { version: 1, pace: "full", seed: 0, lessons: {}, answers: [] };
const NOT_BEGUN: LessonProgress = { parts: 0, shortDone: null, done: null, made: {} };

/** How far a lesson has come. */
export function progressIn(progress: Progress, lesson: LessonName): LessonProgress {
  return progress.lessons[lesson] ?? NOT_BEGUN;
}

/** Adds an answer. */
export function withAnswer(progress: Progress, answer: Answer): Progress {
  return { ...progress, answers: [...progress.answers, answer] };
}

/** Adds an answer in practice. */
export function withPracticeAnswer(progress: Progress, answer: PracticeAnswer): Progress {
  return { ...progress, practice: [...(progress.practice ?? []), answer] };
}

/** Changes what is known of one lesson. */
export function withLesson(
  progress: Progress,
  lesson: LessonName,
  change: Partial<LessonProgress>,
): Progress {
  return {
    ...progress,
    lessons: { ...progress.lessons, [lesson]: { ...progressIn(progress, lesson), ...change } },
  };
}

/** The last answer to a question in its own lesson; `null` before it was given. */
export function lastAnswer(
  progress: Progress,
  lesson: LessonName,
  question: string,
  variant: number,
): Answer | null {
  return (
    progress.answers.findLast(
      (one) =>
        one.lesson === lesson && one.question === question && one.variant === variant && one.at === "lesson",
    ) ?? null
  );
}

/** What of a lesson decides how far one has come in it. */
export interface PartCounts {
  readonly parts: readonly unknown[];
  /** How many of them are the short path. */
  readonly shortParts: number;
}

/**
 * Keeps that a part, counted from 0, was gone through, and with the last one of a path that this path was. What was done
 * first stays: going through it again changes nothing.
 *
 * @param now - Milliseconds since 1970.
 */
export function withPartDone(
  progress: Progress,
  lesson: LessonName,
  part: number,
  { parts, shortParts }: PartCounts,
  now: number,
): Progress {
  const before = progressIn(progress, lesson);
  const after = gonePart(before, part, { parts, shortParts }, now);
  return after === before ? progress : withLesson(progress, lesson, after);
}

/** How far one has come in a lesson, once a part was gone through; the same object where that changes nothing. */
export function gonePart<Come extends Pick<LessonProgress, "parts" | "shortDone" | "done">>(
  before: Come,
  part: number,
  { parts, shortParts }: PartCounts,
  now: number,
): Come {
  const gone = Math.max(before.parts, part + 1);
  const shortDone = before.shortDone ?? (gone >= shortParts ? now : null);
  const done = before.done ?? (gone >= parts.length ? now : null);
  if (gone === before.parts && shortDone === before.shortDone && done === before.done) return before;
  return { ...before, parts: gone, shortDone, done };
}

/** Whether a lesson has been gone through, at a pace: on the short path its first half is enough. */
export function isDone(progress: Progress, lesson: LessonName, pace: Pace): boolean {
  const { shortDone, done } = progressIn(progress, lesson);
  return done !== null || (pace === "short" && shortDone !== null);
}

/** The first lesson that is not done; `null` where all are. */
export function nextLesson(progress: Progress, pace: Pace): LessonName | null {
  return LESSON_NAMES.find((name) => !isDone(progress, name, pace)) ?? null;
}

/** How long the lessons take, as `minutes.json` says. */
export type Minutes = Readonly<
  Record<LessonName, { readonly minutes: number; readonly shortMinutes: number }>
>;

/** How many minutes are left of one lesson, at a pace. Of one whose short path is done the rest is. */
export function minutesLeftIn(
  progress: Progress,
  lesson: LessonName,
  pace: Pace,
  { [lesson]: { minutes, shortMinutes } }: Minutes,
): number {
  if (isDone(progress, lesson, pace)) return 0;
  if (pace === "short") return shortMinutes;
  return progressIn(progress, lesson).shortDone === null ? minutes : minutes - shortMinutes;
}

/** How many minutes are left of all lessons, at a pace. */
export function minutesLeft(progress: Progress, pace: Pace, minutes: Minutes): number {
  return LESSON_NAMES.reduce((sum, name) => sum + minutesLeftIn(progress, name, pace, minutes), 0);
}

/** Whether there is anything that could be lost. */
export function isBegun(progress: Progress): boolean {
  const { answers, lessons, practice = [] } = progress;
  return answers.length > 0 || practice.length > 0 || Object.keys(lessons).length > 0;
}

/**
 * Puts together what one learner did in two places: every answer of both once, in the order in which they were given, and
 * of each lesson what came furthest. Where the two must differ (pace, seed, what was made by hand) the first counts.
 */
export function mergeProgress(own: Progress, other: Progress): Progress {
  const answers = new Map([...own.answers, ...other.answers].map((one) => [answerKey(one), one]));
  const practised = [...(own.practice ?? []), ...(other.practice ?? [])];
  const practice = new Map(practised.map((one) => [`${one.round} ${one.item} ${one.time}`, one]));
  const lessons: Progress["lessons"] = { ...other.lessons, ...own.lessons };
  for (const name of LESSON_NAMES) {
    const [a, b] = [own.lessons[name], other.lessons[name]];
    if (a === undefined || b === undefined) continue;
    lessons[name] = {
      ...b,
      ...a,
      parts: Math.max(a.parts, b.parts),
      shortDone: earlier(a.shortDone, b.shortDone),
      done: earlier(a.done, b.done),
      made: { ...b.made, ...a.made },
    };
  }
  return {
    ...other,
    ...own,
    seed: own.seed === 0 ? other.seed : own.seed,
    lessons,
    answers: [...answers.values()].sort((a, b) => a.time - b.time),
    ...(practice.size > 0 && { practice: [...practice.values()].sort((a, b) => a.time - b.time) }),
  };
}

function answerKey({ lesson, question, variant, option, at, time: given }: Answer): string {
  return JSON.stringify([lesson, question, variant, option, at, given]);
}

function earlier(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

/** Reads what was kept or saved; `null` where it is no progress of a learner. */
export function readProgress(text: string): Progress | null {
  try {
    const read = v.safeParse(ProgressSchema, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

/** What of it is kept or saved. */
export function writeProgress(progress: Progress): string {
  return JSON.stringify(progress, null, 2);
}
