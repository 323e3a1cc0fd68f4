import { type ClassAnswer, classAnswers } from "../../../present/answers";
import type { PreparedStep } from "../../../present/prepare-step";
import { optionWords } from "../../../views/lesson-text/option-words";

/** An answer with its letter, and what it says in a few words. */
export interface NamedAnswer extends ClassAnswer {
  readonly words: string;
  /** The same with what else helps to find it in the picture: of a row its time and its value. */
  readonly fullWords: string;
}

const known = new WeakMap<NonNullable<PreparedStep["asked"]>, readonly NamedAnswer[]>();

/** What a class can answer at a step, by letter; nothing where the step asks nothing. */
export function namedAnswers({ asked }: PreparedStep): readonly NamedAnswer[] {
  if (asked === null) return [];
  const named = known.get(asked) ?? nameAnswers(asked);
  known.set(asked, named);
  return named;
}

function nameAnswers(asked: NonNullable<PreparedStep["asked"]>): readonly NamedAnswer[] {
  const words = optionWords(asked, "short");
  const fullWords = optionWords(asked);
  return classAnswers(asked).map((answer) => ({
    ...answer,
    words: words.get(answer.option.id) ?? "",
    fullWords: fullWords.get(answer.option.id) ?? "",
  }));
}
