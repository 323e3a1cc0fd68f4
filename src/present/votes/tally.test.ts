import { expect, test } from "vitest";
import { type Ballot, ballotSize, countsOf } from "../ballot";
import { percentOf, tallyOf } from "./tally";

const hands = (A: number, B: number, C: number, D: number): Ballot => ({
  kind: "hands",
  counts: { A, B, C, D },
});
const percents = (ballot: Ballot, letters?: Parameters<typeof tallyOf>[1]) => {
  const shares = tallyOf(ballot, letters)?.shares;
  return shares && [shares.A, shares.B, shares.C, shares.D].map(percentOf);
};

test("hands make shares", () => {
  expect(percents(hands(3, 29, 13, 2))).toEqual([6, 62, 28, 4]);
});

test("a card counts once, with what it showed", () => {
  const ballot: Ballot = { kind: "cards", readings: { 7: "B", 8: "B", 21: "C" } };
  expect(countsOf(ballot)).toEqual({ A: 0, B: 2, C: 1, D: 0 });
  expect(ballotSize(ballot)).toBe(3);
});

test("a letter that stands for no answer is not counted", () => {
  expect(percents(hands(1, 1, 0, 2), ["A", "B", "C"])).toEqual([50, 50, 0, 0]);
  expect(tallyOf(hands(1, 1, 0, 2), ["A", "B", "C"])?.size).toBe(2);
});

test.each([
  ["a whole stays as it is", { A: "quarter", B: "half", C: "quarter" }, [25, 50, 25, 0]],
  ["too much is shrunk", { A: "half", B: "half", C: "half" }, [33, 33, 33, 0]],
  ["too little is stretched", { B: "few", C: "few" }, [0, 50, 50, 0]],
  ["all is all", { B: "all", C: "nobody" }, [0, 100, 0, 0]],
] as const)("shares: %s", (_, shares, expected) => {
  const ballot: Ballot = { kind: "shares", shares };
  expect(percents(ballot)).toEqual(expected);
  expect(countsOf(ballot)).toBeNull();
  expect(ballotSize(ballot)).toBeNull();
});

test.each([
  ["none at all", null],
  ["no hands", hands(0, 0, 0, 0)],
  ["no cards", { kind: "cards", readings: {} } as const],
  ["nobody, for each letter", { kind: "shares", shares: { A: "nobody", B: "nobody" } } as const],
])("of %s there is no tally", (_, ballot) => {
  expect(tallyOf(ballot)).toBeNull();
});
