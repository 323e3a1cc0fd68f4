import { type ReactNode, useMemo } from "react";
import { COURSE_WORDS } from "../../../learn/course";
import type { LessonName } from "../../../learn/lesson-names";
import { type LoadedLesson, loadBeliefTexts, loadLesson } from "../../../learn/load-lesson";
import { ask } from "../../../learn/questions/ask";
import { WORDS } from "../../../learn/words";
import { PICTURE_FACES } from "../../../timeline/static-svg/picture-sheet";
import { Button } from "../../../ui/controls/button";
import { LoadingLine } from "../../../ui/feedback/loading-line";
import { useLoaded } from "../../../views/take-home/use-loaded";
import { embeddedFaces } from "../../../views/train/picture-export/embed-fonts";
import { type LessonHandle, LessonProvider } from "../lesson/lesson-context";
import { lessonNumberWords } from "../lesson/lesson-number-words";
import { useLearnHref } from "../use-learn-href";
import { FacesContext } from "./still-picture";
import styles from "./text-twin.module.css";
import { TwinAnswers } from "./twin-answers";
import { TwinBlocks } from "./twin-blocks";
import { twinQuestions } from "./twin-questions";

/** A lesson as a text to read and print: its parts in one, with still pictures, and the answers at the end. */
export function TextTwin({ name }: { readonly name: LessonName }) {
  const loaded = useLoaded(async () => {
    const [lesson, beliefs, faces] = await Promise.all([
      loadLesson(name),
      loadBeliefTexts(),
      embeddedFaces(
        PICTURE_FACES.filter(({ family }) => family === "IBM Plex Sans"),
        document.styleSheets,
      ),
    ]);
    return { lesson, beliefs, faces };
  });
  if (loaded.kind === "loading") return <LoadingLine>{WORDS.lesson.loading}</LoadingLine>;
  if (loaded.kind === "failed") throw loaded.error;
  const { lesson, beliefs, faces } = loaded.value;
  return (
    <FacesContext value={faces}>
      <PrintedLesson loaded={lesson}>
        <TwinAnswers beliefs={beliefs} />
      </PrintedLesson>
    </FacesContext>
  );
}

function PrintedLesson({
  loaded,
  children,
}: {
  readonly loaded: LoadedLesson;
  /** What stands at its end. */
  readonly children: ReactNode;
}) {
  const hrefTo = useLearnHref();
  const handle = usePrintedHandle(loaded);
  const { name, lesson, parts } = handle;
  const questions = useMemo(() => twinQuestions(handle), [handle]);
  return (
    <LessonProvider value={handle}>
      <article className={styles.twin}>
        <p className={styles.ways}>
          <a href={hrefTo({ lesson: name })}>{WORDS.twin.back}</a>
          <Button size="small" onClick={() => window.print()}>
            {WORDS.twin.print}
          </Button>
        </p>
        <header className={styles.head}>
          <p>{lessonNumberWords(name)}</p>
          <h1>{COURSE_WORDS[name].title}</h1>
        </header>
        {questions.length > 0 && <p className={styles.note}>{WORDS.twin.answersAt}</p>}
        {parts.map(({ title, blocks }, i) => (
          <section key={lesson.parts[i]} className={styles.part}>
            <h2>{title}</h2>
            <TwinBlocks blocks={blocks} part={lesson.parts[i] ?? null} questions={questions} />
          </section>
        ))}
        {questions.length > 0 && children}
      </article>
    </LessonProvider>
  );
}

/** A text is the same for every reader: it asks each question as it stands, and a new case with the first of its variants. */
function usePrintedHandle(loaded: LoadedLesson): LessonHandle {
  return useMemo(
    () => ({
      ...loaded,
      ask: (question, variant) => {
        const count = loaded.lesson.questions[question]?.variants.length ?? 0;
        return ask(loaded.lesson, question, variant === "new" ? Math.min(1, count) : 0);
      },
      askAgain: () => null,
      answerTo: () => null,
      commit: () => {},
      made: () => null,
      keepMade: () => {},
    }),
    [loaded],
  );
}
