import { answerQuestion } from "../../../state/imports/correct-draft";
import type { DraftContent } from "../../../state/imports/imports-store";
import { useAppHandle } from "../../../state/use-app";
import { SegmentedChoice } from "../../../ui/controls/segmented-choice";
import styles from "./draft.module.css";

/** What only a person can know, each with its readings of a real value. It stays in sight once answered, so that it can be changed. */
export function Questions({
  draftId,
  content,
}: {
  readonly draftId: string;
  readonly content: DraftContent;
}) {
  const app = useAppHandle();
  const { sniffed, plan, answered } = content;
  if (sniffed.questions.length === 0) return null;
  return (
    <div className={styles.questions}>
      {sniffed.questions.map((question) => {
        const column = plan.columns[question.column];
        if (column === undefined || !column.included) return null;
        const chosen = question.choices.findIndex(({ change }) =>
          Object.entries(change).every(
            ([field, value]) =>
              JSON.stringify(column[field as keyof typeof column]) === JSON.stringify(value),
          ),
        );
        const isAnswered = answered.includes(column.name);
        return (
          <SegmentedChoice
            key={question.column}
            label={question.text}
            look="boxes"
            options={question.choices.map(({ label }, at) => ({ value: String(at), label }))}
            value={isAnswered && chosen >= 0 ? String(chosen) : null}
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
