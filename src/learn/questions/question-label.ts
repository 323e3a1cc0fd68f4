import type { Inline, PartText } from "../text/lesson-text";

/** The words that a lesson asks a question in; `null` where the app asks in its own. */
export function questionLabel(parts: readonly PartText[], question: string): readonly Inline[] | null {
  const blocks = parts.flatMap((part) => part.blocks);
  const found = blocks.find(
    (block) => block.kind === "directive" && block.label.length > 0 && block.attributes.question === question,
  );
  return found?.kind === "directive" ? found.label : null;
}
