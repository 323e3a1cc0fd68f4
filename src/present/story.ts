import type { Block, Inline, PartText } from "../learn/text/lesson-text";
import { writtenBlocks } from "./written-blocks";

/** So many sentences are heard at once, and so many letters stand on a screen in a size that the last row reads. */
const MOST_SENTENCES = 3;
const MOST_LETTERS = 420;
/** About so many letters a computed fact takes. */
const FACT_LETTERS = 10;

/**
 * What a lesson tells before it asks a question: who, what and why, its first sentences that fit a screen. Words of the
 * glossary and links are plain words in it: in a hall nothing can be pointed at.
 *
 * @returns `null` where the lesson asks without a word before.
 */
export function lessonStory(parts: readonly PartText[], question: string): readonly Inline[] | null {
  for (const { blocks } of parts) {
    const at = blocks.findIndex(
      (block) =>
        block.kind === "directive" && block.label.length > 0 && block.attributes.question === question,
    );
    if (at === -1) continue;
    const before = blocks.slice(0, at);
    const told = storyOf(before.slice(before.findLastIndex(({ kind }) => kind === "directive") + 1));
    if (told !== null) return told;
  }
  return null;
}

/** The same of Markdown that stands in a plan. */
export function writtenStory(markdown: string): readonly Inline[] | null {
  return storyOf(writtenBlocks(markdown));
}

function storyOf(blocks: readonly Block[]): readonly Inline[] | null {
  const sentences = blocks.flatMap((block) => (block.kind === "paragraph" ? sentencesIn(block.inlines) : []));
  const told: Inline[] = [];
  let letters = 0;
  for (const sentence of sentences.slice(0, MOST_SENTENCES)) {
    letters += lettersOf(sentence);
    if (told.length > 0 && letters > MOST_LETTERS) break;
    told.push(...(told.length > 0 ? [{ kind: "text", text: " " } as const] : []), ...sentence);
  }
  return told.length === 0 ? null : told;
}

/** Text ends a sentence where the next begins after a blank. */
const SENTENCE_END = /(?<=[.?!][”’)]?)\s+(?=\S)/;

function sentencesIn(inlines: readonly Inline[]): readonly (readonly Inline[])[] {
  const sentences: Inline[][] = [[]];
  for (const inline of plain(inlines)) {
    if (inline.kind !== "text") {
      sentences.at(-1)?.push(inline);
      continue;
    }
    for (const [i, text] of inline.text.split(SENTENCE_END).entries()) {
      if (i > 0) sentences.push([]);
      if (text !== "") sentences.at(-1)?.push({ kind: "text", text });
    }
  }
  // What ends a paragraph ends a sentence; a blank at its edge is none.
  return sentences.filter((sentence) => lettersOf(sentence) > 0);
}

function plain(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.flatMap((inline) =>
    inline.kind === "term" || inline.kind === "link" ? plain(inline.inlines) : [inline],
  );
}

function lettersOf(inlines: readonly Inline[]): number {
  return inlines.reduce((sum, inline) => {
    if ("inlines" in inline) return sum + lettersOf(inline.inlines);
    return sum + ("text" in inline ? inline.text.trim().length : FACT_LETTERS);
  }, 0);
}

/** How many words it takes to say it, a fact being one. */
export function storyWords(story: readonly Inline[]): number {
  return story.reduce((sum, inline) => {
    if ("inlines" in inline) return sum + storyWords(inline.inlines);
    return sum + ("text" in inline ? inline.text.split(/\s+/).filter((word) => /\w/.test(word)).length : 1);
  }, 0);
}
