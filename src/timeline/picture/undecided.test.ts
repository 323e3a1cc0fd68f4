import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CASE_SLICES, scenarioSliceNamed } from "../scenario-slices";
import { type Coordinate, coordinateAt, phasesAt, stepsPerRow } from "../step/coordinate";
import { anySlice } from "../testing/any-slice";
import { sameQuestions } from "../testing/same-question";
import { drawableGuess } from "./guess/drawable-guess";
import { initialWindow } from "./initial-window";
import { type PictureOptions, picture } from "./picture";

/** As a lesson, a class, a plan and a worksheet show what they ask. */
const SHOWN: readonly (readonly [string, PictureOptions])[] = [
  ["on a phone", { width: 390 }],
  ["in a plan", { width: 460 }],
  [
    "in a lesson",
    { width: 760, guess: drawableGuess({ join: 0, row: null, isAnswered: false, keepsRoom: true }) },
  ],
  ["low, on paper", { width: 686, textScale: 0.92, strip: { laneHeights: "low", hasAxis: true } }],
  ["to a class", { width: 1152, size: "large", textScale: 1.375 }],
  ["in a strip", { width: 900, strip: { laneHeights: [44, 44, 44, 44], hasAxis: true } }],
];

/** Each case once: the single steps of one, and its joins side by side, are the same data. */
const CASES = CASE_SLICES.filter(({ name }) => !name.startsWith("step-") && name !== "side-by-side");

// The forms that differ most; random slices below take all.
describe.each(SHOWN.filter((_, form) => form % 2 === 0))("%s", (_, options) => {
  test.each(CASES.map((one) => [one.name, one] as const))(
    "no step of %s tells before it picks which row it will pick",
    (_name, { slice, at: { spineRow } }) => {
      const starts = [...slice.joins.keys()].flatMap((join) => [
        { spineRow, join },
        ...(slice.joins.length > 1 ? [{ spineRow, join, together: true }] : []),
      ]);
      for (const start of starts)
        for (const phase of phasesAt(slice, start))
          for (const { pictures } of sameQuestions(slice, { ...start, phase }, options))
            expect([...pictures].slice(1)).toEqual([]);
    },
  );
});

test("nor does any step of any rows", () => {
  fc.assert(
    fc.property(anySlice, fc.nat(), fc.constantFrom(...SHOWN), (slice, some, [, options]) => {
      const at = coordinateAt(slice, some % (stepsPerRow(slice) * slice.spine.rows.length));
      for (const { pictures } of sameQuestions(slice, at, options)) expect(pictures.size).toBe(1);
    }),
    { numRuns: 60 },
  );
});

test("what is compared has different answers", () => {
  const { slice, at } = scenarioSliceNamed("train");
  const [asked] = sameQuestions(slice, { ...at, phase: "find_entity" }, { width: 1000 });
  expect(asked?.winners.size).toBeGreaterThan(1);
});

test("where nothing is judged, values under marks on one line stand equally far from them", () => {
  const { slice, at: start } = scenarioSliceNamed("train");
  const at: Coordinate = { ...start, join: 0, phase: "find_entity" };
  const [lane] = picture(slice, at, initialWindow(slice, at.spineRow), { width: 1200 }).lanes;
  const under = lane?.labels.filter(({ key, anchor }) => key.startsWith("value:") && anchor === "middle");
  expect(under?.length).toBeGreaterThan(2);
  expect(new Set(under?.map(({ y }) => y)).size).toBe(1);
});
