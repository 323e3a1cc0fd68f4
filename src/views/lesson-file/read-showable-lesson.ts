import type { Lesson } from "../../learn/lesson";
import type { LessonFile } from "../../learn/lesson-file/lesson-file";
import { type LessonProblem, problemAt } from "../../learn/lesson-file/lesson-problem";
import { type RefusedLesson, readLessonFile } from "../../learn/lesson-file/read-lesson-file";
import { ask, variantCount } from "../../learn/questions/ask";
import type { Block, Fact, PartText } from "../../learn/text/lesson-text";
import { inlinesOf } from "../../learn/text/walk-text";
import { MicroFSError } from "../../microfs/core";
import { factText, type GivenAnswer } from "../lesson-text/fact-text";

/** A lesson of which all can be shown, or all that is wrong with its file. Nothing in it but plain values. */
export type ShowableLesson = { readonly ok: true; readonly file: LessonFile } | RefusedLesson;

/** Reads a lesson file, and says all that it says: what could not be computed as it is read is found before. */
export function readShowableLesson(written: string): ShowableLesson {
  const read = readLessonFile(written);
  if (!read.ok) return read;
  const { file, lineOf } = read;
  const problems = file.parts.flatMap((part) =>
    factsOf(file.lesson, part).flatMap(({ fact, given }): LessonProblem[] => {
      const wrong = wrongWith(file.lesson, fact, given);
      return wrong === null ? [] : [problemAt(lineOf(fact), null, `:${fact.name} ${wrong}`)];
    }),
  );
  const once = [...new Map(problems.map((one) => [`${one.line} ${one.message}`, one])).values()];
  return once.length === 0 ? { ok: true, file } : { ok: false, problems: once };
}

/** What a fact needs and does not have; `null` where it can be said. */
function wrongWith(lesson: Lesson, fact: Fact, given: GivenAnswer | null): string | null {
  try {
    factText(lesson, fact, given);
    return null;
  } catch (error) {
    if (!(error instanceof MicroFSError) && !(error instanceof RangeError)) throw error;
    return `cannot be said: ${error.message.replace(/\.$/, "")}.`;
  }
}

interface SaidFact {
  readonly fact: Fact;
  /** As it may be read: the part's question in one of its variants, not answered yet. */
  readonly given: GivenAnswer | null;
}

/** Every fact of a part in every variant of the question that it speaks of: the first that stands in it. */
function factsOf(lesson: Lesson, { blocks }: PartText): SaidFact[] {
  const name = blocks.flatMap(questionOf)[0];
  const question = name === undefined ? undefined : lesson.questions[name];
  const givens: readonly (GivenAnswer | null)[] =
    name === undefined || question === undefined
      ? [null]
      : Array.from({ length: variantCount(question) }, (_, variant) => ({
          asked: ask(lesson, name, variant),
          option: "",
        }));
  const facts = inlinesOf(blocks).filter((inline) => inline.kind === "fact");
  return facts.flatMap((fact) => givens.map((given) => ({ fact, given })));
}

function questionOf(block: Block): readonly string[] {
  if (block.kind !== "directive") return [];
  const name = block.attributes.question ?? block.attributes.answers;
  return name === undefined ? [] : [name];
}
