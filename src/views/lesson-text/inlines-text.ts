import type { Lesson } from "../../learn/lesson";
import type { Inline } from "../../learn/text/lesson-text";
import { factText } from "./fact-text";

/** Text of a lesson as plain letters, with what is computed from its scenarios. */
export function inlinesText(lesson: Lesson, inlines: readonly Inline[]): string {
  return inlines.map((inline) => textOf(lesson, inline)).join("");
}

function textOf(lesson: Lesson, inline: Inline): string {
  switch (inline.kind) {
    case "text":
    case "code":
      return inline.text;
    case "fact":
      return factText(lesson, inline);
    default:
      return inlinesText(lesson, inline.inlines);
  }
}
