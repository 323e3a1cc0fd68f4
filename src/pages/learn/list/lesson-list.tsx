import { COURSE_WORDS } from "../../../learn/course";
import { LESSON_NAMES } from "../../../learn/lesson-names";
import { WORDS } from "../../../learn/words";
import { ALL_LESSONS } from "../../../state/route/url";
import { useHref } from "../../../state/use-app";

/** All lessons, where one is, and what is left. */
export function LessonList() {
  const hrefTo = useHref();
  return (
    <>
      <h1>{WORDS.list.headline}</h1>
      <ol>
        {LESSON_NAMES.map((name) => (
          <li key={name}>
            <a href={hrefTo({ lesson: name }, ALL_LESSONS)}>{COURSE_WORDS[name].title}</a>
            <p>{COURSE_WORDS[name].idea}</p>
          </li>
        ))}
      </ol>
    </>
  );
}
