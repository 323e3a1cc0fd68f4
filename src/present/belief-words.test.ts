import { expect, test } from "vitest";
import { BELIEF_NAMES } from "../learn/questions/beliefs";
import { BELIEF_WORDS } from "./belief-words";

test("every belief has a short sentence and a question to ask back, and there are no others", () => {
  expect(Object.keys(BELIEF_WORDS).sort()).toEqual([...BELIEF_NAMES].sort());
  for (const { short, ask } of Object.values(BELIEF_WORDS)) {
    expect(short).toMatch(/^[A-Z].{8,48}\.$/);
    expect(ask).toMatch(/^[A-Z].{8,56}\?$/);
  }
});

test("none says a number: what is computed is not written by hand", () => {
  expect(JSON.stringify(BELIEF_WORDS)).not.toMatch(/\d/);
});
