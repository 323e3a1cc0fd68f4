import type { Asked } from "../../../learn/questions/ask";
import type { Inline } from "../../../learn/text/lesson-text";
import { say, WORDS } from "../../../learn/words";
import { goTo } from "../../../state/route/go-to";
import { useAppHandle } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { AnswerContext, Inlines } from "../../../views/lesson-text/inlines";
import { optionWords } from "../../../views/lesson-text/option-words";
import {
  type CommittedAnswer,
  type DirectiveProps,
  type OpenLesson,
  useLesson,
} from "../lesson/lesson-context";
import styles from "./predict.module.css";
import { PredictionForm } from "./prediction-form";
import { QuestionPicture } from "./question-picture";
import { Revealed } from "./revealed";
import { useTries } from "./use-tries";

/** A question whose answer is committed before what is right is shown, and never changed: another try asks another variant. */
export function Predict({ directive }: DirectiveProps) {
  const app = useAppHandle();
  const lesson = useLesson();
  const { asked, answer, isFresh, commit, tryAgain } = useTries(directive);
  const isInLesson = lesson.parts.length > 0;
  const next = partThatShows(lesson, directive);
  return (
    <section className={styles.predict}>
      {answer === null ? (
        <PredictionForm
          key={asked.variant}
          asked={asked}
          label={directive.label}
          // Whoever reviews has been told.
          isExplained={isInLesson}
          onCommit={(option, confidence) => {
            commit(option, confidence);
            if (next !== null) goTo(app, { part: next });
          }}
        />
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
      {/* What the parts after it show is the case that was asked: another would no longer be what they speak of. */}
      {answer !== null && tryAgain !== null && next === null && (
        <p>
          <Button variant="link" onClick={tryAgain}>
            {WORDS.predict.again}
          </Button>
        </p>
      )}
    </section>
  );
}

/** The next part's name, where it shows the answer to this question; else the answer is shown here. */
function partThatShows({ lesson, parts }: OpenLesson, directive: DirectiveProps["directive"]): string | null {
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

interface CommittedProps {
  readonly asked: Asked;
  readonly answer: CommittedAnswer;
  readonly label: readonly Inline[];
}

const SAID: Readonly<Record<NonNullable<CommittedAnswer["confidence"]>, string>> = {
  guessing: WORDS.predict.wereGuessing,
  fairly: WORDS.predict.wereFairly,
  certain: WORDS.predict.wereCertain,
};

/** A prediction that was committed, as it was made: what is right is shown elsewhere. */
function Committed({ asked, answer, label }: CommittedProps) {
  const words = optionWords(asked);
  const said = answer.confidence === null ? WORDS.predict.committed : SAID[answer.confidence];
  return (
    <>
      <QuestionPicture asked={asked} coordinate={asked.at} option={answer.option} isAnswered={false} />
      <p className={styles.question}>
        <AnswerContext value={{ asked, option: answer.option }}>
          <Inlines inlines={label} />
        </AnswerContext>
      </p>
      <p className={styles.said}>{say(said, { answer: words.get(answer.option) ?? "" })}</p>
    </>
  );
}
