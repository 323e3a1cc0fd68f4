import { group } from "d3-array";
import { CONFIDENCES, type Confidence, LESSON_NAMES, type LessonName } from "../lesson-names";
import { BELIEF_NAMES, type BeliefName } from "../questions/beliefs";
import type { Answered } from "../questions/option";
import type { HandedIn, HandedInAnswer } from "./handed-in";
import type { QuestionName } from "./load-questions";
import type { Student } from "./students";

/** What one student answered to a question when it was asked first. */
export interface FirstAnswer {
  readonly student: Student;
  readonly variant: number;
  readonly option: string;
  readonly sure: Confidence | null;
  /** Whether their last answer to it was right; `null` where the first is the last. */
  readonly isRightNow: boolean | null;
}

/** All who answered a question alike: rightly, out of one belief, or wrongly for a reason that nobody knows. */
export interface AlikeAnswers {
  readonly kind: "right" | "belief" | "other";
  readonly belief: BeliefName | null;
  /** The surest first. */
  readonly answers: readonly FirstAnswer[];
}

/** What a class answered to one question when it was asked first: later answers follow what has been told. */
export interface QuestionResult {
  readonly lesson: LessonName;
  readonly question: string;
  /** The variant that most were asked. */
  readonly variant: number;
  readonly answered: number;
  readonly right: number;
  readonly sureAndWrong: number;
  /** The wrong option that most took in that variant; `null` where nobody was wrong in it. */
  readonly mostTaken: string | null;
  /** Right answers first, then what most believe. */
  readonly groups: readonly AlikeAnswers[];
  /** How many of those who were wrong at first have been asked again, and how many of them were right at last. */
  readonly again: { readonly asked: number; readonly right: number };
}

/** What a class showed of one belief in practice. */
export interface PracticeResult {
  readonly belief: BeliefName;
  /** How many items were made for it, and how many of them were answered rightly. */
  readonly asked: number;
  readonly right: number;
  readonly sureAndWrong: number;
  /** Whose answer stood for it, how often, and how often they were certain. The most often first. */
  readonly holders: readonly {
    readonly student: Student;
    readonly times: number;
    readonly certain: number;
  }[];
}

export interface ClassResults {
  /** What the class should look at next first: by how many were sure and wrong, then by how many were wrong. */
  readonly questions: readonly QuestionResult[];
  readonly practice: readonly PracticeResult[];
  /** How many answers name a question, a form of it, an option or a belief that this version does not have. */
  readonly unknown: number;
}

/** Looks up a question in one of its variants, as the engine answers it; `null` where there is none. */
export type QuestionLookup = (name: QuestionName) => Answered | null;

/** What a class believes, from what it has handed in. What is right, and what a wrong answer stands for, is asked of the engine, not of the files. O(answers). */
export function classResults(students: readonly Student[], lookup: QuestionLookup): ClassResults {
  let unknown = 0;
  const questions = new Map<string, { lesson: LessonName; question: string; answers: KnownAnswer[] }>();
  for (const student of students) {
    const own = new Map<string, KnownAnswer>();
    for (const answer of student.handedIn.answers) {
      const known = knownAnswer(student, answer, lookup);
      if (known === null) {
        unknown++;
        continue;
      }
      const key = `${known.lesson}/${answer.question}`;
      const first = own.get(key);
      if (first === undefined) own.set(key, known);
      else first.isRightNow = known.isRight;
    }
    for (const [key, first] of own) {
      const { lesson, question } = first;
      const all = questions.get(key) ?? { lesson, question, answers: [] };
      all.answers.push(first);
      questions.set(key, all);
    }
  }
  const practice = practiceResults(students);
  return {
    questions: [...questions.values()].map(questionResult).sort(byNeed),
    practice: practice.results,
    unknown: unknown + practice.unknown,
  };
}

interface KnownAnswer extends Omit<FirstAnswer, "isRightNow"> {
  readonly lesson: LessonName;
  readonly question: string;
  readonly isRight: boolean;
  readonly belief: BeliefName | null;
  isRightNow: boolean | null;
}

function knownAnswer(student: Student, answer: HandedInAnswer, lookup: QuestionLookup): KnownAnswer | null {
  const { question, variant, option, sure } = answer;
  const lesson = LESSON_NAMES.find((name) => name === answer.lesson);
  const asked = lesson === undefined ? null : lookup(answer);
  if (lesson === undefined || asked === null || !asked.options.some(({ id }) => id === option)) return null;
  const isRight = option === asked.right;
  const belief = isRight ? null : (asked.beliefs.get(option) ?? null);
  return { student, lesson, question, variant, option, sure, isRight, belief, isRightNow: null };
}

function questionResult(all: {
  readonly lesson: LessonName;
  readonly question: string;
  readonly answers: readonly KnownAnswer[];
}): QuestionResult {
  const { lesson, question, answers } = all;
  const right = answers.filter(({ isRight }) => isRight);
  const wrong = answers.filter(({ isRight }) => !isRight);
  const again = wrong.filter(({ isRightNow }) => isRightNow !== null);
  const groups = [...group(wrong, ({ belief }) => belief)]
    .map(
      ([belief, alike]): AlikeAnswers => ({
        kind: belief === null ? "other" : "belief",
        belief,
        answers: surestFirst(alike),
      }),
    )
    .sort((a, b) => b.answers.length - a.answers.length);
  const variant = commonest(answers.map((one) => one.variant).sort((a, b) => a - b)) ?? 0;
  // What a larger group took comes first where as many took another.
  const taken = groups.flatMap((alike) => alike.answers).filter((one) => one.variant === variant);
  return {
    lesson,
    question,
    variant,
    mostTaken: commonest(taken.map(({ option }) => option)),
    answered: answers.length,
    right: right.length,
    sureAndWrong: wrong.filter(({ sure }) => sure === "certain").length,
    groups: [{ kind: "right", belief: null, answers: surestFirst(right) }, ...groups],
    again: { asked: again.length, right: again.filter(({ isRightNow }) => isRightNow === true).length },
  };
}

function surestFirst(answers: readonly KnownAnswer[]): FirstAnswer[] {
  const order = (sure: Confidence | null) => (sure === null ? -1 : CONFIDENCES.indexOf(sure));
  return answers
    .toSorted((a, b) => order(b.sure) - order(a.sure))
    .map(({ student, variant, option, sure, isRightNow }) => ({
      student,
      variant,
      option,
      sure,
      isRightNow,
    }));
}

function byNeed(a: QuestionResult, b: QuestionResult): number {
  return (
    b.sureAndWrong - a.sureAndWrong ||
    b.answered - b.right - (a.answered - a.right) ||
    LESSON_NAMES.indexOf(a.lesson) - LESSON_NAMES.indexOf(b.lesson)
  );
}

/** The value that is there the most often, of several the first; `null` of none. */
function commonest<Value>(values: readonly Value[]): Value | null {
  const counts = [...group(values, (value) => value)].map(([value, all]) => [value, all.length] as const);
  const [first] = counts.sort((a, b) => b[1] - a[1]);
  return first?.[0] ?? null;
}

function practiceResults(students: readonly Student[]): { results: PracticeResult[]; unknown: number } {
  const all = students.flatMap((student) =>
    student.handedIn.practice.map((answer) => ({
      student,
      ...answer,
      practised: knownBelief(answer.practised),
      belief: answer.belief === null ? null : knownBelief(answer.belief),
    })),
  );
  const known = all.filter(({ practised }) => practised !== null);
  const results = BELIEF_NAMES.flatMap((belief): PracticeResult[] => {
    const asked = known.filter(({ practised }) => practised === belief);
    const held = known.filter((one) => !one.isRight && one.belief === belief);
    if (asked.length === 0 && held.length === 0) return [];
    const holders = [...group(held, ({ student }) => student)]
      .map(([student, times]) => ({ student, times: times.length, certain: times.filter(isCertain).length }))
      .sort((a, b) => b.times - a.times);
    return [
      {
        belief,
        asked: asked.length,
        right: asked.filter(({ isRight }) => isRight).length,
        sureAndWrong: held.filter(isCertain).length,
        holders,
      },
    ];
  });
  results.sort((a, b) => b.sureAndWrong - a.sureAndWrong || b.holders.length - a.holders.length);
  return { results, unknown: all.length - known.length };
}

function isCertain({ sure }: Pick<HandedIn["practice"][number], "sure">): boolean {
  return sure === "certain";
}

function knownBelief(name: string): BeliefName | null {
  return BELIEF_NAMES.find((one) => one === name) ?? null;
}
