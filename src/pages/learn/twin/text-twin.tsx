import { COURSE_WORDS } from "../../../learn/course";
import type { LessonName } from "../../../learn/lesson-names";

/** A lesson as a text to read and print: its parts in one, with still pictures. */
export function TextTwin({ name }: { readonly name: LessonName }) {
  return <h1>{COURSE_WORDS[name].title}</h1>;
}
