import { escapeFormula } from "../../../formats/csv/formula";
import type { HandedInAnswer, HandedInPractice } from "../../../learn/handed-in/handed-in";
import type { LoadedQuestions } from "../../../learn/handed-in/load-questions";
import type { Student } from "../../../learn/handed-in/students";
import { LESSON_NAMES } from "../../../learn/lesson-names";
import { LESSON_TITLES } from "../../../learn/lesson-titles";
import { BELIEF_NAMES } from "../../../learn/questions/beliefs";
import { BELIEF_WORDS } from "../../../present/belief-words";
import { inlinesText } from "../../../views/lesson-text/inlines-text";
import { optionWords } from "../../../views/lesson-text/option-words";

/** What each column is called: words stand beside the name that the app has for what they say. */
const HEADER = [
  "student",
  "where",
  "lesson",
  "title",
  "question",
  "asked",
  "form",
  "option",
  "answer",
  "right",
  "belief",
  "stands for",
  "how sure",
  "counted",
];

/**
 * All answers of a class as CSV (RFC 4180), a line each, safe to be opened in a spreadsheet. What is right, and what a wrong
 * answer stands for, is asked of the engine, as on the page; what this version does not ask is not counted, and says so.
 *
 * @param nameOf - What a student is called in it.
 */
export function resultsCsv(
  students: readonly Student[],
  nameOf: (student: Student) => string,
  questions: LoadedQuestions,
): string {
  const lines = students.flatMap((student) => {
    const name = nameOf(student);
    const { answers, practice } = student.handedIn;
    const seen = new Set<string>();
    const answerLines = answers.map((answer) => {
      const key = JSON.stringify([answer.lesson, answer.question]);
      const line = answerLine(answer, questions, seen.has(key));
      if (line.isCounted) seen.add(key);
      return [name, ...line.cells];
    });
    return [...answerLines, ...practice.map((answer) => [name, ...practiceCells(answer)])];
  });
  return [HEADER, ...lines].map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
}

const NOT_COUNTED = "no: this version does not ask it";

function answerLine(
  answer: HandedInAnswer,
  { asked, wordingOf }: LoadedQuestions,
  isAgain: boolean,
): { readonly cells: readonly string[]; readonly isCounted: boolean } {
  const { at, lesson, question, variant, option, sure } = answer;
  const lessonName = LESSON_NAMES.find((one) => one === lesson);
  const title = lessonName === undefined ? "" : LESSON_TITLES[lessonName];
  const wording = wordingOf(answer);
  const sentence = wording?.label ? inlinesText(wording.lesson, wording.label) : "";
  const one = asked(answer);
  const words = one === null ? undefined : optionWords(one).get(option);
  const isCounted = one !== null && words !== undefined;
  const isRight = option === one?.right;
  const belief = isCounted && !isRight ? (one.beliefs.get(option) ?? null) : null;
  const cells = [
    at,
    lesson,
    title,
    question,
    sentence,
    String(variant + 1),
    option,
    words ?? "",
    isCounted ? yesOrNo(isRight) : "",
    belief ?? "",
    beliefWords(belief),
    sure ?? "",
    isCounted ? (isAgain ? "as asked again" : "as answered first") : NOT_COUNTED,
  ];
  return { cells, isCounted };
}

/** A line of practice: whether it was right stands in the file alone, since its question is not asked again. */
function practiceCells({ practised, isRight, belief, sure }: HandedInPractice): readonly string[] {
  const isCounted = BELIEF_NAMES.some((one) => one === practised);
  const held = isRight ? null : belief;
  return [
    "practice",
    "",
    "",
    practised,
    beliefWords(practised),
    "",
    "",
    "",
    isCounted ? yesOrNo(isRight) : "",
    held ?? "",
    beliefWords(held),
    sure ?? "",
    isCounted ? "as practice" : NOT_COUNTED,
  ];
}

function beliefWords(name: string | null): string {
  const belief = BELIEF_NAMES.find((one) => one === name);
  return belief === undefined ? "" : BELIEF_WORDS[belief].short;
}

function yesOrNo(is: boolean): string {
  return is ? "yes" : "no";
}

function cell(text: string): string {
  const safe = escapeFormula(text);
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
