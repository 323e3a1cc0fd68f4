import { useState } from "react";
import { WORDS } from "../../../learn/words";
import { goTo } from "../../../state/route/go-to";
import { useAppHandle } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { type DirectiveProps, type LessonHandle, useLesson } from "../lesson/lesson-context";
import { Committed } from "./committed";
import styles from "./predict.module.css";
import { PredictionForm } from "./prediction-form";
import { Revealed } from "./revealed";

/** A question whose answer is committed before what is right is shown, and never changed: another try asks another variant. */
export function Predict({ directive }: DirectiveProps) {
  const app = useAppHandle();
  const lesson = useLesson();
  const { question = "", variant } = directive.attributes;
  /** The variant of another try, until it is committed. */
  const [retried, setRetried] = useState<number | null>(null);
  const [isFresh, setFresh] = useState(false);
  const current = lesson.ask(question, variant);
  const other = lesson.askAgain(current, variant);
  const isRetry = other !== null && retried === other.variant;
  const asked = isRetry ? other : current;
  const answer = isRetry ? null : lesson.answerTo(asked);
  const next = partThatShows(lesson, directive);
  return (
    <section className={styles.predict}>
      {answer === null ? (
        <div className={styles.open}>
          <PredictionForm
            key={asked.variant}
            asked={asked}
            label={directive.label}
            onCommit={(option, confidence) => {
              lesson.commit(asked, option, confidence);
              setRetried(null);
              setFresh(true);
              if (next !== null) goTo(app, { part: next });
            }}
          />
          {/* Whoever reviews has been told. */}
          {lesson.parts.length > 0 && (
            <aside className={styles.aside}>
              <h3>{WORDS.predict.why}</h3>
              <p>{WORDS.predict.whyText}</p>
            </aside>
          )}
        </div>
      ) : next !== null ? (
        <Committed asked={asked} answer={answer} label={directive.label} />
      ) : (
        <Revealed
          key={asked.variant}
          asked={asked}
          answer={answer}
          label={directive.label}
          takesFocus={isFresh}
        />
      )}
      {answer !== null && other !== null && (
        <p>
          <Button variant="link" onClick={() => setRetried(other.variant)}>
            {WORDS.predict.again}
          </Button>
        </p>
      )}
    </section>
  );
}

/** The next part's name, where it shows the answer to this question; else the answer is shown here. */
function partThatShows(
  { lesson, parts }: LessonHandle,
  directive: DirectiveProps["directive"],
): string | null {
  const at = parts.findIndex(({ blocks }) => blocks.includes(directive));
  const { question, variant } = directive.attributes;
  const isShown = parts[at + 1]?.blocks.some(
    (block) =>
      block.kind === "directive" &&
      (block.name === "timeline" || block.name === "order") &&
      block.attributes.answers === question &&
      block.attributes.variant === variant,
  );
  return at !== -1 && isShown ? (lesson.parts[at + 1] ?? null) : null;
}
