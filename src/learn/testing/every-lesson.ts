import { parse } from "valibot";
import { type Lesson, LessonSchema } from "../lesson";
import { LESSON_NAMES, type LessonName } from "../lesson-names";
import type { PartText } from "../text/lesson-text";
import { readLessonText } from "../text/read-lesson-text";

const DATA = import.meta.glob<unknown>("../../lessons/*/lesson.json", { import: "default", eager: true });
const TEXTS = import.meta.glob<string>("../../lessons/en/*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** A lesson as its files have it. */
export interface WrittenLesson {
  readonly name: LessonName;
  readonly lesson: Lesson;
  readonly parts: readonly PartText[];
}

/** What stands in the lessons' files, unread. */
export const LESSON_DATA: Readonly<Partial<Record<LessonName, unknown>>> = Object.fromEntries(
  LESSON_NAMES.map((name) => [name, DATA[`../../lessons/${name}/lesson.json`]]),
);

/** Every lesson there is, in the order of the course. */
export const EVERY_LESSON: readonly WrittenLesson[] = LESSON_NAMES.flatMap((name) => {
  const lesson = LESSON_DATA[name];
  return lesson === undefined
    ? []
    : [{ name, lesson: parse(LessonSchema, lesson), parts: readLessonText(textOf(name)) }];
});

/** What is said of each belief, by its name. */
export const BELIEF_TEXTS: readonly PartText[] = readLessonText(textOf("beliefs"));

function textOf(name: string): string {
  const text = TEXTS[`../../lessons/en/${name}.md`];
  if (text === undefined) throw new RangeError(`there is no text ${name}`);
  return text;
}
