import { useEffect, useState } from "react";
import { progressIn } from "../../../learn/progress";
import type { Block } from "../../../learn/text/lesson-text";
import { say, WORDS } from "../../../learn/words";
import { showMessage } from "../../../state/app";
import { learnStore } from "../../../state/learn/progress-store";
import { goTo } from "../../../state/route/go-to";
import { useApp, useAppHandle } from "../../../state/use-app";
import type { LessonHandle } from "./lesson-context";

/**
 * The number of the part that is shown: the one that the address names, else the first that was not gone through. The
 * address then names that one, so that a reload and Back come to it again.
 */
export function useShownPart({ name, lesson: { parts } }: LessonHandle): number {
  const app = useAppHandle();
  const named = useApp((state) => state.route.part);
  // Where the reader is when the lesson is opened; it must not move while a part is answered.
  const [here] = useState(() => {
    const gone = progressIn(app.part(learnStore).getState().progress, name).parts;
    return gone < parts.length ? gone : 0;
  });
  const found = parts.indexOf(named ?? "");
  const part = found === -1 ? here : found;
  const isNamed = found !== -1;
  useEffect(() => {
    if (isNamed) return;
    goTo(app, { part: parts[part] ?? null }, "replace");
    if (named !== null) showMessage(app, { text: say(WORDS.lesson.noPart, { part: named }), isError: true });
  }, [app, isNamed, named, part, parts]);
  return part;
}

/** Whether a part asks for a prediction that was not committed yet, or for cells that are not filled: what comes after it waits. */
function isWaiting(lesson: LessonHandle, blocks: readonly Block[]): boolean {
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
