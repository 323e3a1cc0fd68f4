import ideas from "../lessons/en/ideas.json";
import minutes from "../lessons/minutes.json";
import { LESSON_NAMES, type LessonName } from "./lesson-names";
import { LESSON_TITLES } from "./lesson-titles";

/** What a lesson is called, and its idea in a few words. */
export const COURSE_WORDS = Object.fromEntries(
  LESSON_NAMES.map((name) => [name, { title: LESSON_TITLES[name], idea: ideas[name] }]),
) as Readonly<Record<LessonName, { readonly title: string; readonly idea: string }>>;

/** How many minutes each lesson takes, whole and on the short path. */
export const COURSE_MINUTES: Readonly<
  Record<LessonName, { readonly minutes: number; readonly shortMinutes: number }>
> = minutes;
