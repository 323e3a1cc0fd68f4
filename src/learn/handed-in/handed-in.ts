import * as v from "valibot";
import { CONFIDENCES } from "../lesson-names";
import type { Progress } from "../progress";
import type { BeliefName } from "../questions/beliefs";

/** Says of a file what it is, whatever it is called. */
export const HANDED_IN_FORMAT = "microfs-handed-in";

/** More no file of answers takes; what is larger is not read. */
export const MOST_HANDED_IN = { bytes: 1_000_000, answers: 4_000, letters: 200 } as const;
/** More letters of a name are not shown. */
export const MOST_NAME_LETTERS = 40;

const text = v.pipe(v.string(), v.maxLength(MOST_HANDED_IN.letters));
const sure = v.nullable(v.picklist(CONFIDENCES));

/** An answer to a question of a lesson. What it names may be of another version of the app. */
const HandedInAnswerSchema = v.object({
  at: v.picklist(["lesson", "review"]),
  lesson: text,
  question: text,
  /** 0 is the question as it stands; n is its variant n − 1. */
  variant: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000)),
  option: text,
  isRight: v.boolean(),
  /** What a wrong answer stands for; `null` of a right one. */
  belief: v.nullable(text),
  sure,
});

/** An answer in practice. */
const HandedInPracticeSchema = v.object({
  /** What the item was made to tell from the truth. */
  practised: text,
  isRight: v.boolean(),
  belief: v.nullable(text),
  sure,
});

/** What a student hands in: a name or code of their own choice, the day, and their answers in the order in which they were given. Nothing else. */
export const HandedInSchema = v.object({
  format: v.literal(HANDED_IN_FORMAT),
  version: v.literal(1),
  name: v.pipe(text, v.nonEmpty()),
  savedOn: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/)),
  answers: v.pipe(v.array(HandedInAnswerSchema), v.maxLength(MOST_HANDED_IN.answers)),
  practice: v.pipe(v.array(HandedInPracticeSchema), v.maxLength(MOST_HANDED_IN.answers)),
});

export type HandedIn = v.InferOutput<typeof HandedInSchema>;
export type HandedInAnswer = v.InferOutput<typeof HandedInAnswerSchema>;
export type HandedInPractice = v.InferOutput<typeof HandedInPracticeSchema>;

/** Looks up what a wrong answer stands for; `null` of a right one, and where nobody knows. */
export type BeliefOf = (answer: Progress["answers"][number]) => BeliefName | null;

/**
 * What a student hands in of what they did. Of more than a file may hold, the latest answers.
 *
 * @param savedOn - The day, as `2026-11-28`.
 */
export function handedInOf(
  { answers, practice = [] }: Progress,
  {
    name,
    savedOn,
    beliefOf,
  }: { readonly name: string; readonly savedOn: string; readonly beliefOf: BeliefOf },
): HandedIn {
  return {
    format: HANDED_IN_FORMAT,
    version: 1,
    name: shownName(name),
    savedOn,
    answers: answers.slice(-MOST_HANDED_IN.answers).map((answer) => ({
      at: answer.at,
      lesson: answer.lesson,
      question: answer.question,
      variant: answer.variant,
      option: answer.option,
      isRight: answer.isRight,
      belief: beliefOf(answer),
      sure: answer.confidence,
    })),
    practice: practice.slice(-MOST_HANDED_IN.answers).map(({ belief, isRight, took, confidence }) => ({
      practised: belief,
      isRight,
      belief: took,
      sure: confidence,
    })),
  };
}

/** What of a name is shown: one line of letters that change nothing of the letters around them, and not too many. */
export function shownName(name: string): string {
  const plain = name
    .normalize("NFC")
    // Controls, and marks that turn the direction of what follows.
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ")
    // A letter can carry marks; a tower of them covers the lines above.
    .replace(/(\p{M}{3})\p{M}+/gu, "$1")
    .replace(/\s+/g, " ")
    .trim();
  const letters = [...plain];
  return letters.length > MOST_NAME_LETTERS ? `${letters.slice(0, MOST_NAME_LETTERS - 1).join("")}…` : plain;
}
