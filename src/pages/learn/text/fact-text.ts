import type { Lesson } from "../../../learn/lesson";
import type { Asked } from "../../../learn/questions/ask";
import type { Fact } from "../../../learn/text/lesson-text";

/** An answer that a text speaks of: what was asked, and which option was taken. */
export interface GivenAnswer {
  readonly asked: Asked;
  readonly option: string;
}

/** What a text says of a scenario: computed from it, in words. */
export function factText(_lesson: Lesson, { name, attributes }: Fact, _given: GivenAnswer | null): string {
  return `[${name} ${JSON.stringify(attributes)}]`;
}
