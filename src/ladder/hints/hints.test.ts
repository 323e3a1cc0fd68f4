import { expect, test } from "vitest";
import { LANGUAGES } from "../../terms/languages";
import { SOLUTIONS } from "../testing/solutions";
import { hintsFor } from "./hints";

test.each(LANGUAGES)("%s: the hints lead to the join that is run in the tests", (language) => {
  const hints = hintsFor(language);
  expect(hints.length).toBe(4);
  const code = hints.flatMap((hint) => hint.split("`").filter((_, i) => i % 2 === 1));
  const pieces = code.flatMap((text) => text.split("…").map((piece) => piece.trim()));
  expect(pieces.length).toBeGreaterThan(5);
  const solution = SOLUTIONS[language].replace(/\s+/gu, " ");
  for (const piece of pieces) expect(solution).toContain(piece);
});
