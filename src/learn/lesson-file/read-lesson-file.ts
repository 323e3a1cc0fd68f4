import { type BaseIssue, safeParse } from "valibot";
import { sentences } from "../../scenario/schema/parts";
import { readWholeText } from "../text/read-lesson-text";
import { readingMinutes } from "../text/walk-text";
import { checkData } from "./check-data";
import { checkText, type TextCheck } from "./check-text";
import { readFront } from "./json-front";
import { LESSON_LIMITS, type LessonFile, LessonFrontSchema } from "./lesson-file";
import { type LessonProblem, problemAt } from "./lesson-problem";

/** A lesson, or all that is wrong with its file, in the order of its lines. */
export type ReadLessonFile =
  | {
      readonly ok: true;
      readonly file: LessonFile;
      /** The line of the file on which something of its text stands. */
      readonly lineOf: TextCheck["lineOf"];
    }
  | RefusedLesson;

/** All that is wrong with a file, in the order of its lines. */
export interface RefusedLesson {
  readonly ok: false;
  readonly problems: readonly LessonProblem[];
}

export interface ReadOptions {
  /** Whether it may hold what only the app's own lessons can: tasks of the Lab, and scores, whose words are theirs. */
  readonly isOfCourse?: boolean;
}

/** A line of three dashes, before the data and after them. */
const DASHES = /^---[ \t]*$/;

/**
 * Reads a lesson file of unknown origin: `---`, its data as JSON, `---`, its text as Markdown. Nothing of it is run; what
 * could not be shown, or asked of the engine, is refused with line and field. Costs what asking all its questions costs: have
 * it read in a worker.
 */
export function readLessonFile(written: string, { isOfCourse = false }: ReadOptions = {}): ReadLessonFile {
  const { letters } = LESSON_LIMITS;
  if (written.length > letters)
    return refused(
      problemAt(
        1,
        null,
        `the file has ${written.length.toLocaleString("en")} letters, and a lesson ${letters.toLocaleString("en")} at most. Make two lessons of it, or take rows out.`,
      ),
    );
  const split = splitFile(written.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"));
  if (!split.ok) return refused(split.problem);
  const { json, jsonLine, text, textLine } = split;
  const long = longParagraph(text, textLine);
  if (long !== null) return refused(long);
  const front = readFront(json, jsonLine);
  const readText = readWholeText(text);
  const inText = readText.errors.map(({ line, message }) =>
    problemAt(line + textLine - 1, null, message.replace(/^Line \d+: /, "")),
  );
  if (!front.ok) return refused(...front.problems, ...inText);
  const read = safeParse(LessonFrontSchema, front.value);
  if (!read.success)
    return refused(...read.issues.map((issue) => issueProblem(issue, front.lineOf)), ...inText);
  const { version: _, title, idea, author, minutes, ...data } = read.output;
  const lesson = { ...data, shortParts: data.shortParts ?? data.parts.length };
  const lineOfPath = front.lineOf;
  const inData = checkData(lesson, lineOfPath);
  // What a text speaks of must be sound before it can be asked of.
  const lineOf: TextCheck["lineOf"] = (thing) => readText.lineOf(thing) + textLine - 1;
  const ofText = checkText(lesson, readText, {
    lineOf,
    lineOfPath,
    isOfCourse,
    asks: inData.length === 0,
  });
  const problems = [...inData, ...inText, ...ofText];
  if (problems.length > 0) return refused(...problems);
  return {
    ok: true,
    lineOf,
    file: {
      title,
      idea: idea ?? null,
      author: author ?? null,
      minutes: minutes ?? Math.max(1, Math.ceil(readingMinutes(readText.parts))),
      lesson,
      parts: readText.parts,
    },
  };
}

function refused(...problems: LessonProblem[]): RefusedLesson {
  return { ok: false, problems: problems.toSorted((a, b) => a.line - b.line) };
}

type Split =
  | {
      readonly ok: true;
      readonly json: string;
      readonly jsonLine: number;
      readonly text: string;
      readonly textLine: number;
    }
  | { readonly ok: false; readonly problem: LessonProblem };

function splitFile(written: string): Split {
  const lines = written.split("\n");
  const from = lines.findIndex((line) => line.trim() !== "");
  if (from === -1 || !DASHES.test(lines[from] ?? ""))
    return {
      ok: false,
      problem: problemAt(
        Math.max(0, from) + 1,
        null,
        "a lesson file begins with a line ---, then its data as JSON, a line --- again, and then its text. This begins otherwise.",
      ),
    };
  const to = lines.findIndex((line, i) => i > from && DASHES.test(line));
  if (to === -1)
    return {
      ok: false,
      problem: problemAt(from + 1, null, "the data begin here, and no second line --- ends them."),
    };
  return {
    ok: true,
    json: lines.slice(from + 1, to).join("\n"),
    jsonLine: from + 2,
    text: lines.slice(to + 1).join("\n"),
    textLine: to + 2,
  };
}

/** Marks of lists and quotes, one within the other. */
const NESTED = /^\s*(?:[>*+-]|\d+[.)])(?:\s*(?:[>*+-]|\d+[.)])){15}/;

/**
 * The first paragraph that is longer than any needs, or line that begins more within each other: in one paragraph every bracket may
 * belong to every other, and a reader of Markdown tries them all.
 */
function longParagraph(text: string, firstLine: number): LessonProblem | null {
  let letters = 0;
  for (const [i, line] of text.split("\n").entries()) {
    if (NESTED.test(line))
      return problemAt(
        firstLine + i,
        null,
        "more than 15 lists or quotes begin here. A lesson has none within another.",
      );
    letters = line.trim() === "" ? 0 : letters + line.length;
    if (letters > LESSON_LIMITS.paragraph)
      return problemAt(
        firstLine + i,
        null,
        `this paragraph has more than ${LESSON_LIMITS.paragraph} letters. Make two of it, with an empty line between.`,
      );
  }
  return null;
}

function issueProblem(
  issue: BaseIssue<unknown>,
  lineOf: (path: (string | number)[]) => number,
): LessonProblem {
  const keys = (issue.path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key)));
  const [sentence = ""] = sentences([{ ...issue, message: "" }]);
  const field = keys.length === 0 ? "the data" : sentence.trim();
  return problemAt(lineOf(keys), field, issue.message);
}
