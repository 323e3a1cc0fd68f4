import { MicroFSError } from "../../microfs/core";
import type { Scenario } from "../../scenario/scenario";
import { scenarioSlice } from "../../scenario/scenario-slice";
import { brokenReferences } from "../../scenario/schema/references";
import type { Lesson } from "../lesson";
import { ask, variantCount } from "../questions/ask";
import { LESSON_LIMITS } from "./lesson-file";
import { type LessonProblem, problemAt } from "./lesson-problem";

/** The line on which the value of a path stands in the file's data. */
export type LineOfPath = (path: (string | number)[]) => number;

/**
 * What a lesson's data name and do not have, hold too much of, or cannot be asked of the engine. Every question is asked in
 * every variant: costs O(questions × variants × rows).
 */
export function checkData(lesson: Lesson, lineOf: LineOfPath): LessonProblem[] {
  const problems: LessonProblem[] = [];
  const refuse = (path: (string | number)[], message: string) =>
    problems.push(problemAt(lineOf(path), pathWords(path), message));
  const { parts, shortParts, scenarios, questions, review } = lesson;
  const most = (path: string, count: number, limit: number) => {
    if (count > limit) refuse([path], `has ${count} entries, and a lesson ${limit} at most.`);
  };
  most("parts", parts.length, LESSON_LIMITS.parts);
  most("scenarios", Object.keys(scenarios).length, LESSON_LIMITS.scenarios);
  most("questions", Object.keys(questions).length, LESSON_LIMITS.questions);
  for (const [i, part] of parts.entries())
    if (parts.indexOf(part) < i)
      refuse(["parts", i], `is “${part}”, as another part is. Each needs a name of its own.`);
  if (shortParts < 1 || shortParts > parts.length)
    refuse(["shortParts"], `is ${shortParts}, and there are ${parts.length} parts.`);
  for (const [i, name] of review.entries())
    if (!Object.hasOwn(questions, name)) refuse(["review", i], unknown(name, questions, "question"));
  // What is too much is not looked into.
  if (problems.length > 0) return problems;
  const sound = new Set<string>();
  for (const [name, scenario] of Object.entries(scenarios)) {
    const found = scenarioProblems(scenario);
    for (const { path, message } of found) refuse(["scenarios", name, ...path], message);
    if (found.length === 0) sound.add(name);
  }
  for (const [name, question] of Object.entries(questions)) {
    const at = ["questions", name];
    if (!Object.hasOwn(scenarios, question.scenario))
      refuse([...at, "scenario"], unknown(question.scenario, scenarios, "scenario"));
    else if (question.variants.length > LESSON_LIMITS.variants)
      refuse(
        [...at, "variants"],
        `has ${question.variants.length} entries. ${LESSON_LIMITS.variants} are enough.`,
      );
    else if (sound.has(question.scenario)) checkQuestion(lesson, name, refuse);
  }
  return problems;
}

type Refuse = (path: (string | number)[], message: string) => void;

/** Asks it in every variant: what the engine cannot answer nobody can be asked. */
function checkQuestion(lesson: Lesson, name: string, refuse: Refuse): void {
  const question = lesson.questions[name];
  const scenario = question && lesson.scenarios[question.scenario];
  if (question === undefined || scenario === undefined) return;
  const outside = rowOutside(scenario, question.row);
  if (outside !== null) {
    refuse(["questions", name, "row"], `is ${question.row}, and ${outside}`);
    return;
  }
  const own = scenario.edits ?? [];
  for (let variant = 0; variant < variantCount(question); variant++) {
    const at = ["questions", name, ...(variant === 0 ? [] : ["variants", variant - 1])];
    const edits = variant === 0 ? [] : (question.variants[variant - 1] ?? []);
    const broken = brokenReferences({ ...scenario, edits: [...own, ...edits] });
    for (const { path, message } of broken.map(pathAndMessage)) {
      const [, number, ...rest] = path;
      refuse(typeof number === "number" ? [...at, number - own.length, ...rest] : at, message);
    }
    if (broken.length > 0) continue;
    try {
      const { options } = ask(lesson, name, variant);
      if (options.length < 2) refuse(at, "has one answer alone: there is nothing to choose.");
      else if (options.length > LESSON_LIMITS.options)
        refuse(
          at,
          `has ${options.length} answers to choose from, and ${LESSON_LIMITS.options} are the most that can be told apart. Take rows out of the scenario.`,
        );
    } catch (error) {
      refuse(at, `cannot be asked: ${messageOf(error)}.`);
    }
  }
}

interface Found {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

function scenarioProblems(scenario: Scenario): readonly Found[] {
  const broken = brokenReferences(scenario);
  if (broken.length > 0) return broken.map(pathAndMessage);
  const stored = scenario.groups.findIndex(({ rows }) => rows.kind === "stored");
  if (stored !== -1)
    return [
      {
        path: ["groups", stored, "rows", "kind"],
        message:
          'is "stored", and whoever opens the lesson has not stored those rows. Write them out: "inline".',
      },
    ];
  const inline = scenario.groups.flatMap(({ rows }) => (rows.kind === "inline" ? rows.rows : []));
  const writes = (scenario.actions ?? []).flatMap((action) => (action.kind === "write" ? action.rows : []));
  const rows = inline.length + writes.length;
  if (rows > LESSON_LIMITS.rows)
    return [
      {
        path: ["groups"],
        message: `have ${rows} rows, and a scenario of a lesson ${LESSON_LIMITS.rows} at most.`,
      },
    ];
  // Rows that are made by a generator are asked of in the worker alone.
  if (scenario.groups.some(({ rows: { kind } }) => kind === "generated")) return [];
  try {
    scenarioSlice(scenario, 0);
    return [];
  } catch (error) {
    return [{ path: [], message: `cannot be joined: ${messageOf(error)}.` }];
  }
}

/** What was thrown at data that make no sense, without the full stop. */
export function messageOf(error: unknown): string {
  if (!(error instanceof MicroFSError) && !(error instanceof RangeError)) throw error;
  return error.message.replace(/\.$/, "");
}

const STEP = /^(?:\.?([A-Za-z_]\w*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\])/;

/** A sentence that begins with a path, as the path's steps and the rest. */
function pathAndMessage(sentence: string): Found {
  const path: (string | number)[] = [];
  let rest = sentence.replace(/^the scenario /, " ");
  for (let step = STEP.exec(rest); step !== null; step = STEP.exec(rest)) {
    const [whole, name, number, quoted] = step;
    path.push(name ?? (number === undefined ? String(JSON.parse(quoted ?? '""')) : Number(number)));
    rest = rest.slice(whole.length);
  }
  return { path, message: rest.trim() };
}

/** A path as it is read: `questions.first.variants[0]`. */
function pathWords(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (words, step) =>
      typeof step === "number" ? `${words}[${step}]` : words === "" ? step : `${words}.${step}`,
    "",
  );
}

/** That a name is not there, and which are. */
function unknown(name: string, there: Readonly<Record<string, unknown>>, what: string): string {
  const names = Object.keys(there).join(", ");
  return `is “${name}”, and there is no such ${what}. There ${names === "" ? "is none" : `are: ${names}`}.`;
}

/** That there is none of a name, and which there are, as the end of a sentence. */
export function noneOf(there: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(there);
  if (names.length === 0) return "the data have none.";
  return `there is none. There ${names.length === 1 ? "is" : "are"} ${names.join(", ")}.`;
}

/** That the group of training rows, whose rows are written out, has no row of a number; `null` where it has, or they are not. */
export function rowOutside({ groups, view }: Scenario, row: number): string | null {
  const rows = groups.find(({ definition }) => definition.name === view.labelFg)?.rows;
  if (rows?.kind !== "inline" || row < rows.rows.length) return null;
  const name = `\`${view.labelFg}\``;
  if (rows.rows.length === 0) return `${name} has no rows.`;
  return rows.rows.length === 1
    ? `${name} has row 0 only.`
    : `${name} has rows 0 to ${rows.rows.length - 1} only.`;
}
