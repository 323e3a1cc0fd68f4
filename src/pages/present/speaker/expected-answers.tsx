import { classAnswers } from "../../../present/answers";
import { BELIEF_WORDS } from "../../../present/belief-words";
import type { PreparedStep } from "../../../present/prepare-step";
import { momentOf } from "../../../timeline/step/step-verdicts";
import { formatMoment, momentStyle } from "../../../timeline/words/format-moment";
import { optionWords } from "../../../views/lesson-text/option-words";
import styles from "./expected-answers.module.css";

/** An answer that a class can give, with what it stands for. */
export interface ExpectedAnswer {
  readonly letter: string;
  readonly words: string;
  readonly isRight: boolean;
  /** The belief behind it; of the right one what makes it right. */
  readonly behind: string;
}

/** What a class is likely to answer to what is asked; nothing where nothing is. */
export function expectedAnswers({ asked }: Pick<PreparedStep, "asked">): readonly ExpectedAnswer[] {
  if (asked === null) return [];
  const words = optionWords(asked);
  return classAnswers(asked).map(({ letter, option, isRight }) => {
    const belief = asked.beliefs.get(option.id);
    return {
      letter,
      isRight,
      words: words.get(option.id) ?? "",
      behind: isRight ? rightWords(asked, option.kind) : belief ? BELIEF_WORDS[belief].short : "",
    };
  });
}

function rightWords(
  { slice, at }: NonNullable<PreparedStep["asked"]>,
  kind: "row" | "none" | "phase" | "count" | "join",
): string {
  const moment = formatMoment(momentOf(slice, at.spineRow), momentStyle(slice));
  switch (kind) {
    case "row":
      return slice.joins[at.join]?.rule.direction === "backward"
        ? `Right: the last one known at ${moment}.`
        : "Right: this is what the join takes.";
    case "none":
      return `Right: nothing may be used at ${moment}.`;
    case "phase":
      return "Right: this step decides.";
    case "count":
      return "Right: so many rows it makes.";
    case "join":
      return "Right: this is the one.";
  }
}

/** Each answer by its letter, with the belief behind it; the right one in green. */
export function ExpectedAnswers({ step }: { readonly step: PreparedStep }) {
  const answers = expectedAnswers(step);
  if (answers.length === 0) return null;
  return (
    <table className={styles.answers}>
      <thead>
        <tr>
          <th scope="col">
            <span className={styles.unseen}>letter</span>
          </th>
          <th scope="col">answer</th>
          <th scope="col">the belief behind it</th>
        </tr>
      </thead>
      <tbody>
        {answers.map(({ letter, words, isRight, behind }) => (
          <tr key={letter} data-right={isRight || undefined}>
            <th scope="row">{letter}</th>
            <td>{words}</td>
            <td className={styles.behind}>{behind}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
