import type { Lesson } from "../../../learn/lesson";
import type { Fact } from "../../../learn/text/lesson-text";

/** What a text says of a scenario: computed from it, in words. */
export function factText(_lesson: Lesson, { name, attributes }: Fact): string {
  return `[${name} ${JSON.stringify(attributes)}]`;
}
