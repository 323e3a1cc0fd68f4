import type { AskedStep, Option } from "../learn/questions/option";

/** What a class answers with: a card has four sides, and a hand goes up for one of four. */
export const LETTERS = ["A", "B", "C", "D"] as const;
export type Letter = (typeof LETTERS)[number];

/** One answer that a class can give. */
export interface ClassAnswer {
  readonly letter: Letter;
  readonly option: Option;
  readonly isRight: boolean;
}

/**
 * What a class can answer to a question: its options in their order, a letter each. Of more than four the right one, none of
 * them, and those that stand for a belief, the likeliest first, are offered.
 */
export function classAnswers({ options, right, beliefs }: Omit<AskedStep, "slice" | "at">): ClassAnswer[] {
  const byWeight = [
    ...options.filter(({ id, kind }) => id === right || kind === "none"),
    ...[...beliefs.keys()].flatMap((id) => options.filter((option) => option.id === id)),
    ...options,
  ];
  const offered = new Set([...new Set(byWeight)].slice(0, LETTERS.length));
  return options
    .filter((option) => offered.has(option))
    .flatMap((option, i) => {
      const letter = LETTERS[i];
      return letter === undefined ? [] : [{ letter, option, isRight: option.id === right }];
    });
}
