import { expect, test } from "vitest";
import { MISCONCEPTION_WORDS, MISCONCEPTIONS } from "../../ladder/programs/misconceptions";
import { LESSON_NAMES } from "../../learn/lesson-names";

test("every misconception names a lesson that there is", () => {
  for (const name of MISCONCEPTIONS) expect(LESSON_NAMES, name).toContain(MISCONCEPTION_WORDS[name].lesson);
});
