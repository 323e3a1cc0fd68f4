import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LETTERS, type Letter } from "../answers";
import type { Ballot } from "../ballot";
import { type Flow, flowOf } from "./flow";
import { FLOW_SIZE, type FlowNode, flowPicture } from "./flow-geometry";

const hands = (A: number, B: number, C = 0, D = 0): Ballot => ({ kind: "hands", counts: { A, B, C, D } });
const cards = (shown: string): Ballot => ({
  kind: "cards",
  readings: Object.fromEntries([...shown].map((letter, i) => [i + 1, letter as Letter])),
});
const flow = (first: Ballot, second: Ballot): Flow => {
  const found = flowOf(first, second);
  if (found === null) throw new Error("both votes need an answer");
  return found;
};

const LONG = "rule out the not yet known";
const written = (letters: readonly Letter[], words = "10:05") => letters.map((letter) => ({ letter, words }));

/** Where words overlap, or stand outside of the picture. */
function clashes(nodes: readonly FlowNode[]): string[] {
  const boxes = nodes.map(({ letter, middle, labelHeight, barHeight }) => {
    const half = Math.max(labelHeight, barHeight) / 2;
    return { letter, top: middle - half, bottom: middle + half };
  });
  return boxes.flatMap(({ letter, top, bottom }, i) => {
    const next = boxes[i + 1];
    return [
      ...(next !== undefined && bottom > next.top + 0.01 ? [`${letter} reaches into ${next.letter}`] : []),
      ...(top < 0 || bottom > FLOW_SIZE.height + 0.01 ? [`${letter} is outside`] : []),
    ];
  });
}

describe.each([
  ["two answers", "AB"],
  ["three answers", "ABC"],
  ["four answers", "ABCD"],
])("with %s no words overlap", (_, offered) => {
  const letters = [...offered] as Letter[];
  test.each([
    ["one vote", hands(1, 0), hands(0, 1)],
    ["all on one", hands(0, 200), hands(0, 200)],
    ["all on another", hands(200, 0), hands(0, 1)],
    ["200 hands", hands(3, 190, 5, 2), hands(1, 197, 1, 1)],
    ["as many for each", hands(50, 50, 50, 50), hands(50, 50, 50, 50)],
    ["shares", { kind: "shares", shares: { A: "half", B: "few" } } as const, hands(1, 40)],
  ])("%s", (__, first, second) => {
    for (const [right, words] of [...letters, null].flatMap(
      (one) =>
        [
          [one, "10:05"],
          [one, LONG],
        ] as const,
    )) {
      const picture = flowPicture(flow(first, second), written(letters, words), right);
      expect([...clashes(picture.first), ...clashes(picture.second)]).toEqual([]);
    }
  });
});

test("no words overlap whatever the counts are, and one hand is equally high everywhere", () => {
  const counts = fc.tuple(...LETTERS.map(() => fc.integer({ min: 0, max: 200 })));
  fc.assert(
    fc.property(
      counts,
      counts,
      fc.constantFrom(...LETTERS),
      fc.constantFrom("10:05", LONG),
      (first, second, right, words) => {
        const [before, after] = [
          hands(...(first as [number, number])),
          hands(...(second as [number, number])),
        ];
        fc.pre(flowOf(before, after) !== null);
        const picture = flowPicture(flow(before, after), written(LETTERS, words), right);
        expect([...clashes(picture.first), ...clashes(picture.second)]).toEqual([]);
        const ofOne = [...picture.first, ...picture.second].flatMap(({ size, barHeight }) =>
          size > 0 ? [barHeight / size] : [],
        );
        expect(Math.max(...ofOne)).toBeCloseTo(Math.min(...ofOne), 6);
      },
    ),
  );
});

test("the higher column fills the picture", () => {
  const picture = flowPicture(flow(hands(3, 29, 13, 2), hands(1, 41, 4, 1)), written(LETTERS), "B");
  const ends = [picture.first, picture.second].map((nodes) => {
    const { middle = 0, labelHeight = 0, barHeight = 0 } = nodes.at(-1) ?? {};
    return Math.round(middle + Math.max(labelHeight, barHeight) / 2);
  });
  expect(ends).toEqual([FLOW_SIZE.height, FLOW_SIZE.height]);
});

test("each band is as thick as its part of either bar, and the bands of a bar lie within it, side by side", () => {
  const picture = flowPicture(flow(cards("ABBBCCCD"), cards("BBBCBBCD")), written(LETTERS), "B");
  const starts = (path: string) => Number(/^M[\d.]+,([\d.-]+)/.exec(path)?.[1]);
  for (const { letter, middle, barHeight } of picture.first) {
    const own = picture.ribbons.filter(({ from }) => from === letter);
    let y = middle - barHeight / 2;
    for (const { path, thickness } of own) {
      expect(starts(path)).toBeCloseTo(y, 1);
      y += thickness;
    }
    expect(y).toBeCloseTo(middle + barHeight / 2, 6);
  }
});

test("who stayed and who came over is written into the bands that go to the right answer, where there is room", () => {
  const before = `${"A".repeat(3)}${"B".repeat(29)}${"C".repeat(13)}DD`;
  const after = `ABB${"B".repeat(28)}C${"B".repeat(10)}CCCBD`;
  const { ribbons } = flowPicture(flow(cards(before), cards(after)), written(LETTERS), "B");
  expect(ribbons.map(({ from, to, label }) => [`${from}${to}`, label?.text ?? null])).toEqual([
    ["AA", null],
    ["AB", null],
    ["BB", "28 stayed"],
    ["BC", null],
    ["CB", "10 came over"],
    ["CC", null],
    ["DB", null],
    ["DD", null],
  ]);
  for (const { label, thickness } of ribbons) if (label) expect(thickness).toBeGreaterThan(24);
});

test("of hands nothing is written into the bands: they are one way of several", () => {
  const { ribbons } = flowPicture(flow(hands(3, 29, 13, 2), hands(1, 41, 4, 1)), written(LETTERS), "B");
  expect(ribbons.filter(({ label }) => label !== null)).toEqual([]);
});
