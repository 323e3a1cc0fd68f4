import { isChangedSo } from "../../../formats/csv/csv-plan";
import { answerQuestion } from "../../../state/imports/correct-draft";
import { askedQuestions, type DraftContent } from "../../../state/imports/imports-store";
import { useAppHandle } from "../../../state/use-app";
import { SegmentedChoice } from "../../../ui/controls/segmented-choice";
import styles from "./draft.module.css";

export interface QuestionsProps {
  readonly draftId: string;
  readonly content: DraftContent;
}

/** What only a person can know, each with its readings of a real value. It stays in sight once answered, so that it can be changed. */
export function Questions({ draftId, content }: QuestionsProps) {
  const app = useAppHandle();
  const questions = askedQuestions(content);
  if (questions.length === 0) return null;
  return (
    <div className={styles.questions}>
      {questions.map((question) => {
        const chosen = question.choices.findIndex(({ change }) => isChangedSo(content.plan, change));
        return (
          <SegmentedChoice
            key={question.id}
            label={question.text}
            variant="boxes"
            options={question.choices.map(({ label }, at) => ({ value: String(at), label }))}
            value={content.answered.includes(question.id) && chosen >= 0 ? String(chosen) : null}
            onChange={(at) => {
              const choice = question.choices[Number(at)];
              if (choice !== undefined) answerQuestion(app, draftId, question, choice);
            }}
          />
        );
      })}
    </div>
  );
}
