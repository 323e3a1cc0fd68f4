import { classAnswers } from "../../../present/answers";
import type { PreparedStep } from "../../../present/prepare-step";
import { optionWords } from "../../../views/lesson-text/option-words";
import styles from "./screen.module.css";

export interface PlainAnswersProps {
  readonly step: PreparedStep;
  readonly revealed: boolean;
}

/** What can be answered, a letter each. */
export function PlainAnswers({ step: { asked }, revealed }: PlainAnswersProps) {
  if (asked === null) return null;
  const words = optionWords(asked);
  return (
    <ul className={styles.answers}>
      {classAnswers(asked).map(({ letter, option, isRight }) => (
        <li key={letter} className={styles.answer} data-right={(revealed && isRight) || undefined}>
          <b>{letter}</b> {words.get(option.id)}
        </li>
      ))}
    </ul>
  );
}
