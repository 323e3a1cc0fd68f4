import { glossaryEntry } from "../../terms/glossary";
import { PHASES } from "../../terms/phases";
import { cellGrid } from "../cells/cell-grid";
import { editedScenarioSlice } from "../edited-scenario-slice";
import type { Lesson } from "../lesson";
import type { Block, Directive, Inline, PartText } from "../text/lesson-text";
import type { ReadText } from "../text/read-lesson-text";
import { inlinesOf } from "../text/walk-text";
import { type LineOfPath, messageOf, noneOf, rowOutside } from "./check-data";
import { type LessonProblem, problemAt } from "./lesson-problem";
import { shortName } from "./write-lesson-file";

export interface TextCheck {
  /** Of the file. */
  readonly lineOf: (thing: PartText | Block | Inline) => number;
  readonly lineOfPath: LineOfPath;
  readonly isOfCourse: boolean;
  /** Whether the data are sound, so that what is shown can be tried. */
  readonly asks: boolean;
}

/** What the text of a lesson names that its data do not have, and what stands there that cannot be shown. */
export function checkText(lesson: Lesson, read: ReadText, check: TextCheck): LessonProblem[] {
  const { parts, errors } = read;
  return [
    ...checkSections(lesson, read, check),
    ...parts.flatMap((part) => checkPart(lesson, part, check)),
    // What cannot be read may be what asks.
    ...(errors.length > 0 ? [] : checkOrder(lesson, parts, check)),
  ];
}

function checkSections(
  { parts: names }: Lesson,
  { parts, errors, lineOf: lineInText }: ReadText,
  { lineOf, lineOfPath }: TextCheck,
): LessonProblem[] {
  const problems = parts
    .slice(names.length)
    .map((part) =>
      problemAt(
        lineOf(part),
        null,
        `the section “${part.title}” is one more than parts names. Give it a name there.`,
      ),
    );
  if (parts.length < names.length)
    problems.push(problemAt(lineOfPath(["parts"]), "parts", sectionMissing(names, parts)));
  for (const [i, part] of parts.entries()) {
    const next = parts[i + 1];
    const end = next === undefined ? Number.POSITIVE_INFINITY : lineInText(next);
    // What stands in it and cannot be read is told by itself.
    const isRead = !errors.some(({ line }) => line > lineInText(part) && line < end);
    if (part.blocks.length === 0 && isRead)
      problems.push(problemAt(lineOf(part), null, `the section “${part.title}” is empty.`));
  }
  return problems;
}

/** Which of the named parts has no section: where all titles that stand there are names, the first whose title does not. */
function sectionMissing(names: readonly string[], parts: readonly PartText[]): string {
  const titles = parts.map(({ title }) => shortName(title));
  const without = titles.every((title) => names.includes(title))
    ? names.find((name) => !titles.includes(name))
    : undefined;
  const found = parts.map(({ title }) => `“${title}”`).join(", ");
  const sections = `${parts.length} ${parts.length === 1 ? "section" : "sections"}`;
  return `names ${names.length} parts, and the text has ${sections}${found === "" ? "" : `: ${found}`}. ${
    without === undefined ? "In their order, the first part without one is" : "Without one is"
  } “${without ?? names[parts.length]}”: head its text with ## and a title.`;
}

function checkPart(lesson: Lesson, part: PartText, check: TextCheck): LessonProblem[] {
  const { lineOf, isOfCourse } = check;
  const problems: LessonProblem[] = [];
  for (const block of part.blocks) {
    if (block.kind === "directive") {
      const wrong = (isOfCourse ? null : courseOnly(block)) ?? wrongIn(block, lesson, check.asks);
      if (wrong !== null) problems.push(problemAt(lineOf(block), null, `::${block.name} ${wrong}`));
    }
    for (const inline of inlinesOf([block]))
      if (inline.kind === "term" && glossaryEntry(inline.term) === undefined)
        problems.push(
          problemAt(
            lineOf(inline),
            null,
            `the glossary has no “${inline.term}”. Name one of its terms: :term[words]{of=term}.`,
          ),
        );
  }
  return problems;
}

/** An answer must not be shown before it was asked for; and cells are kept for one table alone. */
function checkOrder(
  { questions }: Lesson,
  parts: readonly PartText[],
  { lineOf }: TextCheck,
): LessonProblem[] {
  const isThere = (question: string) => Object.hasOwn(questions, question);
  let asksUnknown = false;
  const asked = new Set<string>();
  let fills = 0;
  const problems: LessonProblem[] = [];
  for (const block of parts.flatMap(({ blocks }) => blocks)) {
    if (block.kind !== "directive") continue;
    const { question, answers } = block.attributes;
    if (block.name === "predict" && question !== undefined) {
      asked.add(question);
      // Its name may be a misspelt one of those that are answered later.
      asksUnknown ||= !isThere(question);
    }
    if (answers !== undefined && isThere(answers) && !asked.has(answers) && !asksUnknown)
      problems.push(
        problemAt(
          lineOf(block),
          null,
          `the answer to “${answers}” is shown before a ::predict has asked it.`,
        ),
      );
    if (block.name === "fill" && ++fills > 1)
      problems.push(
        problemAt(lineOf(block), null, "a lesson has one ::fill: what is filled in is kept once."),
      );
  }
  return problems;
}

/** What only the app's own lessons have. */
function courseOnly({ name, attributes }: Directive): string | null {
  if (name === "score") return "is for the app's own lessons: its words are about their data. Leave it out.";
  if (attributes.task !== undefined)
    return "with a task is for the app's own lessons. Ask a question in its place.";
  return null;
}

const WORDS_OF: Readonly<Record<string, readonly string[]>> = {
  drag: ["prediction", "rows", "ttl", "delay", "created"],
  add: ["duplicate", "correction", "tie"],
};

/** What is wrong with what a directive is given; `null` for nothing. */
function wrongIn(block: Directive, lesson: Lesson, asks: boolean): string | null {
  const { name, attributes, label } = block;
  const { question, answers, scenario, many, task, variant, phase } = attributes;
  const named = [
    ["asks question", question, lesson.questions],
    ["shows the answer to question", answers, lesson.questions],
    ["shows scenario", scenario, lesson.scenarios],
    ["shows scenario", many, lesson.scenarios],
  ] as const;
  for (const [does, one, there] of named)
    if (one !== undefined && !Object.hasOwn(there, one)) return `${does} “${one}”, and ${noneOf(there)}`;
  if (name === "predict" || name === "check") {
    if (question === undefined && task === undefined)
      return "needs a question: ::predict[The question]{question=…}.";
    if (label.length === 0)
      return "needs the words of its question, in brackets: ::predict[The question]{question=…}.";
  } else if (name !== "score" && scenario === undefined && answers === undefined)
    return `needs a scenario: ::${name}{scenario=…}.`;
  if (phase !== undefined && !PHASES.some((one) => one === phase))
    return `has no phase ${phase}, but ${PHASES.join(", ")}.`;
  for (const [attribute, known] of Object.entries(WORDS_OF)) {
    const other = (attributes[attribute] ?? "")
      .split(/\s+/)
      .find((word) => word !== "" && !known.includes(word));
    if (other !== undefined) return `has no ${attribute} ${other}, but ${known.join(", ")}.`;
  }
  return wrongVariant(block, lesson, variant) ?? (asks ? wrongShown(block, lesson) : null);
}

function wrongVariant({ attributes }: Directive, lesson: Lesson, variant: string | undefined): string | null {
  if (variant === undefined || variant === "new") return null;
  const own = lesson.questions[attributes.question ?? attributes.answers ?? ""];
  if (own === undefined) return "has a variant, and no question.";
  if (/^\d{1,3}$/.test(variant))
    return Number(variant) <= own.variants.length
      ? null
      : `has variant ${variant}, and the question has ${own.variants.length}.`;
  if (!Object.hasOwn(lesson.questions, variant))
    return `has variant ${variant}: write new, a number, or a question's name.`;
  const isLike = JSON.stringify(lesson.questions[variant]?.variants) === JSON.stringify(own.variants);
  return isLike ? null : `is asked on the data of “${variant}”, which has other variants.`;
}

/** Tries what would be drawn. */
function wrongShown({ name, attributes }: Directive, lesson: Lesson): string | null {
  const shown = attributes.scenario ?? lesson.questions[attributes.answers ?? ""]?.scenario;
  const scenario = shown === undefined ? undefined : lesson.scenarios[shown];
  if (scenario === undefined || name === "score") return null;
  const start = scenario.start ?? { row: lesson.questions[attributes.answers ?? ""]?.row ?? 0, join: 0 };
  const numbers = { row: attributes.row ?? String(start.row), join: attributes.join ?? String(start.join) };
  for (const [attribute, given] of Object.entries(numbers))
    if (!/^\d{1,6}$/.test(given)) return `needs a number as ${attribute}, and has ${given}.`;
  const outside = rowOutside(scenario, Number(numbers.row));
  if (outside !== null) return `shows row ${numbers.row}, and ${outside}`;
  try {
    const slice = editedScenarioSlice(scenario, Number(numbers.row));
    if (slice.joins[Number(numbers.join)] === undefined)
      return `shows join ${numbers.join}, and there are ${slice.joins.length}, counted from 0.`;
    if (!slice.spine.rows.includes(Number(numbers.row)))
      return `shows row ${numbers.row}, which the scenario's edits have taken out.`;
    if (name === "fill") cellGrid(scenario);
  } catch (error) {
    return `cannot be shown: ${messageOf(error)}.`;
  }
  return null;
}
