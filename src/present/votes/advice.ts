import type { BeliefName } from "../../learn/questions/beliefs";
import type { ClassAnswer, Letter } from "../answers";
import { percentOf, type Tally } from "./tally";

/**
 * Below so many percent right, talking helps little: too few can convince the others. Above so many, there is little left to
 * talk about. Between, neighbours talk and vote again. A rule of thumb of peer instruction (Eric Mazur): others draw the
 * bounds elsewhere, at 40 and 80 for example, and they are not measured here.
 */
export const TALK_FROM_PERCENT = 30;
export const TALK_TO_PERCENT = 70;

/** What is usually best after a vote. */
export type NextMove = "explain_again" | "talk" | "go_on";

/** What a vote says to whoever presents. */
export interface Advice {
  /** How many are right, in whole percent. */
  readonly percentRight: number;
  readonly move: NextMove;
  /** The wrong answer that most hold, the first of several; `null` where nobody is wrong. */
  readonly leadingWrong: {
    readonly answer: ClassAnswer;
    readonly belief: BeliefName | null;
  } | null;
}

/**
 * What is usually best after a vote. It goes by the whole percent that is shown beside it, so that the two never disagree.
 *
 * @param beliefs - What each wrong option stands for, by its id.
 */
export function adviseAfter(
  tally: Tally,
  answers: readonly ClassAnswer[],
  beliefs: ReadonlyMap<string, BeliefName>,
): Advice {
  const right = answers.find(({ isRight }) => isRight);
  const percentRight = percentOf(right === undefined ? 0 : tally.shares[right.letter]);
  const wrong = answers
    .filter(({ isRight, letter }) => !isRight && tally.shares[letter] > 0)
    .reduce<ClassAnswer | null>(
      (most, one) => (most !== null && tally.shares[most.letter] >= tally.shares[one.letter] ? most : one),
      null,
    );
  return {
    percentRight,
    move: moveAt(percentRight),
    leadingWrong: wrong && {
      answer: wrong,
      belief: beliefs.get(wrong.option.id) ?? null,
    },
  };
}

/** What is usually best where so many percent are right. The bounds themselves are for talking. */
export function moveAt(percentRight: number): NextMove {
  if (percentRight < TALK_FROM_PERCENT) return "explain_again";
  return percentRight > TALK_TO_PERCENT ? "go_on" : "talk";
}

/** The letters that stand for an answer. */
export function lettersOf(answers: readonly ClassAnswer[]): readonly Letter[] {
  return answers.map(({ letter }) => letter);
}
