import { expect, test } from "vitest";
import type { BeliefName } from "../../learn/questions/beliefs";
import type { ClassAnswer } from "../answers";
import type { Ballot } from "../ballot";
import { adviseAfter } from "./advice";
import { flowOf } from "./flow";
import { tallyOf } from "./tally";
import {
  adviceWords,
  flowWords,
  holdWords,
  noAnswerWords,
  rightWords,
  roughly,
  secondVoteWords,
  sizeWords,
} from "./vote-words";

const ANSWERS: readonly ClassAnswer[] = [
  { letter: "A", option: { id: "row:0", kind: "row", row: 0 }, isRight: false },
  { letter: "B", option: { id: "row:1", kind: "row", row: 1 }, isRight: true },
  { letter: "C", option: { id: "row:2", kind: "row", row: 2 }, isRight: false },
  { letter: "D", option: { id: "none", kind: "none" }, isRight: false },
];
const RIGHT = { letter: "B" } as const;
const BELIEFS = new Map<string, BeliefName>([
  ["row:0", "older"],
  ["row:2", "closest"],
]);
const hands = (A: number, B: number, C: number, D: number): Ballot => ({
  kind: "hands",
  counts: { A, B, C, D },
});
const given = (ballot: Ballot) => {
  const tally = tallyOf(ballot);
  if (tally === null) throw new Error("somebody must answer");
  return { tally, advice: adviseAfter(tally, ANSWERS, BELIEFS), right: rightWords(tally, "B") };
};

test.each([
  [29, 71, "explain_again"],
  [295, 705, "talk"],
  [30, 70, "talk"],
  [70, 30, "talk"],
  [71, 29, "go_on"],
  [0, 1, "explain_again"],
  [1, 0, "go_on"],
] as const)("%i right and %i wrong: %s", (right, wrong, move) => {
  expect(given(hands(0, right, wrong, 0)).advice.move).toBe(move);
});

test("the wrong answer that most hold leads, with the belief that it stands for; the first of two", () => {
  const leading = (ballot: Ballot) => {
    const { advice, tally } = given(ballot);
    const { leadingWrong } = advice;
    return leadingWrong && [holdWords(tally, leadingWrong.answer.letter), leadingWrong.belief];
  };
  expect(leading(hands(3, 29, 13, 2))).toEqual(["13 hold C.", "closest"]);
  expect(leading(hands(4, 0, 4, 4))).toEqual(["4 hold A.", "older"]);
  expect(leading(hands(0, 0, 0, 1))).toEqual(["1 holds D.", null]);
  expect(leading(hands(0, 9, 0, 0))).toBeNull();
});

test("the advice is a sentence", () => {
  const { advice, right } = given(hands(3, 29, 13, 2));
  expect(adviceWords(advice, right, true)).toBe("62\u00a0% right: let neighbours talk, then vote again.");
  expect(adviceWords(advice, right, false)).toBe("62\u00a0% right: let neighbours talk.");
  const few = given(hands(9, 1, 0, 0));
  expect(adviceWords(few.advice, few.right, true)).toBe("10\u00a0% right: explain it again, then ask again.");
});

test("after the second vote it says what was before", () => {
  const { advice, right } = given(hands(1, 41, 4, 1));
  expect(secondVoteWords(advice, right, "62\u00a0%")).toBe("87\u00a0% right, before it 62\u00a0%: go on.");
  const still = given(hands(10, 10, 0, 0));
  expect(secondVoteWords(still.advice, still.right, null)).toBe("50\u00a0% right: explain it now.");
});

test("shares are said in the words of who saw them, also where they make more or less than a whole", () => {
  const { advice, right, tally } = given({ kind: "shares", shares: { B: "half", C: "few" } });
  expect(adviceWords(advice, right, true)).toBe("About half are right: go on.");
  expect(holdWords(tally, "C")).toBe("A few hold C.");
  expect(given({ kind: "shares", shares: { A: "quarter" } }).right).toBe("nobody is right");
});

test("what is computed of shares is said as roughly as they were seen", () => {
  expect([0, 0.02, 0.26, 0.34, 0.45, 0.7, 0.8, 0.99, 1].map(roughly)).toEqual([
    "nobody",
    "a few",
    "about a quarter",
    "about a third",
    "about half",
    "about two thirds",
    "about three quarters",
    "nearly all",
    "all",
  ]);
});

test.each([
  [hands(3, 29, 13, 2), "47 hands"],
  [hands(0, 1, 0, 0), "1 hand"],
  [{ kind: "cards", readings: { 4: "A" } } as const, "1 card"],
  [{ kind: "shares", shares: { A: "all" } } as const, "hands, at a glance"],
  [null, "no answers"],
])("what has voted: %#", (ballot, words) => {
  expect(sizeWords(ballot)).toBe(words);
});

const HALF = { kind: "shares", shares: { A: "half", B: "half" } } as const;
test.each([
  ["hands", hands(3, 29, 13, 2), hands(1, 41, 4, 1), "At least 12 came over to B: hands do not tell who."],
  ["as before", hands(3, 2, 0, 0), hands(3, 2, 0, 0), "Hands do not tell who moved."],
  ["back", hands(1, 41, 4, 1), hands(3, 29, 13, 2), "At least 12 left B: hands do not tell who."],
  [
    "other hands",
    hands(4, 2, 0, 0),
    hands(2, 7, 0, 0),
    "6 answered, then 9: the picture shows the least that must have moved.",
  ],
  ["shares", hands(3, 1, 0, 0), HALF, "About a quarter or more came over to B: hands do not tell who."],
  [
    "cards",
    { kind: "cards", readings: { 1: "A", 2: "A" } } as const,
    { kind: "cards", readings: { 1: "B", 3: "B" } } as const,
    "2 answered once only.",
  ],
] as const)("what is known of who moved: %s", (_, first, second, words) => {
  const flow = flowOf(first, second);
  expect(flow && flowWords(flow, RIGHT)).toBe(words);
});

test.each([
  [
    hands(3, 29, 13, 2),
    hands(1, 41, 4, 1),
    "At least 12 moved, and the picture shows no more: hands do not tell who.",
  ],
  [hands(3, 2, 0, 0), hands(3, 2, 0, 0), "Hands do not tell who moved."],
] as const)("before the answer is shown who moved is told of no letter: %#", (first, second, words) => {
  const flow = flowOf(first, second);
  expect(flow && flowWords(flow, null)).toBe(words);
});

test.each([
  [{ 1: "A", 2: "B" }, ""],
  [{ 1: "A", 2: "D" }, "1 card shows D, which is no answer here"],
  [
    { 1: "D", 2: "D", 3: "C" },
    "1 card shows C, which is no answer here; 2 cards show D, which is no answer here",
  ],
] as const)("a card that shows no answer is told: %j", (readings, words) => {
  expect(noAnswerWords(readings, ["A", "B"])).toBe(words);
});
