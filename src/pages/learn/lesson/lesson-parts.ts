import { useEffect, useState } from "react";
import { areTasksOver } from "../../../learn/tasks";
import type { Block } from "../../../learn/text/lesson-text";
import { say, WORDS } from "../../../learn/words";
import { showMessage } from "../../../state/app";
import { goTo } from "../../../state/route/go-to";
import { useApp, useAppHandle } from "../../../state/use-app";
import type { OpenLesson } from "./lesson-context";

/**
 * The number of the part that is shown: the one that the address names, else the first that was not gone through. The
 * address then names that one, so that a reload and Back come to it again.
 *
 * @param numGone - How many parts were gone through when the lesson is opened.
 */
export function useShownPart({ lesson: { parts } }: OpenLesson, numGone: number): number {
  const app = useAppHandle();
  const named = useApp((state) => state.route.part);
  // Where the reader is when the lesson is opened; it must not move while a part is answered.
  const [here] = useState(numGone < parts.length ? numGone : 0);
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

/** What a part asks for before what comes after it: a prediction that is committed to, an answer, cells that are filled, tasks that are done. */
export type WaitsFor = "prediction" | "answer" | "cells" | "tasks";

/** What a part still waits for; `null` for nothing. */
export function waitsFor(lesson: OpenLesson, part: number): WaitsFor | null {
  const found = lesson.parts[part]?.blocks.flatMap((block) => blockWaitsFor(lesson, block) ?? []);
  return found?.[0] ?? null;
}

function blockWaitsFor(lesson: OpenLesson, block: Block): WaitsFor | null {
  if (block.kind !== "directive") return null;
  const { question, variant, task } = block.attributes;
  if (block.name === "fill") return (lesson.made("cells")?.includes(null) ?? true) ? "cells" : null;
  if (block.name !== "predict" && block.name !== "check") return null;
  if (task !== undefined) return areTasksOver(lesson.made) ? null : "tasks";
  if (question === undefined || lesson.answerTo(lesson.ask(question, variant)) !== null) return null;
  return block.name === "predict" ? "prediction" : "answer";
}

/** The numbers of the parts before a part, it included, that still wait. */
export function waitingParts(lesson: OpenLesson, upTo: number): number[] {
  return Array.from(lesson.parts.keys()).filter((part) => part <= upTo && waitsFor(lesson, part) !== null);
}

/** The last part before which, it included, none waits: what was passed over unanswered was not gone through. */
export function lastPartGone(waiting: readonly number[], part: number): number {
  return waiting.length > 0 ? Math.min(...waiting) - 1 : part;
}
