import type { ReactNode } from "react";
import { calibrationOf } from "../../../learn/calibration";
import { COURSE_MINUTES, COURSE_WORDS } from "../../../learn/course";
import { LESSON_NAMES } from "../../../learn/lesson-names";
import { isDone } from "../../../learn/progress";
import { SKIPPED } from "../../../learn/tasks";
import { say, WORDS } from "../../../learn/words";
import { learnStore } from "../../../state/learn/progress-store";
import { usePart } from "../../../state/use-app";
import { Button, ButtonLink } from "../../../ui/controls/button";
import { calibrationWords } from "../list/calibration-words";
import { PracticeOfLesson } from "../practice/practice-door";
import { Returns } from "../review/calendar-offer";
import { useLearnHref } from "../use-learn-href";
import { useCourseLesson, useLesson } from "./lesson-context";
import styles from "./lesson-foot.module.css";
import type { WaitsFor } from "./lesson-parts";

export interface LessonFootProps {
  readonly part: number;
  /** Whether it is the last part of the path that is taken. */
  readonly isLast: boolean;
  /** What this part asks for first; `null` for nothing. */
  readonly waitsFor: WaitsFor | null;
  /** Parts before it that were passed over, and still ask for something. */
  readonly waiting: readonly number[];
  /** How many questions come back before the lesson is done. */
  readonly comesBack: number;
  readonly onPart: (part: number) => void;
}

/** The ways on and back, always in the same place; and, where a path ends, what comes after it. */
export function LessonFoot({ part, isLast, waitsFor, waiting, comesBack, onPart }: LessonFootProps) {
  const { name, lesson } = useCourseLesson();
  const hasMore = part + 1 < lesson.parts.length;
  const isEnd = isLast && waitsFor === null;
  return (
    <>
      {isEnd && comesBack > 0 && <ComesBack count={comesBack} />}
      {isEnd && comesBack === 0 && name !== "opening" && <PathEnd hasMore={hasMore} waiting={waiting} />}
      <PartWays
        part={part}
        waitsFor={waitsFor}
        onPart={onPart}
        end={
          isEnd && (
            <>
              {hasMore && (
                <Button onClick={() => onPart(part + 1)}>
                  <MoreMinutes />
                </Button>
              )}
              {comesBack > 0 ? <OnceMore /> : <NextLesson />}
            </>
          )
        }
      />
    </>
  );
}

export interface PartWaysProps extends Pick<LessonFootProps, "part" | "waitsFor" | "onPart"> {
  /** In the place of the way on, where a path ends. */
  readonly end: ReactNode;
}

/** The ways back and on from a part. */
export function PartWays({ part, waitsFor, onPart, end }: PartWaysProps) {
  const { lesson, keepMade } = useLesson();
  const isWaiting = waitsFor !== null;
  const hasMore = part + 1 < lesson.parts.length;
  return (
    <footer className={styles.foot} data-waiting={isWaiting || undefined}>
      {part > 0 && <Button onClick={() => onPart(part - 1)}>{WORDS.lesson.back}</Button>}
      <span className={styles.ways}>
        {end || (
          <>
            <span id={WAITS_ID} className={styles.waits} role="status">
              {waitsFor !== null && WAITS[waitsFor]}
            </span>
            {waitsFor === "tasks" ? (
              <Button aria-describedby={WAITS_ID} onClick={() => keepMade(SKIPPED, [])}>
                {WORDS.lesson.skipTasks}
              </Button>
            ) : (
              <Button
                variant="primary"
                aria-disabled={isWaiting || undefined}
                aria-describedby={isWaiting ? WAITS_ID : undefined}
                onClick={() => !isWaiting && hasMore && onPart(part + 1)}
              >
                {WORDS.lesson.next}
              </Button>
            )}
          </>
        )}
      </span>
    </footer>
  );
}

const WAITS_ID = "lesson-waits";

const WAITS: Readonly<Record<WaitsFor, string>> = {
  prediction: WORDS.lesson.waits,
  answer: WORDS.lesson.waitsForAnswer,
  cells: WORDS.lesson.waitsForCells,
  tasks: WORDS.lesson.waitsForTasks,
};

/** That a path ends with what was sure and wrong in it. */
function ComesBack({ count }: { readonly count: number }) {
  const { name } = useCourseLesson();
  // Whoever went on beyond the short path, or has taken the lesson before, has it counted.
  const isCounted = usePart(learnStore, ({ progress }) => isDone(progress, name, progress.pace));
  const { onceMoreOne, onceMoreMany, onceMoreOneDone, onceMoreManyDone } = WORDS.review;
  const [one, many] = isCounted ? [onceMoreOneDone, onceMoreManyDone] : [onceMoreOne, onceMoreMany];
  return (
    <section className={styles.end}>
      <p className={styles.said}>{count === 1 ? one : say(many, { count })}</p>
    </section>
  );
}

function OnceMore() {
  const { name } = useCourseLesson();
  const hrefTo = useLearnHref();
  return (
    <ButtonLink variant="primary" href={hrefTo({ lesson: name, part: ONCE_MORE_PART })}>
      {WORDS.review.onceMore}
    </ButtonLink>
  );
}

/** By this name the address asks for what comes back before a lesson is done, in the place of a part. */
export const ONCE_MORE_PART = "once-more";

interface PathEndProps {
  /** Whether the lesson has parts beyond the path. */
  readonly hasMore: boolean;
  /** Parts that were passed over, and still ask for something. */
  readonly waiting: readonly number[];
}

/** That a path has ended, what of it comes back when, and what was left out. */
export function PathEnd({ hasMore, waiting }: PathEndProps) {
  const { name, lesson, parts } = useCourseLesson();
  const hrefTo = useLearnHref();
  const rest = parts.slice(lesson.shortParts).map(({ title }) => title);
  return (
    <section className={styles.end}>
      {hasMore ? (
        <>
          <p className={styles.said}>{WORDS.lesson.shortEnd}</p>
          <p>
            <MoreMinutes />: {rest.join(", ")}.
          </p>
        </>
      ) : (
        waiting.length === 0 && (
          <p className={styles.said}>
            {say(WORDS.lesson.lessonDone, { number: LESSON_NAMES.indexOf(name) })}
          </p>
        )
      )}
      <HowSure />
      <PracticeOfLesson lesson={name} />
      <Returns lesson={name} />
      {waiting.length > 0 && (
        <p>
          {WORDS.lesson.openParts}{" "}
          {waiting.map((part, i) => (
            <span key={part}>
              {i > 0 && ", "}
              <a href={hrefTo({ lesson: name, part: lesson.parts[part] ?? null })}>{parts[part]?.title}</a>
            </span>
          ))}
        </p>
      )}
    </section>
  );
}

/** How sure one was of the answers of this lesson, and how often right. */
function HowSure() {
  const { name } = useCourseLesson();
  const progress = usePart(learnStore, (state) => state.progress);
  const said = calibrationOf(progress, name).map(calibrationWords);
  return said.length > 0 && <p>{said.join(" ")}</p>;
}

export function MoreMinutes() {
  const { minutes, shortMinutes } = COURSE_MINUTES[useCourseLesson().name];
  return say(WORDS.lesson.moreMinutes, { minutes: minutes - shortMinutes });
}

export function NextLesson() {
  const { name } = useCourseLesson();
  const hrefTo = useLearnHref();
  const next = LESSON_NAMES[LESSON_NAMES.indexOf(name) + 1];
  if (next === undefined)
    return (
      <ButtonLink variant="primary" href={hrefTo({ lesson: null })}>
        {WORDS.lesson.allLessons}
      </ButtonLink>
    );
  return (
    <ButtonLink variant="primary" href={hrefTo({ lesson: next })}>
      {say(name === "opening" ? WORDS.lesson.firstLesson : WORDS.lesson.nextLesson, {
        lesson: COURSE_WORDS[next].title,
      })}
    </ButtonLink>
  );
}
