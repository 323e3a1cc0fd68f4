import { LESSON_NAMES, type LessonName } from "../../../learn/lesson-names";
import { say, WORDS } from "../../../learn/words";

/** Which of the lessons it is: `Lesson 3 of 10`; the opening has no number. */
export function lessonNumberWords(name: LessonName): string {
  const number = LESSON_NAMES.indexOf(name);
  return number === 0
    ? WORDS.lesson.opening
    : say(WORDS.lesson.lessonOf, { number, count: LESSON_NAMES.length - 1 });
}
