import { expect, test } from "vitest";
import { CASES } from "../../scenario/cases/cases";
import { scenarioSlice } from "../../scenario/scenario-slice";
import { overlaps, textWidth } from "../geometry/place-labels";
import { scenarioSliceNamed } from "../scenario-slices";
import type { Coordinate } from "../step/coordinate";
import { initialWindow } from "./initial-window";
import { picture } from "./picture";

/** Three payments: 2 Nov 10:00, and two of 4 Nov 09:00. The later one of those is chosen. */
const TIE = CASES.find(({ name }) => name === "tie");
const SLICE = scenarioSlice(TIE ?? raise(), 0);
const LETTERS = new Map([
  [0, "A"],
  [1, "B"],
  [2, "C"],
]);

function raise(): never {
  throw new Error("the case is gone");
}

function laneAt(phase: Coordinate["phase"], width = 1152, textScale = 1.375) {
  const at = { spineRow: 0, join: 0, phase };
  const drawn = picture(SLICE, at, initialWindow(SLICE, 0), {
    width,
    size: "large",
    textScale,
    lettered: { join: 0, letters: LETTERS },
  });
  return drawn.lanes[0] ?? raise();
}

test("before anything is judged each row has its letter in its mark, and large enough to be read", () => {
  const { marks, labels, metrics } = laneAt("find_entity");
  expect(marks.map(({ row, letter }) => [row, letter])).toEqual([...LETTERS]);
  expect(labels.filter(({ key }) => key.startsWith("letter:"))).toEqual([]);
  for (const { letter } of marks)
    expect(textWidth(letter ?? "", metrics.valuePx, 600)).toBeLessThan(2 * metrics.markRadius);
});

test("once it is, the letter stands beside the mark, and the right one has its colour", () => {
  const { marks, labels } = laneAt("write_cell");
  expect(marks.map(({ letter }) => letter)).toEqual([null, null, null]);
  const letters = labels.filter(({ key }) => key.startsWith("letter:"));
  expect(letters.map(({ key, text, tone }) => [key, text, tone]).sort()).toEqual([
    ["letter:0", "A", "ink"],
    ["letter:1", "B", "ink"],
    ["letter:2", "C", "chosen"],
  ]);
});

test.each([
  [1152, 1.375],
  [1728, 2.06],
  [512, 1.2],
  [340, 0.75],
])(
  "at %i px and %f times the text, letters and values cover neither each other nor a mark",
  (width, textScale) => {
    const { marks, labels, metrics } = laneAt("write_cell", width, textScale);
    const boxes = labels.map(({ x, y, text, sizePx, strong, anchor }) => {
      const wide = textWidth(text, sizePx, strong ? 600 : 400);
      const left = anchor === "start" ? x : anchor === "middle" ? x - wide / 2 : x - wide;
      return { left, right: left + wide, top: y - sizePx * 0.7, bottom: y };
    });
    const discs = marks.map(({ x, y }) => {
      const r = metrics.markRadius * 0.7;
      return { left: x - r, right: x + r, top: y - r, bottom: y + r };
    });
    const all = [...boxes, ...discs];
    for (const [i, box] of all.entries())
      for (const other of all.slice(i + 1)) expect(overlaps(box, other)).toBe(false);
  },
);

test("a screen reader hears the letter first", () => {
  expect(laneAt("find_entity").marks.map(({ spoken }) => spoken.slice(0, 3))).toEqual(["A: ", "B: ", "C: "]);
});

test("a row that has no letter stands back as long as it is not judged, and says so", () => {
  const offered = (phase: Coordinate["phase"], letters: ReadonlyMap<number, string>) => {
    const at = { spineRow: 0, join: 0, phase };
    const drawn = picture(SLICE, at, initialWindow(SLICE, 0), {
      width: 1152,
      lettered: { join: 0, letters },
    });
    return drawn.lanes[0]?.marks.map(({ isOffered, spoken }) => [isOffered, spoken.endsWith("the answers")]);
  };
  const two = new Map([...LETTERS].slice(1));
  expect(offered("find_entity", two)).toEqual([
    [false, true],
    [true, false],
    [true, false],
  ]);
  expect(offered("write_cell", two)?.map(([is]) => is)).toEqual([true, true, true]);
  expect(offered("find_entity", LETTERS)?.map(([is]) => is)).toEqual([true, true, true]);
});

test("the line goes on behind a letter that stands on it, and behind nothing else", () => {
  const { slice } = scenarioSliceNamed("exact-match");
  const drawnWith = (letters: ReadonlyMap<number, string>) =>
    picture(slice, { spineRow: 0, join: 0, phase: "find_entity" }, initialWindow(slice, 0), {
      width: 1152,
      lettered: { join: 0, letters },
    });
  const { asOf, lanes } = drawnWith(LETTERS);
  const at = lanes[0]?.marks.find(({ x }) => x === asOf.x);
  const r = lanes[0]?.metrics.markRadius ?? 0;
  expect(asOf.behind).toEqual([{ top: (at?.y ?? 0) - r, bottom: (at?.y ?? 0) + r }]);
  expect(drawnWith(new Map()).asOf.behind).toEqual([]);
});
