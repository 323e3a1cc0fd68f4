import * as v from "valibot";
import { countUpTo, object, oneOf, text } from "../../scenario/schema/parts";
import { LESSON_ENTRIES, type Lesson } from "../lesson";
import type { PartText } from "../text/lesson-text";

/** What a lesson file may hold: more than a lesson needs, and no more than a page can show and a browser keep. */
export const LESSON_LIMITS = {
  /** Letters of the whole file. */
  letters: 200_000,
  /** Letters of one paragraph, of which all signs are weighed against each other. */
  paragraph: 4_000,
  title: 120,
  idea: 200,
  author: 80,
  parts: 30,
  scenarios: 20,
  /** Written out in one scenario, of all its groups. */
  rows: 200,
  questions: 40,
  variants: 12,
  /** What can be answered to one question. */
  options: 12,
} as const;

const short = (most: number) =>
  v.pipe(
    text,
    v.check(
      (value) => value.length <= most,
      ({ input }) => `has ${input.length} letters, where ${most} are enough.`,
    ),
  );

/** What stands before the text of a lesson file, as JSON: how it is called, and the lesson's data. */
export const LessonFrontSchema = object({
  version: oneOf([1]),
  title: short(LESSON_LIMITS.title),
  /** Its one idea, in a few words. */
  idea: v.exactOptional(short(LESSON_LIMITS.idea)),
  /** Who wrote it, as they want to be called. */
  author: v.exactOptional(short(LESSON_LIMITS.author)),
  /** How long it takes; what a slow reader needs where it is not said. */
  minutes: v.exactOptional(countUpTo(240)),
  ...LESSON_ENTRIES,
  /** All of them, where it is not said. */
  shortParts: v.optional(LESSON_ENTRIES.shortParts),
});

/** A lesson as it is carried in one file. */
export interface LessonFile {
  readonly title: string;
  readonly idea: string | null;
  readonly author: string | null;
  readonly minutes: number;
  readonly lesson: Lesson;
  /** In the order of `lesson.parts`. */
  readonly parts: readonly PartText[];
}
