import type { AskedStep } from "../learn/questions/option";
import { classAnswers } from "./answers";
import { BELIEF_WORDS } from "./belief-words";

/** So many answers a speaker can have in mind beside what is to be said. */
const MOST = 2;

/** Notes for a question that nobody has written any for: what its likeliest wrong answers stand for, and what to ask back. */
export function beliefNotes(asked: Omit<AskedStep, "slice" | "at">): string {
  const letters = new Map(classAnswers(asked).map(({ letter, option }) => [option.id, letter]));
  return [...asked.beliefs]
    .flatMap(([id, belief]) => {
      const letter = letters.get(id);
      const { short, ask } = BELIEF_WORDS[belief];
      return letter === undefined || id === asked.right
        ? []
        : [`${letter} stands for “${short}” Ask back: ${ask.charAt(0).toLowerCase()}${ask.slice(1)}`];
    })
    .slice(0, MOST)
    .join("\n\n");
}
