import { useId, useState } from "react";
import { CONFIDENCES, type Confidence } from "../../../learn/lesson-names";
import type { Asked } from "../../../learn/questions/ask";
import type { Inline } from "../../../learn/text/lesson-text";
import { WORDS } from "../../../learn/words";
import { Button } from "../../../ui/controls/button";
import { SegmentedChoice } from "../../../ui/controls/segmented-choice";
import { AnswerContext, Inlines } from "../../../views/lesson-text/inlines";
import { optionWords } from "../../../views/lesson-text/option-words";
import styles from "./predict.module.css";
import { QuestionPicture } from "./question-picture";

export interface PredictionFormProps {
  readonly asked: Asked;
  readonly label: readonly Inline[];
  /** Whether it is said why an answer is committed first. */
  readonly isExplained: boolean;
  readonly onCommit: (option: string, confidence: Confidence) => void;
}

/** The picture with nothing judged, what can be answered, and how sure one is: all of it before anything is shown. */
export function PredictionForm({ asked, label, isExplained, onCommit }: PredictionFormProps) {
  const id = useId();
  const [option, setOption] = useState<string | null>(null);
  const [confidence, setConfidence] = useState<Confidence | null>(null);
  const words = optionWords(asked);
  const missing =
    option === null ? WORDS.predict.chooseFirst : confidence === null ? WORDS.predict.sayHowSure : null;
  return (
    <div className={styles.form}>
      <QuestionPicture
        asked={asked}
        coordinate={asked.at}
        option={option}
        isAnswered={false}
        onPick={setOption}
      />
      <div className={isExplained ? styles.noted : undefined}>
        <div className={styles.form}>
          <SegmentedChoice
            label={
              <span className={styles.question}>
                <AnswerContext value={{ asked, option: "" }}>
                  <Inlines inlines={label} />
                </AnswerContext>
              </span>
            }
            variant="boxes"
            options={asked.options.map((one) => ({ value: one.id, label: words.get(one.id) }))}
            value={option}
            onChange={setOption}
          />
          <div className={styles.commit}>
            <SegmentedChoice
              label={WORDS.predict.howSure}
              labelPlace="beside"
              options={CONFIDENCES.map((value) => ({ value, label: WORDS.predict[value] }))}
              value={confidence}
              onChange={setConfidence}
            />
            <div className={styles.way}>
              <span id={id} className={styles.missing}>
                {missing}
              </span>
              <Button
                variant="primary"
                aria-disabled={missing !== null || undefined}
                aria-describedby={id}
                onClick={() => {
                  if (option !== null && confidence !== null) onCommit(option, confidence);
                }}
              >
                {WORDS.predict.commit}
              </Button>
            </div>
          </div>
        </div>
        {isExplained && (
          <aside className={styles.aside}>
            <h3>{WORDS.predict.why}</h3>
            <p>{WORDS.predict.whyText}</p>
          </aside>
        )}
      </div>
    </div>
  );
}
