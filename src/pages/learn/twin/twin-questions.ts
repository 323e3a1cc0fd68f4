import type { Asked } from "../../../learn/questions/ask";
import type { Directive } from "../../../learn/text/lesson-text";
import type { OpenLesson } from "../lesson/lesson-context";

/** A question of the text, in the order in which it is asked. */
export interface TwinQuestion {
  /** From 1. */
  readonly number: number;
  readonly directive: Directive;
  readonly asked: Asked;
}

/** All questions that a lesson's text asks. */
export function twinQuestions(handle: OpenLesson): TwinQuestion[] {
  return handle.parts
    .flatMap(({ blocks }) =>
      blocks.filter((block) => block.kind === "directive" && ["predict", "check"].includes(block.name)),
    )
    .flatMap((block) => (block.kind === "directive" && "question" in block.attributes ? [block] : []))
    .map((directive, i) => {
      const { question = "", variant } = directive.attributes;
      return { number: i + 1, directive, asked: handle.ask(question, variant) };
    });
}
