import { BELIEF_WORDS } from "../../../present/belief-words";
import type { PreparedStep } from "../../../present/prepare-step";
import type { Tally } from "../../../present/votes/tally";
import { heldWords } from "../../../present/votes/vote-words";
import { classNames } from "../../../ui/class-names";
import { type NamedAnswer, namedAnswers } from "./named-answers";
import styles from "./vote-table.module.css";

export interface VoteTableProps {
  readonly step: PreparedStep;
  /** `null` while nothing is counted: then it says what may be answered, and why. */
  readonly tally: Tally | null;
}

/** What can be answered, how many have, and the belief behind it: for the speaker alone, who sees which one is right. */
export function VoteTable({ step, tally }: VoteTableProps) {
  const answers = namedAnswers(step);
  const beliefs = step.asked?.beliefs;
  const beliefOf = ({ isRight, option }: NamedAnswer) => {
    if (isRight) return "Right.";
    const belief = beliefs?.get(option.id);
    return belief === undefined ? "" : BELIEF_WORDS[belief].short;
  };
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.letter}>
            <span className="visually-hidden">letter</span>
          </th>
          <th scope="col">answer</th>
          {tally && (
            <th scope="col" colSpan={2} className={styles.held}>
              {tally.counts === null ? "share" : "hands"}
            </th>
          )}
          <th scope="col">the belief behind it</th>
        </tr>
      </thead>
      <tbody>
        {answers.map((answer) => (
          <tr key={answer.letter} className={classNames(answer.isRight && styles.right)}>
            <th scope="row">{answer.letter}</th>
            <td>{answer.words}</td>
            {tally && (
              <>
                <td className={classNames(styles.held, tally.counts !== null && styles.count)}>
                  {heldWords(tally, answer)}
                </td>
                <td className={styles.barCell} aria-hidden="true">
                  <span className={styles.track}>
                    <span
                      className={styles.bar}
                      style={{ inlineSize: `${100 * tally.shares[answer.letter]}%` }}
                    />
                  </span>
                </td>
              </>
            )}
            <td className={styles.belief}>{beliefOf(answer)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
