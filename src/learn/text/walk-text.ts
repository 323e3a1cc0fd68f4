import type { Block, Directive, DirectiveName, Inline, PartText } from "./lesson-text";

/** All directives of a text, in its order. */
export function directivesOf(parts: readonly PartText[]): Directive[] {
  return parts.flatMap(({ blocks }) => blocks).filter((block) => block.kind === "directive");
}

/** Everything that is said in line, whatever stands around it. */
export function inlinesOf(blocks: readonly Block[]): Inline[] {
  return blocks.flatMap(inlinesOfBlock);
}

function inlinesOfBlock(block: Block): Inline[] {
  switch (block.kind) {
    case "paragraph":
      return within(block.inlines);
    case "list":
      return block.items.flatMap(within);
    case "directive":
      return within(block.label);
  }
}

function within(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline) => ["inlines" in inline ? within(inline.inlines) : [], inline].flat());
}

/** A slow reader's. */
const WORDS_A_MINUTE = 200;

/** How long somebody is busy with a directive. */
const DIRECTIVE_MINUTES: Readonly<Record<DirectiveName, number>> = {
  timeline: 0.25,
  predict: 0.5,
  check: 0.4,
  fill: 1.5,
  score: 0.5,
  order: 0.75,
};

/** How many minutes a slow reader is busy with a text, with a fraction. */
export function readingMinutes(parts: readonly PartText[]): number {
  const inlines = parts.flatMap(({ blocks }) => inlinesOf(blocks));
  const said = inlines
    .map(saidBy)
    .join(" ")
    .split(/\s+/)
    .filter((word) => word !== "").length;
  const facts = inlines.filter(({ kind }) => kind === "fact").length;
  return directivesOf(parts).reduce(
    (sum, { name }) => sum + DIRECTIVE_MINUTES[name],
    (said + facts) / WORDS_A_MINUTE,
  );
}

/** The words that stand in a text as they are said, and are not computed. */
export function saidBy(inline: Inline): string {
  return inline.kind === "text" || inline.kind === "code" ? inline.text : "";
}
