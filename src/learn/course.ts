import words from "../lessons/en/course.json";
import minutes from "../lessons/minutes.json";
import type { LessonName } from "./lesson-names";

/** What a lesson is called, and its idea in a few words. */
export const COURSE_WORDS: Readonly<Record<LessonName, { readonly title: string; readonly idea: string }>> =
  words;

/** How many minutes each lesson takes, whole and on the short path. */
export const COURSE_MINUTES: Readonly<
  Record<LessonName, { readonly minutes: number; readonly shortMinutes: number }>
> = minutes;
