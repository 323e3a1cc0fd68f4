import type { AskedStep, Option } from "../learn/questions/option";
import { textHash } from "./text-hash";

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
 * What a class can answer to a question: its options in their order, a letter each. Of more than four the right one and the
 * two likeliest beliefs are offered, and one of the others: which one goes by the question, so that it is the same in every
 * window and at every vote, and the right letter is not the same at every question. A wrong one that must be offered comes
 * before the likeliest.
 */
export function classAnswers({
  options,
  right,
  beliefs,
  offers,
}: Omit<AskedStep, "slice" | "at">): ClassAnswer[] {
  const must = options.flatMap(({ id }) => (id === offers && id !== right ? [id] : []));
  const likeliest = [...beliefs.keys()].filter((id) => id !== right && !must.includes(id));
  const kept = [right, ...[...must, ...likeliest].slice(0, LETTERS.length - 2)];
  const others = options.filter(({ id }) => !kept.includes(id));
  const hash = textHash(JSON.stringify([right, ...beliefs]));
  const last = others[hash % Math.max(1, others.length)];
  const offered =
    options.length <= LETTERS.length
      ? new Set(options)
      : new Set(options.filter((option) => kept.includes(option.id) || option === last));
  return options
    .filter((option) => offered.has(option))
    .flatMap((option, i) => {
      const letter = LETTERS[i];
      return letter === undefined ? [] : [{ letter, option, isRight: option.id === right }];
    });
}
