import type { Block } from "../../../learn/text/lesson-text";
import type { LessonHandle } from "./lesson-context";

/** Whether a part asks for a prediction that was not committed yet, or for cells that are not filled: what comes after it waits. */
export function isWaiting(lesson: LessonHandle, blocks: readonly Block[]): boolean {
  return blocks.some((block) => {
    if (block.kind !== "directive") return false;
    if (block.name === "fill") return lesson.made("cells")?.includes(null) ?? true;
    if (block.name !== "predict") return false;
    const { question, variant } = block.attributes;
    return question !== undefined && lesson.answerTo(lesson.ask(question, variant)) === null;
  });
}

/** The numbers of the parts before a part, it included, that still wait. */
export function waitingParts(lesson: LessonHandle, upTo: number): number[] {
  return lesson.parts
    .slice(0, upTo + 1)
    .flatMap(({ blocks }, part) => (isWaiting(lesson, blocks) ? [part] : []));
}
