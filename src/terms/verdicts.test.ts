import { expect, test } from "vitest";
import { VERDICTS } from "../microfs/core";
import { PHASE_TERMS, PHASES } from "./phases";
import { type MarkState, VERDICT_TERMS } from "./verdicts";

const states = Object.keys(VERDICT_TERMS) as MarkState[];

test("every verdict has a term, and two more states that a mark can have", () => {
  expect([...states].sort()).toEqual([...VERDICTS, "leak", "undecided"].sort());
});

test("no two states share a word or a priority, and those that share a colour differ in shape", () => {
  const words = states.map((state) => VERDICT_TERMS[state].word);
  const priorities = states.map((state) => VERDICT_TERMS[state].priority);
  expect(new Set(words).size).toBe(states.length);
  expect(new Set(priorities).size).toBe(states.length);
  expect(VERDICT_TERMS.future.token).toBe(VERDICT_TERMS.wrong_side.token);
  expect(VERDICT_TERMS.future.glyph(8, 10)).not.toEqual(VERDICT_TERMS.wrong_side.glyph(8, 10));
});

test("what a phase rules out is known from that phase on, and has a clause", () => {
  for (const phase of PHASES) {
    const { rulesOut } = PHASE_TERMS[phase];
    if (rulesOut === null) continue;
    expect(VERDICT_TERMS[rulesOut].phase).toBe(phase);
    expect(VERDICT_TERMS[rulesOut].clause).not.toBeNull();
  }
});
