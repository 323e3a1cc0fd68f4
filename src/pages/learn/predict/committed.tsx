import type { Answer } from "../../../learn/progress";
import type { Asked } from "../../../learn/questions/ask";
import type { Inline } from "../../../learn/text/lesson-text";
import { say, WORDS } from "../../../learn/words";
import { AnswerContext, Inlines } from "../text/inlines";
import { optionWords } from "./option-words";
import styles from "./predict.module.css";
import { QuestionPicture } from "./question-picture";

export interface CommittedProps {
  readonly asked: Asked;
  readonly answer: Answer;
  readonly label: readonly Inline[];
}

const SAID: Readonly<Record<NonNullable<Answer["confidence"]>, string>> = {
  guessing: WORDS.predict.wereGuessing,
  fairly: WORDS.predict.wereFairly,
  certain: WORDS.predict.wereCertain,
};

/** A prediction that was committed, as it was made: what is right is shown elsewhere. */
export function Committed({ asked, answer, label }: CommittedProps) {
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
