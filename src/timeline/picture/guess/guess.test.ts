import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type EntitySlice, isLeak } from "../../../microfs/core";
import { phasesOf } from "../../../terms/phases-of";
import { overlaps, textWidth } from "../../geometry/place-labels";
import { scenarioSliceNamed } from "../../scenario-slices";
import { withRules } from "../../slice-index/slice-index";
import { type Coordinate, coordinateAt, stepsPerRow } from "../../step/coordinate";
import { momentOf, verdictsAt } from "../../step/step-verdicts";
import { anySlice } from "../../testing/any-slice";
import { writtenBoxes } from "../../testing/written-boxes";
import { initialWindow } from "../initial-window";
import { picture } from "../picture";
import type { Guess, LanePicture } from "../picture-types";
import { drawableGuess } from "./drawable-guess";

const { slice: TRAIN, at: AT } = scenarioSliceNamed("train");
const LAST: Coordinate = { ...AT, join: 0, phase: "write_cell" };
/** Of `user_payments`, by when they happened. */
const PAYMENT = rowsByTime(TRAIN);

function rowsByTime(slice: EntitySlice): number[] {
  const join = slice.joins[0];
  if (join === undefined) return [];
  return [...join.rows.keys()]
    .sort((a, b) => Number((join.eventTimesUs[a] ?? 0n) - (join.eventTimesUs[b] ?? 0n)))
    .map((position) => join.rows[position] ?? -1);
}

function drawn(slice: EntitySlice, at: Coordinate, guess: Guess | null, width = 1000): LanePicture {
  const { lanes } = picture(slice, at, initialWindow(slice, at.spineRow), {
    width,
    guess: guess && drawableGuess(guess),
  });
  const lane = lanes[guess?.join ?? 0];
  if (lane === undefined) throw new Error("the picture has no such lane");
  return lane;
}

const answered = (row: number | null | undefined): Guess => ({ join: 0, row: row ?? null, isAnswered: true });
const brackets = (lane: LanePicture) => lane.guess?.brackets.map(({ of, tone }) => `${of} ${tone}`);
const said = (lane: LanePicture) =>
  lane.labels.filter(({ key }) => key.startsWith("guess:")).map(({ text, tone }) => `${text} (${tone})`);

describe("before it is committed", () => {
  const asked = (row: number | null): Guess => ({ join: 0, row, isAnswered: false });
  const first: Coordinate = { ...AT, join: 0, phase: "find_entity" };

  test("a ring stands around the mark, in a lane as high as ever, and nothing is said", () => {
    const lane = drawn(TRAIN, first, asked(PAYMENT[1] ?? null));
    expect(lane.guess?.frame?.shape).toBe("ring");
    expect(lane.guess?.frame?.x).toBe(lane.marks[1]?.x);
    expect(lane.guess?.brackets).toEqual([]);
    expect(lane.height).toBe(drawn(TRAIN, first, null).height);
    expect(lane.labels.some(({ key }) => key === "yours")).toBe(false);
  });

  test("the lane is as high as it will be afterwards where room is kept for that", () => {
    const kept = drawn(TRAIN, first, { ...asked(null), keepsRoom: true });
    expect(kept.height).toBe(drawn(TRAIN, first, answered(null)).height);
    expect(kept.height).toBeGreaterThan(drawn(TRAIN, first, null).height);
  });

  test("nothing that is written moves when another mark is pressed", () => {
    const places = [null, ...PAYMENT].map((row) =>
      drawn(TRAIN, first, asked(row)).labels.map(({ key, x, y }) => ({ key, x, y })),
    );
    for (const one of places) expect(one).toEqual(places[0]);
  });
});

describe("once it is committed, at the end of the steps", () => {
  test("the right row is only called the reader's own", () => {
    const lane = drawn(TRAIN, LAST, answered(PAYMENT[2]));
    expect(lane.guess?.frame?.shape).toBe("square");
    expect(brackets(lane)).toEqual([]);
    expect(lane.labels.find(({ key }) => key === "yours")?.text).toBe("yours");
    expect(lane.labels.find(({ key }) => key === "arc")?.text).toBe("2 d 4 h 48 min before");
  });

  test.each([
    [0, "yours ink", ["yours is 3 d 8 h older than the TTL (ink)"]],
    [1, "yours ink", ["yours is 22 h 12 min older (ink)"]],
    [3, "yours leak", ["you took a payment known only 3 hours later (leak)"]],
    [4, "yours leak", ["you took a payment from 1 day 20 hours later (leak)"]],
  ])("of payment %i it is said how far it is from what decided", (i, bracket, words) => {
    const lane = drawn(TRAIN, LAST, answered(PAYMENT[i]), 1400);
    expect(brackets(lane)).toEqual(["right chosen", bracket]);
    expect(said(lane)).toEqual([...words, "2 d 4 h before (chosen)"]);
    // The bracket says it: not twice.
    expect(lane.labels.some(({ key }) => key === "arc")).toBe(false);
  });

  test("none of them is said beside the line, with the bracket of the row that there is", () => {
    const lane = drawn(TRAIN, LAST, answered(null));
    expect(lane.guess?.frame).toBeNull();
    expect(brackets(lane)).toEqual(["right chosen"]);
    expect(said(lane)).toEqual(["2 d 4 h before (chosen)", "you said: none of them (ink)"]);
    expect(lane.spoken).toBe("user_payments: 5 payments; you said: none of them; 2 d 4 h before");
  });

  test("of a program that takes none it is not said that the reader said so", () => {
    const lane = drawn(TRAIN, LAST, { ...answered(null), isOfProgram: true });
    expect(said(lane)).toEqual(["2 d 4 h before (chosen)", "yours: none of them (ink)"]);
  });

  test("a bracket runs from the line to the row, or to what the row is measured by", () => {
    const drawing = picture(TRAIN, LAST, initialWindow(TRAIN, LAST.spineRow), {
      width: 1000,
      guess: drawableGuess(answered(PAYMENT[0])),
    });
    const x = (utc: string) => drawing.scale.x(Date.parse(utc) * 1000);
    const ends = drawing.lanes[0]?.guess?.brackets.map(({ left, right }) => [left, right]);
    expect(ends).toEqual([
      [x("2025-11-03T09:12Z"), x("2025-11-05T14:00Z")],
      [x("2025-10-29T06:00Z"), x("2025-11-01T14:00Z")],
    ]);
  });
});

test("a bracket appears with the step that decides, the mark as the leak that it would be, and the lane is as high throughout", () => {
  const phases = phasesOf(TRAIN.joins[0]?.rule ?? { direction: "backward", allowExactMatches: true });
  const steps = phases.map((phase) => drawn(TRAIN, { ...LAST, phase }, answered(PAYMENT[4])));
  expect(steps.map(brackets)).toEqual([
    [],
    ["yours leak"],
    ["yours leak"],
    ["yours leak"],
    ["right chosen", "yours leak"],
    ["right chosen", "yours leak"],
  ]);
  expect(steps.map(({ marks }) => marks[4]?.state)).toEqual(["undecided", ...Array(5).fill("leak")]);
  expect(new Set(steps.map(({ height }) => height)).size).toBe(1);
  // What is written keeps its place from when it is first seen.
  const places = steps.flatMap(({ labels }) => labels.map(({ key, x, y }) => `${key} ${x} ${y}`));
  expect(new Set(places).size).toBe(
    new Set(steps.flatMap(({ labels }) => labels.map(({ key }) => key))).size,
  );
  // It is drawn as a leak, and the join still takes another.
  expect(steps[5]?.arc?.leak).toBe(false);
  expect(steps[5]?.marks[4]?.spoken).toBe(
    "payment, 120.00, 7 Nov 10:00, future, 1 day 20 hours after, yours",
  );
});

describe("of any rows under any rule, at any step and width", () => {
  const anyGuess = anySlice.chain((slice) => {
    const rows = [...(slice.joins[0]?.rows ?? [])];
    return fc.record({
      slice: fc.constant(slice),
      guess: fc.constantFrom(null, ...rows).map(answered),
      step: fc.nat(stepsPerRow(slice) * slice.spine.rows.length - 1),
      width: fc.constantFrom(320, 390, 700, 1000, 1400),
    });
  });

  test("only what leaks is vermillion", () => {
    fc.assert(
      fc.property(anyGuess, ({ slice, guess, step, width }) => {
        const at = coordinateAt(slice, step);
        const join = slice.joins[0];
        const lane = drawn(slice, at, guess, width);
        const leaks = (row: number | null | undefined) => {
          const candidate = join && row != null ? verdictsAt(slice, join, at.spineRow).ofRow(row) : undefined;
          return (
            join !== undefined &&
            candidate !== undefined &&
            isLeak(candidate, momentOf(slice, at.spineRow), join.groupClock)
          );
        };
        for (const { of, tone } of lane.guess?.brackets ?? []) {
          const row = of === "yours" ? guess.row : join && verdictsAt(slice, join, at.spineRow).chosen?.row;
          expect(tone === "leak").toBe(leaks(row));
        }
      }),
    );
  });

  test("what is said stands in the lane, whole, over no other words", () => {
    fc.assert(
      fc.property(anyGuess, ({ slice, guess, step, width }) => {
        const at = coordinateAt(slice, step);
        const lane = drawn(slice, at, guess, width);
        const boxes = writtenBoxes(lane);
        const own = boxes.filter(({ text }) =>
          lane.labels.some((label) => label.key.startsWith("guess:") && label.text === text),
        );
        for (const box of own) {
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.right).toBeLessThanOrEqual(width);
          expect(box.bottom).toBeLessThanOrEqual(lane.top + lane.height);
          expect(boxes.filter((other) => other !== box && overlaps(other, box))).toEqual([]);
        }
        const spans = lane.guess?.brackets.length ?? 0;
        expect(own.length).toBeGreaterThanOrEqual(spans);
      }),
      { numRuns: 400 },
    );
  });
});

test("words that would not fit beside each other are fewer, or moved, so that each stands under its own bracket", () => {
  const rules = TRAIN.joins.map(({ rule }) => ({ ...rule, ttlUs: 54n * 3_600_000_000n }));
  for (const width of [358, 700, 1000, 1400]) {
    const lane = drawn(withRules(TRAIN, rules), LAST, answered(PAYMENT[0]), width);
    for (const { of, left, right } of lane.guess?.brackets ?? []) {
      const label = lane.labels.find(({ key }) => key === `guess:${of}`);
      const end = (label?.x ?? 0) + textWidth(label?.text ?? "", lane.metrics.textPx, 600);
      expect(label).toBeDefined();
      expect(Math.min(right, end) - Math.max(left, label?.x ?? 0)).toBeGreaterThan(
        (end - (label?.x ?? 0)) / 2,
      );
    }
  }
});

test("in a lane that is too low for brackets the square and its word remain", () => {
  const lane = drawn(TRAIN, { ...AT, join: 1, phase: "write_cell" }, answered(PAYMENT[4]));
  expect(lane.metrics.laneForm).toBe("thin");
  expect(lane.guess?.frame?.shape).toBe("square");
  expect(lane.guess?.brackets).toEqual([]);
  expect(lane.height).toBe(drawn(TRAIN, { ...AT, join: 1, phase: "write_cell" }, null).height);
});

test("on a phone the words under both brackets are whole", () => {
  const lane = drawn(TRAIN, LAST, answered(PAYMENT[4]), 358);
  expect(said(lane)).toHaveLength(2);
  for (const { text, x } of lane.labels.filter(({ key }) => key.startsWith("guess:")))
    expect(x + textWidth(text, lane.metrics.textPx, 600)).toBeLessThanOrEqual(358);
});
