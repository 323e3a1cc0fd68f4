import { useId, useState } from "react";
import { COURSE_MINUTES, COURSE_WORDS } from "../../../learn/course";
import { LESSON_NAMES } from "../../../learn/lesson-names";
import { isDone, progressIn } from "../../../learn/progress";
import { say, WORDS } from "../../../learn/words";
import { learnStore } from "../../../state/learn/progress-store";
import { usePart } from "../../../state/use-app";
import { useLearnHref } from "../use-learn-href";
import { useCourseLesson } from "./lesson-context";
import { lessonNumberWords } from "./lesson-number-words";
import styles from "./lesson-outline.module.css";

/** All lessons, with the parts of the one that is open. On a narrow screen it is a line that says where one is, and opens. */
export function LessonOutline({ part }: { readonly part: number | null }) {
  const { name, lesson } = useCourseLesson();
  const hrefTo = useLearnHref();
  const progress = usePart(learnStore, (state) => state.progress);
  // It is open for the part at which it was opened: whoever goes on to another wants to see that.
  const here = `${name} ${part}`;
  const [openAt, setOpenAt] = useState<string | null>(null);
  const isOpen = openAt === here;
  const close = () => setOpenAt(null);
  const id = useId();
  const numDone = LESSON_NAMES.slice(1).filter((one) => isDone(progress, one, progress.pace)).length;
  return (
    <nav className={styles.outline} aria-label={WORDS.lesson.lessons}>
      <button
        type="button"
        className={styles.bar}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpenAt(isOpen ? null : here)}
      >
        {lessonNumberWords(name)}
        {part !== null && ` · ${say(WORDS.lesson.partOf, { number: part + 1, count: lesson.parts.length })}`}
      </button>
      <div id={id} className={styles.list} data-open={isOpen || undefined}>
        <ol className={styles.lessons}>
          {LESSON_NAMES.map((one, number) => {
            const isHere = one === name;
            return (
              <li key={one} className={styles.lesson} data-here={isHere || undefined}>
                <a href={hrefTo({ lesson: one })} onClick={close}>
                  {isDone(progress, one, progress.pace) && <DoneMark />}
                  <SteadyWords>
                    {number > 0 ? `${number} ${COURSE_WORDS[one].title}` : COURSE_WORDS[one].title}
                  </SteadyWords>
                </a>
                {isHere && <Parts part={part} onGone={close} />}
              </li>
            );
          })}
        </ol>
        <a className={styles.all} href={hrefTo({ lesson: null })}>
          {say(WORDS.lesson.numDone, { done: numDone, count: LESSON_NAMES.length - 1 })}
        </a>
      </div>
    </nav>
  );
}

/** That a lesson is done, as a sign and a word. */
export function DoneMark() {
  return (
    <>
      <span className={styles.tick} aria-hidden>
        ✓{" "}
      </span>
      <span className="visually-hidden">{WORDS.lesson.doneMark}: </span>
    </>
  );
}

/** The parts of the lesson that is open, on a rail, with a bracket for each of its paths. */
function Parts({ part, onGone }: { readonly part: number | null; readonly onGone: () => void }) {
  const { name, lesson, parts } = useCourseLesson();
  const hrefTo = useLearnHref();
  const gone = usePart(learnStore, ({ progress }) => progressIn(progress, name).parts);
  const { minutes, shortMinutes } = COURSE_MINUTES[name];
  const { shortParts } = lesson;
  const paths = [
    { from: 0, to: shortParts, words: say(WORDS.lesson.shortPath, { minutes: shortMinutes }) },
    {
      from: shortParts,
      to: lesson.parts.length,
      words: say(WORDS.lesson.minutesMore, { minutes: minutes - shortMinutes }),
    },
  ].filter(({ from, to }) => from < to);
  return (
    <div className={styles.paths}>
      {paths.map(({ from, to, words }) => (
        <div key={from} className={styles.path} data-ahead={(part ?? 0) < from || undefined}>
          <ol className={styles.parts} start={from + 1} aria-label={words}>
            {lesson.parts.slice(from, to).map((one, i) => (
              <li key={one} className={styles.part} data-gone={from + i < gone || undefined}>
                <a
                  href={hrefTo({ lesson: name, part: one })}
                  aria-current={from + i === part ? "step" : undefined}
                  onClick={onGone}
                >
                  <SteadyWords>{parts[from + i]?.title ?? ""}</SteadyWords>
                </a>
              </li>
            ))}
          </ol>
          {paths.length > 1 && (
            <span className={styles.bracket} aria-hidden>
              {words}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}

/** Words that are bold at times: they take the room of the bold ones always, so that nothing around them moves. */
export function SteadyWords({ children }: { readonly children: string }) {
  return (
    <span className={styles.steady} data-words={children}>
      <span>{children}</span>
    </span>
  );
}
