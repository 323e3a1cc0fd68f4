import { expect, test } from "vitest";
import type { Act, Frame } from "../../../present/frames";
import { answerAhead, nextWords } from "./next-words";

const ACTS: readonly Act[] = [
  { kind: "story" },
  { kind: "question" },
  { kind: "vote", round: 1 },
  { kind: "counted" },
  { kind: "talk" },
  { kind: "vote", round: 2 },
  { kind: "both_votes" },
  { kind: "reveal" },
  { kind: "sentence", phase: "write_cell" },
];
const FRAMES: readonly Frame[] = [
  ...ACTS.map((act, press) => ({ step: 0, key: "of-a-1", press, act })),
  { step: 1, key: "of-b-1", press: 0, act: { kind: "words" } },
];

test("what comes is said before it is pressed, and what the press does", () => {
  const said = FRAMES.map((frame, i) => {
    const { what, button } = nextWords(frame, FRAMES[i + 1] ?? null, "Take it home");
    return `${what} | ${button}`;
  });
  expect(said).toEqual([
    "The question | Ask it",
    "The class votes | Open the vote",
    "What they answered | Close the vote",
    "Neighbours talk | Let them talk",
    "The second vote | Let them vote again",
    "Both votes | Close the vote",
    "The answer | Show the answer",
    "The answer in one sentence | Say why",
    "Take it home | Go on to the next step",
    "The end | The plan ends here",
  ]);
});

test("the answer can be shown at once where it is not the next press", () => {
  expect(FRAMES.map((_, i) => answerAhead(FRAMES, i)?.press ?? null)).toEqual([
    ...[7, 7, 7, 7, 7, 7],
    ...[null, null, null, null],
  ]);
});
