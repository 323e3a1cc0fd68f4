import { parse } from "valibot";
import { type Lesson, LessonSchema } from "./lesson";
import type { LessonName } from "./lesson-names";
import type { BeliefName } from "./questions/beliefs";
import type { Block, PartText } from "./text/lesson-text";
import { readLessonText } from "./text/read-lesson-text";

/** Each lesson, and each text, is a file of its own that is loaded when it is opened. */
const DATA = import.meta.glob<unknown>("../lessons/*/lesson.json", { import: "default" });
const TEXTS = import.meta.glob<string>("../lessons/en/*.md", { query: "?raw", import: "default" });

/** A lesson with its data and its words. */
export interface LoadedLesson {
  readonly name: LessonName;
  readonly lesson: Lesson;
  /** In the order of `lesson.parts`. */
  readonly parts: readonly PartText[];
}

/** Loads a lesson and its text. A test has read both before. */
export async function loadLesson(name: LessonName): Promise<LoadedLesson> {
  const [lesson, text] = await Promise.all([
    loaded(DATA, `../lessons/${name}/lesson.json`),
    loaded(TEXTS, `../lessons/en/${name}.md`),
  ]);
  return { name, lesson: parse(LessonSchema, lesson), parts: readLessonText(text) };
}

/** What is said of each belief, by its name. */
export async function loadBeliefTexts(): Promise<ReadonlyMap<BeliefName, readonly Block[]>> {
  const texts = readLessonText(await loaded(TEXTS, "../lessons/en/beliefs.md"));
  return new Map(texts.map(({ title, blocks }) => [title as BeliefName, blocks]));
}

function loaded<Content>(
  files: Readonly<Record<string, () => Promise<Content>>>,
  path: string,
): Promise<Content> {
  const load = files[path];
  if (load === undefined) throw new RangeError(`there is no ${path}`);
  return load();
}
