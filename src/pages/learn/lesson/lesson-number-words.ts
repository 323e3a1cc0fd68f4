import { LESSON_NAMES, type LessonName } from "../../../learn/lesson-names";
import { say, WORDS } from "../../../learn/words";

/** What the number of a lesson is said as; the opening has none. */
export function lessonOf(name: LessonName): string {
  const number = LESSON_NAMES.indexOf(name);
  return number === 0
    ? WORDS.lesson.opening
    : say(WORDS.lesson.lessonOf, { number, count: LESSON_NAMES.length - 1 });
}
