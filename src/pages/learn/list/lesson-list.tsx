import { useState } from "react";
import { calibrationOf } from "../../../learn/calibration";
import { COURSE_MINUTES } from "../../../learn/course";
import { LESSON_NAMES, type Pace } from "../../../learn/lesson-names";
import { isDone, minutesLeft, nextLesson } from "../../../learn/progress";
import { dueReviews, sureAndWrong } from "../../../learn/review";
import { say, WORDS } from "../../../learn/words";
import { changeProgress, learnStore } from "../../../state/learn/progress-store";
import { GLOSSARY_PAGE, LADDER_PAGE } from "../../../state/route/url";
import { useAppHandle, usePageHref, usePart } from "../../../state/use-app";
import { ButtonLink } from "../../../ui/controls/button";
import { SegmentedChoice } from "../../../ui/controls/segmented-choice";
import { HandIn } from "../hand-in/hand-in";
import { REVIEW_PART } from "../lesson/lesson-review";
import { OpenLessonButton, OwnLessonNotice, OwnLessons } from "../own/own-lessons";
import { PracticeDoor } from "../practice/practice-door";
import { CalendarOffer } from "../review/calendar-offer";
import { useLearnHref } from "../use-learn-href";
import { calibrationWords } from "./calibration-words";
import { Door } from "./door";
import styles from "./lesson-list.module.css";
import { LessonRow } from "./lesson-row";
import { ProgressNotices, SavedProgress } from "./saved-progress";

/** All lessons, where one is, and what is left. */
export function LessonList() {
  const progress = usePart(learnStore, (state) => state.progress);
  const next = nextLesson(progress, progress.pace);
  return (
    <div className={styles.page}>
      <ProgressNotices />
      <OwnLessonNotice />
      <div className={styles.columns}>
        <div className={styles.about}>
          <h1 className={styles.headline}>{WORDS.list.headline}</h1>
          <Left />
          <HowSure />
          <Begin />
          <HasComeBack />
          <PaceChoice />
          <PracticeDoor />
          <WriteIt />
          <Ways />
        </div>
        <div className={styles.all}>
          <ol className={styles.lessons} aria-label={WORDS.list.lessons}>
            {LESSON_NAMES.map((name) => (
              <LessonRow key={name} name={name} isNext={name === next} />
            ))}
          </ol>
          <OwnLessons />
        </div>
      </div>
    </div>
  );
}

/** How many lessons are done, and how long the others take. */
function Left() {
  const progress = usePart(learnStore, (state) => state.progress);
  const lessons = LESSON_NAMES.slice(1);
  const done = lessons.filter((name) => isDone(progress, name, progress.pace)).length;
  const left = say(progress.pace === "short" ? WORDS.list.leftShort : WORDS.list.left, {
    full: minutesLeft(progress, "full", COURSE_MINUTES),
    short: minutesLeft(progress, "short", COURSE_MINUTES),
  });
  return (
    <p className={styles.left}>
      {done === lessons.length ? (
        WORDS.list.allDone
      ) : done === 0 ? (
        WORDS.list.numNone
      ) : (
        <>
          <strong>{say(WORDS.list.numDone, { done, count: lessons.length })}</strong>{" "}
          {done === 1 ? WORDS.list.numDoneRestOne : WORDS.list.numDoneRest}
        </>
      )}
      {nextLesson(progress, progress.pace) !== null && ` ${left}`}
    </p>
  );
}

/** How sure one was, and how often right: when all is done in full, with what of it comes back. */
function HowSure() {
  const progress = usePart(learnStore, (state) => state.progress);
  const said = calibrationOf(progress, null);
  const isAllDone = nextLesson(progress, progress.pace) === null;
  const certain = said.find(({ confidence }) => confidence === "certain");
  if (said.length === 0) return null;
  if (!isAllDone) return certain && <p className={styles.sure}>{calibrationWords(certain)}</p>;
  return (
    <section className={styles.sure}>
      <h2>{WORDS.calibration.summary}</h2>
      {said.map((one) => (
        <p key={one.confidence}>{calibrationWords(one)}</p>
      ))}
      <p>{comesBackWords(sureAndWrong(progress).length)}</p>
    </section>
  );
}

function comesBackWords(count: number): string {
  const { nothingBack, comesBackOne, comesBack } = WORDS.calibration;
  return count === 0 ? nothingBack : count === 1 ? comesBackOne : say(comesBack, { count });
}

function Begin() {
  const hrefTo = useLearnHref();
  const progress = usePart(learnStore, (state) => state.progress);
  const next = nextLesson(progress, progress.pace);
  if (next === null) return null;
  const words =
    next === "opening" ? WORDS.list.begin : say(WORDS.list.goOn, { number: LESSON_NAMES.indexOf(next) });
  return (
    <ButtonLink variant="primary" className={styles.begin} href={hrefTo({ lesson: next })}>
      {words}
    </ButtonLink>
  );
}

/** What has come back by now, of all lessons, with the way to it. */
function HasComeBack() {
  const hrefTo = useLearnHref();
  const progress = usePart(learnStore, (state) => state.progress);
  const [nowMs] = useState(Date.now);
  const count = dueReviews(progress, nowMs).length;
  if (count === 0) return null;
  return (
    <p>
      <a className={styles.back} href={hrefTo({ lesson: null, part: REVIEW_PART })}>
        {count === 1 ? WORDS.list.hasComeBackOne : say(WORDS.list.hasComeBack, { count })}
      </a>
    </p>
  );
}

function PaceChoice() {
  const app = useAppHandle();
  const pace = usePart(learnStore, (state) => state.progress.pace);
  return (
    <div className={styles.pace}>
      <SegmentedChoice<Pace>
        label={WORDS.list.pace}
        labelPlace="unseen"
        variant="switch"
        options={[
          { value: "full", label: WORDS.list.full },
          { value: "short", label: WORDS.list.short },
        ]}
        value={pace}
        onChange={(chosen) => changeProgress(app, (before) => ({ ...before, pace: chosen }))}
      />
      <p>{WORDS.list.aboutShort}</p>
    </div>
  );
}

/** Where the join is written by oneself. */
function WriteIt() {
  const hrefTo = usePageHref();
  return (
    <Door href={hrefTo(LADDER_PAGE)} title={WORDS.list.writeIt}>
      {WORDS.list.aboutWriteIt}
    </Door>
  );
}

function Ways() {
  const hrefTo = usePageHref();
  return (
    <div className={styles.ways}>
      <a href={hrefTo(GLOSSARY_PAGE)}>{WORDS.list.glossary}</a>
      <CalendarOffer />
      <HandIn />
      <SavedProgress />
      <OpenLessonButton />
    </div>
  );
}
