import { useEffect, useMemo, useRef, useState } from "react";
import { COURSE_WORDS } from "../../../learn/course";
import { LESSON_NAMES, type LessonName } from "../../../learn/lesson-names";
import { type Answer, withAnswer } from "../../../learn/progress";
import { ask } from "../../../learn/questions/ask";
import { say, WORDS } from "../../../learn/words";
import { changeProgress } from "../../../state/learn/progress-store";
import { useAppHandle } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { type LessonHandle, LessonProvider } from "../lesson/lesson-context";
import { Blocks } from "../text/blocks";
import styles from "./review.module.css";
import { type ReviewQuestion, withReviewed } from "./use-opening-review";

/** When questions come back: before a lesson, before it is done, or days later, by themselves. */
export type Occasion =
  | { readonly kind: "opening"; readonly lesson: LessonName }
  | { readonly kind: "end" }
  /** `lesson`: the one whose own page asks; `null` for all. */
  | { readonly kind: "later"; readonly lesson: LessonName | null };

export interface ReviewProps {
  readonly occasion: Occasion;
  readonly questions: readonly ReviewQuestion[];
  readonly onSkip?: (question: ReviewQuestion) => void;
  /** After the last. At the end of a lesson it is called only where that was skipped: else its answer stays in sight. */
  readonly onLeave: () => void;
}

/** Questions that come back, one at a time. Any can be skipped. */
export function Review({ occasion, questions, onSkip, onLeave }: ReviewProps) {
  const [at, setAt] = useState(0);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  const question = questions[at];
  const handle = useReviewHandle(occasion, question, answer, setAnswer);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another question, its heading gets the focus
  useEffect(() => {
    if (!isFirst.current) {
      document.documentElement.scrollTop = 0;
      heading.current?.focus({ preventScroll: true });
    }
    isFirst.current = false;
  }, [at]);
  if (question === undefined || handle === null) return null;
  const { item } = question;
  const goOn = () => {
    setAnswer(null);
    if (at + 1 < questions.length) setAt(at + 1);
    else onLeave();
  };
  const place = say(WORDS.review.numbered, { number: at + 1, count: questions.length });
  const isLast = at + 1 === questions.length;
  const isOfOthers = occasion.kind === "opening" || (occasion.kind === "later" && occasion.lesson === null);
  return (
    <section className={styles.review}>
      <header className={styles.head}>
        <h3 ref={heading} tabIndex={-1} className={styles.title}>
          {isOfOthers
            ? say(WORDS.review.from, {
                number: LESSON_NAMES.indexOf(item.lesson),
                lesson: COURSE_WORDS[item.lesson].title,
              })
            : occasion.kind === "end" && questions.length === 1
              ? WORDS.review.sureOfThis
              : place}
        </h3>
        {isOfOthers && questions.length > 1 && <span>{place}</span>}
        {answer === null && (
          <Button
            variant="link"
            className={styles.skip}
            onClick={() => {
              onSkip?.(question);
              goOn();
            }}
          >
            {isLast && occasion.kind === "opening" ? WORDS.review.skip : WORDS.review.skipOne}
          </Button>
        )}
      </header>
      {item.variant > 0 && <p className={styles.changed}>{WORDS.review.changed}</p>}
      <LessonProvider key={at} value={handle}>
        <div className={styles.blocks}>
          <Blocks blocks={[...question.hook, question.directive]} />
        </div>
      </LessonProvider>
      {answer !== null && !(isLast && occasion.kind === "end") && (
        <footer className={styles.foot}>
          <Button variant="primary" onClick={goOn}>
            {isLast ? endWords(occasion) : WORDS.review.next}
          </Button>
        </footer>
      )}
    </section>
  );
}

function endWords(occasion: Occasion): string {
  return occasion.kind === "opening"
    ? say(WORDS.review.begin, { lesson: COURSE_WORDS[occasion.lesson].title })
    : WORDS.review.end;
}

/** What the earlier lesson's part is given: one variant of one question, whose answer is kept as a review. */
function useReviewHandle(
  occasion: Occasion,
  question: ReviewQuestion | undefined,
  answer: Answer | null,
  onAnswer: (answer: Answer) => void,
): LessonHandle | null {
  const app = useAppHandle();
  const asked = useMemo(
    () => question && ask(question.from.lesson, question.item.question, question.item.variant),
    [question],
  );
  if (question === undefined || asked === undefined) return null;
  return {
    ...question.from,
    parts: [],
    ask: () => asked,
    askAgain: () => null,
    answerTo: () => answer,
    commit: (_, option, confidence) => {
      const given: Answer = {
        ...question.item,
        option,
        isRight: option === asked.right,
        confidence,
        at: "review",
        belief: asked.beliefs.get(option) ?? null,
        time: Date.now(),
      };
      changeProgress(app, (before) => {
        const answered = withAnswer(before, given);
        return occasion.kind === "opening" ? withReviewed(answered, occasion.lesson, [question]) : answered;
      });
      onAnswer(given);
    },
    made: () => null,
    keepMade: () => {},
  };
}
