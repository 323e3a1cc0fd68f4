import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LETTERS, type Letter } from "../answers";
import { type Ballot, SHARES } from "../ballot";
import { answeredOnce, cameOverTo, type Flow, flowOf, stayedWith } from "./flow";
import { byLetter, sumOf, tallyOf } from "./tally";

/** Cards 1, 2, 3 … by the letters that they show; `-` was not seen. */
const cards = (shown: string): Ballot => ({
  kind: "cards",
  readings: Object.fromEntries(
    [...shown].flatMap((letter, i) => (letter === "-" ? [] : [[i + 1, letter as Letter]])),
  ),
});
const hands = (A: number, B: number, C: number, D: number): Ballot => ({
  kind: "hands",
  counts: { A, B, C, D },
});
const written = (flow: Flow | null) =>
  flow?.bands.map(({ from, to, size }) => `${from ?? "·"}${to ?? "·"} ${Math.round(size * 100) / 100}`);

describe("cards are followed one by one", () => {
  test("who stayed, who went where, and who answered once only", () => {
    const flow = flowOf(cards("AABCD-B"), cards("BABBDB-"));
    expect(flow?.known).toBe("each");
    expect(written(flow)).toEqual(["AA 1", "AB 1", "BB 1", "B· 1", "CB 1", "DD 1", "·B 1"]);
    expect(flow && [stayedWith(flow, "B"), cameOverTo(flow, "B"), answeredOnce(flow)]).toEqual([1, 2, 2]);
  });

  test("two that changed places are seen, although the sums are the same", () => {
    expect(written(flowOf(cards("AB"), cards("BA")))).toEqual(["AB 1", "BA 1"]);
  });

  test("a card that shows a letter without an answer has not answered", () => {
    expect(written(flowOf(cards("AD"), cards("AA"), ["A", "B", "C"]))).toEqual(["AA 1", "·A 1"]);
  });
});

describe("of hands only sums are known", () => {
  test.each([
    [
      "as many stayed as can have",
      hands(3, 29, 13, 2),
      hands(1, 41, 4, 1),
      ["AA 1", "AB 2", "BB 29", "CB 9", "CC 4", "DB 1", "DD 1"],
    ],
    ["nobody need have moved", hands(5, 5, 0, 0), hands(5, 5, 0, 0), ["AA 5", "BB 5"]],
    ["all went", hands(4, 0, 0, 0), hands(0, 4, 0, 0), ["AB 4"]],
    [
      "more hands than before: they answered once",
      hands(4, 2, 0, 0),
      hands(2, 7, 0, 0),
      ["AA 2", "AB 2", "BB 2", "·B 3"],
    ],
    ["fewer", hands(4, 2, 0, 0), hands(1, 3, 0, 0), ["AA 1", "AB 1", "A· 2", "BB 2"]],
  ])("%s", (_, first, second, bands) => {
    const flow = flowOf(first, second);
    expect(flow?.known).toBe("least");
    expect(written(flow)).toEqual(bands);
  });

  test("cards in one vote and hands in the other are sums too", () => {
    expect(written(flowOf(cards("AAB"), hands(1, 2, 0, 0)))).toEqual(["AA 1", "AB 1", "BB 1"]);
  });

  test("with shares in one of them both are parts of the class", () => {
    const half: Ballot = { kind: "shares", shares: { A: "half", B: "half" } };
    const flow = flowOf(hands(30, 10, 0, 0), half);
    expect(flow?.unit).toBe("shares");
    expect(written(flow)).toEqual(["AA 0.5", "AB 0.25", "BB 0.25"]);
  });
});

test.each([
  ["before", null, hands(1, 0, 0, 0)],
  ["after", hands(1, 0, 0, 0), hands(0, 0, 0, 0)],
])("there is no flow where nobody answered %s", (_, first, second) => {
  expect(flowOf(first, second)).toBeNull();
});

const letter = fc.constantFrom(...LETTERS);
const ballots = fc.oneof(
  fc
    .dictionary(fc.integer({ min: 1, max: 60 }).map(String), letter)
    .map((readings): Ballot => ({ kind: "cards", readings })),
  fc
    .tuple(...LETTERS.map(() => fc.integer({ min: 0, max: 200 })))
    .map(([A = 0, B = 0, C = 0, D = 0]) => hands(A, B, C, D)),
  fc
    .record(Object.fromEntries(LETTERS.map((one) => [one, fc.constantFrom(...SHARES)])))
    .map((shares): Ballot => ({ kind: "shares", shares })),
);

test("the bands of a letter add up to its votes, before and after", () => {
  fc.assert(
    fc.property(ballots, ballots, (first, second) => {
      const flow = flowOf(first, second);
      fc.pre(flow !== null);
      const isRough = flow.unit === "shares";
      const sum = (bands: Flow["bands"]) => bands.reduce((all, { size }) => all + size, 0);
      for (const one of LETTERS) {
        const before = tallyOf(first);
        const after = tallyOf(second);
        expect(sum(flow.bands.filter(({ from }) => from === one))).toBeCloseTo(
          (isRough ? before?.shares : before?.counts)?.[one] ?? Number.NaN,
          6,
        );
        expect(sum(flow.bands.filter(({ to }) => to === one))).toBeCloseTo(
          (isRough ? after?.shares : after?.counts)?.[one] ?? Number.NaN,
          6,
        );
      }
    }),
  );
});

test("no way to explain two votes by hands moves fewer", () => {
  const small = fc.array(fc.tuple(fc.option(letter, { nil: null }), fc.option(letter, { nil: null })), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(small, (people) => {
      const counted = (side: 0 | 1) =>
        byLetter((one) => people.filter((person) => person[side] === one).length);
      const [first, second] = [counted(0), counted(1)];
      fc.pre(sumOf(first) > 0 && sumOf(second) > 0);
      const flow = flowOf({ kind: "hands", counts: first }, { kind: "hands", counts: second });
      const moved = (flow?.bands ?? []).filter(({ from, to }) => from !== to);
      const really = people.filter(([from, to]) => from !== to).length;
      expect(moved.reduce((all, { size }) => all + size, 0)).toBeLessThanOrEqual(really);
      // What is said, “at least so many came over”, is true of these people, where as many answered both times.
      if (people.every(([from, to]) => from !== null && to !== null))
        for (const one of LETTERS)
          expect(flow && cameOverTo(flow, one)).toBeLessThanOrEqual(
            people.filter(([from, to]) => to === one && from !== one).length,
          );
    }),
  );
});
