import type { Asked } from "../../../../learn/questions/ask";
import type { Block, Inline } from "../../../../learn/text/lesson-text";
import type { PreparedStep } from "../../../../present/prepare-step";
import { writtenBlocks } from "../../../../present/written-blocks";
import { factText, type GivenAnswer } from "../../../../views/lesson-text/fact-text";

/**
 * The notes of a step, with what is computed in them computed. Notes can be anybody's: what cannot be read stays as it is
 * written, and what cannot be computed says so in its place.
 */
export function noteBlocks(prepared: PreparedStep): readonly Block[] {
  const { notes = "" } = prepared.step;
  if (notes.trim() === "") return [];
  const computed = (inline: Inline) => computedInline(prepared, inline);
  return writtenBlocks(notes).map((block): Block => {
    if (block.kind === "paragraph") return { ...block, inlines: block.inlines.map(computed) };
    if (block.kind === "list") return { ...block, items: block.items.map((item) => item.map(computed)) };
    return block;
  });
}

/** What is told before a step asks, computed as its notes are; `null` where nothing is. */
export function storyInlines(prepared: PreparedStep): readonly Inline[] | null {
  return prepared.story?.map((inline) => computedInline(prepared, inline)) ?? null;
}

function computedInline(prepared: PreparedStep, inline: Inline): Inline {
  if (inline.kind === "fact") return { kind: "text", text: computedText(prepared, inline) };
  return "inlines" in inline
    ? { ...inline, inlines: inline.inlines.map((inner) => computedInline(prepared, inner)) }
    : inline;
}

function computedText({ lesson, asked }: PreparedStep, fact: Extract<Inline, { kind: "fact" }>): string {
  const given: GivenAnswer | null = asked !== null && isAsked(asked) ? { asked, option: asked.right } : null;
  try {
    return factText(lesson, fact, given);
  } catch (error) {
    if (error instanceof RangeError) return `(${fact.name}: ${error.message})`;
    throw error;
  }
}

/** Whether it is a lesson's question: of others no fact can speak but by a scenario's name. */
function isAsked(asked: NonNullable<PreparedStep["asked"]>): asked is Asked {
  return "question" in asked;
}
