import { expect, test } from "vitest";
import type { Ballot } from "./ballot";
import { frameAfter, type VotesByStep } from "./frame-after";
import type { Act, Frame } from "./frames";

const ACTS: readonly Act[] = [
  { kind: "question" },
  { kind: "vote", round: 1 },
  { kind: "counted" },
  { kind: "talk" },
  { kind: "vote", round: 2 },
  { kind: "both_votes" },
  { kind: "reveal" },
];
const FRAMES: readonly Frame[] = ACTS.map((act, press) => ({ step: 0, key: "of-a-1", press, act }));
const HANDS: Ballot = { kind: "hands", counts: { A: 3, B: 0, C: 0, D: 0 } };
const NO_HANDS: Ballot = { kind: "hands", counts: { A: 0, B: 0, C: 0, D: 0 } };

test.each<[string, VotesByStep, string]>([
  ["nothing was noted", {}, "0134 6"],
  ["only at another step", { "of-b-1": { first: HANDS, second: HANDS } }, "0134 6"],
  ["a number was taken away again", { "of-a-1": { first: NO_HANDS, second: null } }, "0134 6"],
  ["the first vote was noted", { "of-a-1": { first: HANDS, second: null } }, "0123456"],
  ["the second vote was noted", { "of-a-1": { first: null, second: HANDS } }, "0134 56"],
])("a press passes over what has nothing to show, on and back: %s", (_, votes, expected) => {
  const gone = [0];
  for (let at: Frame | null = FRAMES[0] ?? null; at !== null; ) {
    at = frameAfter(FRAMES, at.press, 1, votes);
    if (at !== null) gone.push(at.press);
  }
  expect(gone.join("")).toBe(expected.replace(" ", ""));
  const back = [6];
  for (let at: Frame | null = FRAMES[6] ?? null; at !== null; ) {
    at = frameAfter(FRAMES, at.press, -1, votes);
    if (at !== null) back.push(at.press);
  }
  expect(back.reverse()).toEqual(gone);
});
