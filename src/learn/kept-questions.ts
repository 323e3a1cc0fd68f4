import { CONFIDENCES, type LessonName } from "./lesson-names";
import type { Answer, Progress } from "./progress";

/**
 * Where what somebody was certain of and wrong about comes back: at the end of its lesson, at the opening of the next, and
 * then, days later, by itself.
 */
export type Return = "end" | "opening" | "later";

/** What was answered of a question, summed up. */
export interface KeptQuestion {
  readonly lesson: LessonName;
  readonly question: string;
  /** From when on it comes back by itself, milliseconds since 1970. */
  readonly dueMs: number;
  /** Where it comes back next, since an answer was certain and wrong; `null` where none was, or one was right days later. */
  readonly comesBack: Return | null;
  /** The place in {@link DAYS_BETWEEN}. */
  readonly step: number;
  /** How much it wants a second try: most after a wrong answer that was certain; 0 after a right one. */
  readonly need: number;
}

const DAY_MS = 86_400_000;
/** Days until a question comes back by itself: the first after a wrong answer or a guess, the next after each right one. */
const DAYS_BETWEEN = [1, 3, 7, 16] as const;
/**
 * Days after the last wrong answer from which on it counts that what was certain and wrong is answered rightly. Sooner it
 * shows what is still in mind.
 */
const DAYS_AFTER_SURE_AND_WRONG = 5;
const STEP_AFTER_SURE_AND_WRONG = DAYS_BETWEEN.findIndex((days) => days > DAYS_AFTER_SURE_AND_WRONG);

const NEXT_RETURN: Readonly<Record<Return, Return>> = { end: "opening", opening: "later", later: "later" };

/** What was answered of each question, by {@link questionKey}. Only what a learner was asked to be sure of, or has reviewed, is there. O(answers). */
export function keptQuestions({ answers }: Progress): ReadonlyMap<string, KeptQuestion> {
  const kept = new Map<string, KeptQuestion>();
  for (const answer of answers) {
    if (answer.confidence === null && answer.at === "lesson") continue;
    const key = questionKey(answer);
    kept.set(key, afterAnswer(kept.get(key) ?? null, answer));
  }
  return kept;
}

/** A question among those of all lessons. */
export function questionKey({ lesson, question }: Pick<Answer, "lesson" | "question">): string {
  return `${lesson}/${question}`;
}

function afterAnswer(before: KeptQuestion | null, answer: Answer): KeptQuestion {
  const { lesson, question, isRight, confidence, at, time } = answer;
  if (!isRight && confidence === "certain")
    return {
      lesson,
      question,
      step: 0,
      need: needAfter(confidence),
      comesBack: at === "lesson" ? "end" : "opening",
      dueMs: daysAfter(time, DAYS_AFTER_SURE_AND_WRONG),
    };
  if (before !== null && before.comesBack !== null) return afterReturn(before, before.comesBack, answer);
  if (!isRight) {
    const need = Math.max(needAfter(confidence), at === "lesson" ? (before?.need ?? 0) : 0);
    return {
      lesson,
      question,
      step: 0,
      need,
      comesBack: null,
      dueMs: daysAfter(time, DAYS_BETWEEN[0]),
    };
  }
  const need = at === "review" ? 0 : (before?.need ?? 0);
  // A right answer before its time shows what is still in mind, not what is kept: it puts nothing off.
  if (before !== null && time < before.dueMs) return { ...before, need };
  const longer = (before?.step ?? 0) + (confidence === "guessing" ? 0 : 1);
  return { lesson, question, need, comesBack: null, ...atStep(longer, time) };
}

/** Other tries in the lesson change nothing: it has just told what is right. */
function afterReturn(before: KeptQuestion, at: Return, answer: Answer): KeptQuestion {
  const { isRight, time, confidence } = answer;
  if (answer.at === "lesson") return before;
  if (!isRight)
    return {
      ...before,
      need: needAfter(confidence),
      comesBack: NEXT_RETURN[at],
      dueMs: daysAfter(time, DAYS_AFTER_SURE_AND_WRONG),
    };
  if (time < before.dueMs) return { ...before, need: 0, comesBack: NEXT_RETURN[at] };
  return { ...before, need: 0, comesBack: null, ...atStep(STEP_AFTER_SURE_AND_WRONG, time) };
}

function needAfter(confidence: Answer["confidence"]): number {
  return 1 + CONFIDENCES.indexOf(confidence ?? "fairly");
}

function atStep(step: number, time: number): Pick<KeptQuestion, "step" | "dueMs"> {
  const at = Math.min(step, DAYS_BETWEEN.length - 1);
  return { step: at, dueMs: daysAfter(time, DAYS_BETWEEN[at] ?? 1) };
}

function daysAfter(time: number, days: number): number {
  return time + days * DAY_MS;
}
