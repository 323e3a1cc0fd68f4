import { useState } from "react";
import type { Answer } from "../../../learn/progress";
import type { Asked } from "../../../learn/questions/ask";
import type { Inline } from "../../../learn/text/lesson-text";
import { PhaseStrip } from "../../../timeline/phase-strip";
import { StepSentence } from "../../../timeline/step-sentence";
import { sentence } from "../../../timeline/words/sentence";
import { AnswerContext, Inlines } from "../../../views/lesson-text/inlines";
import { ServedRun } from "../order/served-run";
import { AnswerFeedback } from "./answer-feedback";
import { decidedPicture, decidingStep } from "./deciding-step";
import styles from "./predict.module.css";
import { QuestionPicture } from "./question-picture";

export interface RevealedProps {
  readonly asked: Asked;
  readonly answer: Pick<Answer, "option" | "confidence">;
  readonly label: readonly Inline[];
  /** Whether it comes in the place of what had the focus. */
  readonly takesFocus: boolean;
  /** See `AnswerFeedback`. */
  readonly comesBack?: string;
}

/** What was answered and what is right, on one picture. */
export function Revealed({ asked, answer, label, takesFocus, comesBack }: RevealedProps) {
  const [coordinate, setCoordinate] = useState(() => decidedPicture(asked));
  const isDecidedByAStep = decidingStep(asked, answer.option) !== null;
  const words = (
    <p className={styles.question}>
      <AnswerContext value={{ asked, option: answer.option }}>
        <Inlines inlines={label} />
      </AnswerContext>
    </p>
  );
  const feedback = (
    <AnswerFeedback
      asked={asked}
      answer={answer}
      onStep={setCoordinate}
      takesFocus={takesFocus}
      {...(comesBack !== undefined && { comesBack })}
    />
  );
  if (asked.question.kind === "served")
    return (
      <>
        {words}
        <ServedRun asked={asked} option={answer.option} />
        {feedback}
      </>
    );
  // The picture and the question stay where they were: what is said of the answer comes in the place of what could be answered.
  return (
    <>
      <QuestionPicture asked={asked} coordinate={coordinate} option={answer.option} isAnswered />
      {words}
      {feedback}
      {isDecidedByAStep && (
        <div className={styles.steps}>
          <PhaseStrip slice={asked.slice} coordinate={coordinate} onCoordinate={setCoordinate} />
          <StepSentence parts={sentence(asked.slice, coordinate)} linesNarrow={4} />
        </div>
      )}
    </>
  );
}
