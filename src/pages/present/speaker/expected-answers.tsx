import type { Option } from "../../../learn/questions/option";
import { explainSlice } from "../../../microfs/core";
import { BELIEF_WORDS } from "../../../present/belief-words";
import type { PreparedStep } from "../../../present/prepare-step";
import type { Tally } from "../../../present/votes/tally";
import { heldWords } from "../../../present/votes/vote-words";
import { candidatesOf, shownColumn } from "../../../timeline/slice-index/slice-index";
import { joinAt } from "../../../timeline/step/coordinate";
import { momentOf } from "../../../timeline/step/step-verdicts";
import { formatMomentNear, momentStyle } from "../../../timeline/words/format-moment";
import { columnFormat } from "../../../timeline/words/format-value";
import { type NamedAnswer, namedAnswers } from "../votes/named-answers";
import styles from "./expected-answers.module.css";

/** An answer that a class can give, with what it stands for. */
export interface ExpectedAnswer extends NamedAnswer {
  /** The belief behind it; of the right one what makes it right. */
  readonly behind: string;
}

/** What a class is likely to answer to what is asked; nothing where nothing is. */
export function expectedAnswers(step: PreparedStep): readonly ExpectedAnswer[] {
  const { asked } = step;
  if (asked === null) return [];
  return namedAnswers(step).map((answer) => {
    const { option, isRight } = answer;
    const belief = asked.beliefs.get(option.id);
    const wrong = belief === undefined ? "" : (temptingWords(asked, option) ?? BELIEF_WORDS[belief].short);
    const right = step.served ? whyServed(step.served, option) : whyRight(asked, option);
    return { ...answer, behind: isRight ? right : wrong };
  });
}

/** What is tempting about a feature that does not leak, by its own rows; `null` where nothing is to be said of it alone. */
function temptingWords({ slice, at }: NonNullable<PreparedStep["asked"]>, option: Option): string | null {
  const join = option.kind === "join" ? slice.joins[option.join] : undefined;
  const position = slice.spine.rows.indexOf(at.spineRow);
  if (join === undefined || position === -1) return null;
  const us = momentOf(slice, at.spineRow);
  const { candidates } = explainSlice(slice, join, position);
  const later = candidates.findLast(({ eventTime }) => eventTime > us);
  const shown = later ?? candidates.find(({ verdict }) => verdict === "chosen");
  const column = shownColumn(join);
  if (shown === undefined || column === null) return null;
  const value = columnFormat(column)(column.values[join.rows.indexOf(shown.row)] ?? null);
  const time = formatMomentNear(shown.eventTime, us, momentStyle(slice));
  return later === undefined
    ? `“${value}” of ${time} is so old that it must be wrong.`
    : `“${value}” of ${time} is in the table, so the model has it.`;
}

/** Why a look-up gives that. */
function whyServed({ run }: NonNullable<PreparedStep["served"]>, option: Option): string {
  const status = run.done.findLast(({ lookedUp }) => lookedUp !== null)?.lookedUp?.status;
  if (option.kind === "row") return "Right: this one is online then.";
  if (status === "expired") return "Right: what is online is too old.";
  return status === "future" ? "Right: what is online is from later." : "Right: nothing is online then.";
}

function whyRight({ slice, at }: NonNullable<PreparedStep["asked"]>, option: Option): string {
  const us = momentOf(slice, at.spineRow);
  switch (option.kind) {
    case "row": {
      const join = joinAt(slice, at.join);
      if (join.rule.direction !== "backward") return "Right: this is what the join takes.";
      // The day is told where the row is of another one.
      const rowUs = join.eventTimesUs[candidatesOf(join).positionOf(option.row)] ?? us;
      return `Right: the last one known at ${formatMomentNear(us, rowUs, momentStyle(slice))}.`;
    }
    case "none":
      return `Right: nothing may be used at ${formatMomentNear(us, us, momentStyle(slice))}.`;
    case "phase":
      return "Right: this step decides.";
    case "count":
      return "Right: the join makes so many rows.";
    case "join":
      return "Right: this is the one.";
  }
}

export interface ExpectedAnswersProps {
  readonly step: PreparedStep;
  /** What the class has answered, beside it; `null` while that is not counted. */
  readonly tally?: Tally | null;
}

/** Each answer by its letter, with the belief behind it; the right one in green. */
export function ExpectedAnswers({ step, tally = null }: ExpectedAnswersProps) {
  if (step.asked === null) return null;
  return (
    <table className={styles.answers}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">letter</span>
          </th>
          <th scope="col">answer</th>
          {tally && (
            <th scope="col" colSpan={2}>
              {tally.counts === null ? "share" : "hands"}
            </th>
          )}
          <th scope="col">the belief behind it</th>
        </tr>
      </thead>
      <tbody>
        {expectedAnswers(step).map((answer) => (
          <tr key={answer.letter} data-right={answer.isRight || undefined}>
            <th scope="row">{answer.letter}</th>
            <td>{answer.words}</td>
            {tally && (
              <>
                <td className={tally.counts === null ? styles.seen : styles.count}>
                  {heldWords(tally, answer.letter)}
                </td>
                <td className={styles.share} aria-hidden="true">
                  <span className={styles.track}>
                    <span
                      className={styles.bar}
                      style={{ inlineSize: `${100 * tally.shares[answer.letter]}%` }}
                    />
                  </span>
                </td>
              </>
            )}
            <td className={styles.behind}>{answer.behind}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
