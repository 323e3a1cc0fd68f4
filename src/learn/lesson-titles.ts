import titles from "../lessons/en/titles.json";
import type { LessonName } from "./lesson-names";

/** What each lesson is called: all that pages outside of Learn say of it, and so all that they load. */
export const LESSON_TITLES: Readonly<Record<LessonName, string>> = titles;
