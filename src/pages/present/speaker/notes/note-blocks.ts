import type { Asked } from "../../../../learn/questions/ask";
import type { Block, Inline } from "../../../../learn/text/lesson-text";
import { LessonTextError, readLessonText } from "../../../../learn/text/read-lesson-text";
import type { PreparedStep } from "../../../../present/prepare-step";
import { factText, type GivenAnswer } from "../../../../views/lesson-text/fact-text";

/**
 * The notes of a step, with what is computed in them computed. Notes can be anybody's: what cannot be read stays as it is
 * written, and what cannot be computed says so in its place.
 */
export function noteBlocks({ step, lesson, asked }: PreparedStep): readonly Block[] {
  const { notes = "" } = step;
  if (notes.trim() === "") return [];
  const given: GivenAnswer | null = asked !== null && isAsked(asked) ? { asked, option: asked.right } : null;
  return blocksIn(notes).map((block): Block => {
    if (block.kind === "paragraph") return { ...block, inlines: block.inlines.map(computed) };
    if (block.kind === "list") return { ...block, items: block.items.map((item) => item.map(computed)) };
    return block;
  });
  function computed(inline: Inline): Inline {
    if (inline.kind === "fact") return { kind: "text", text: textOf(inline) };
    return "inlines" in inline ? { ...inline, inlines: inline.inlines.map(computed) } : inline;
  }
  function textOf(fact: Extract<Inline, { kind: "fact" }>): string {
    try {
      return factText(lesson, fact, given);
    } catch (error) {
      if (error instanceof RangeError) return `(${fact.name}: ${error.message})`;
      throw error;
    }
  }
}

function blocksIn(notes: string): readonly Block[] {
  try {
    return readLessonText(`## Notes\n\n${notes}`)[0]?.blocks ?? [];
  } catch (error) {
    if (!(error instanceof LessonTextError)) throw error;
    return notes
      .split(/\n\s*\n/)
      .map((text) => ({ kind: "paragraph", inlines: [{ kind: "text", text: text.trim() }] }));
  }
}

/** Whether it is a lesson's question: of others no fact can speak but by a scenario's name. */
function isAsked(asked: NonNullable<PreparedStep["asked"]>): asked is Asked {
  return "question" in asked;
}
