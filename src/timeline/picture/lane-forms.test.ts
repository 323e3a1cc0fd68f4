import { describe, expect, test } from "vitest";
import type { EntitySlice } from "../../microfs/core";
import { phasesOf } from "../../terms/phases-of";
import { CASE_SLICES, scenarioSliceNamed } from "../scenario-slices";
import { withRules } from "../slice-index/slice-index";
import { type Coordinate, coordinateAt, stepsPerRow } from "../step/coordinate";
import { initialWindow } from "./initial-window";
import { picture } from "./picture";
import type { LanePicture, Picture } from "./picture-types";

function draw(slice: EntitySlice, at: Coordinate, width = 1000): Picture {
  return picture(slice, at, initialWindow(slice, at.spineRow), { width });
}

function lane(drawn: Picture, index = 0): LanePicture {
  const found = drawn.lanes[index];
  if (found === undefined) throw new Error(`the picture has no lane ${index}`);
  return found;
}

const words = (drawn: Picture, index = 0) => lane(drawn, index).labels.map(({ text }) => text);

describe("the lane that is played is tall", () => {
  const { slice, at } = scenarioSliceNamed("joins");
  const forms = (drawn: Picture) => drawn.lanes.map(({ metrics }) => metrics.laneForm);

  test("and the others are thin; played together all are of middle height", () => {
    expect(forms(draw(slice, { ...at, join: 1 }))).toEqual(["thin", "tall", "thin", "thin"]);
    expect(forms(draw(slice, { ...at, together: true }))).toEqual(["middle", "middle", "middle", "middle"]);
  });

  test("and so is a lane that is alone, played together or not", () => {
    const alone = scenarioSliceNamed("superseded");
    expect(forms(draw(alone.slice, alone.at))).toEqual(["tall"]);
    expect(forms(draw(alone.slice, { ...alone.at, together: true }))).toEqual(["tall"]);
  });

  test.each([
    [390, "regular"],
    [900, "regular"],
    [1168, "large"],
    [390, "large"],
  ] as const)("%i px wide, %s, the picture is as high at every step, one join or all", (width, size) => {
    const window = initialWindow(slice, at.spineRow);
    const heights = new Set<number>();
    for (let step = 0; step < stepsPerRow(slice); step++)
      for (const together of [false, true])
        heights.add(
          Math.round(
            picture(slice, { ...coordinateAt(slice, step), together }, window, { width, size }).height,
          ),
        );
    expect(heights.size).toBe(1);
  });

  test("and four joins have room on one screen", () => {
    const window = initialWindow(slice, at.spineRow);
    const regular = picture(slice, at, window, { width: 902 });
    expect(regular.height + regular.metrics.minimapHeight).toBeLessThanOrEqual(348);
    expect(picture(slice, at, window, { width: 1232, size: "large" }).height).toBeLessThanOrEqual(330);
  });
});

describe("between the steps of a join", () => {
  /** Where each value stands, by its mark. */
  const places = (one: LanePicture) =>
    Object.fromEntries(one.labels.map(({ key, x, y, anchor }) => [key, `${x} ${y} ${anchor}`]));

  test.each(
    CASE_SLICES.flatMap((scenario) =>
      [390, 900, 1400].map((width) => [scenario.name, width, scenario] as const),
    ),
  )("no label of %s hops, %i px wide", (_, width, { slice, at }) => {
    for (const [join, { rule }] of slice.joins.entries()) {
      const phases = phasesOf(rule).map((phase) =>
        draw(slice, { spineRow: at.spineRow, join, phase }, width),
      );
      slice.joins.forEach((__, index) => {
        const stood = phases.map((drawn) => places(lane(drawn, index)));
        // Among counts the row that is picked becomes a mark, and its value comes.
        if (lane(phases[0] ?? draw(slice, at, width), index).density !== null) return;
        // On a phone there is not always room for a value and the arc: then it steps aside, once, when the arc comes.
        const picks = width === 390 ? phasesOf(rule).indexOf("keep_latest") : 0;
        for (const steps of [stood.slice(0, picks), stood.slice(picks)]) {
          const together = Object.assign({}, ...steps);
          for (const at of steps) expect(together).toMatchObject(at);
        }
        const values = stood.map((at) => Object.keys(at).filter((key) => key.startsWith("value:")));
        for (const keys of values) expect(keys).toEqual(values[0]);
      });
    }
  });
});

test("under a join on the latest the leak and its arc from the future are drawn, in tall lanes and thin ones", () => {
  const { slice, at } = scenarioSliceNamed("side-by-side");
  const latest = withRules(
    slice,
    slice.joins.map(({ rule }) => ({ ...rule, direction: "latest" as const, ttlUs: null })),
  );
  const last = slice.joins.length - 1;
  const drawn = draw(latest, { spineRow: at.spineRow, join: last, phase: "write_cell" });
  const leaking = drawn.lanes.filter(({ marks }) => marks.some(({ state }) => state === "leak"));
  expect(leaking.map(({ metrics }) => metrics.laneForm)).toEqual(["thin", "thin", "thin"]);
  const tall = lane(draw(latest, { spineRow: at.spineRow, join: 0, phase: "write_cell" }));
  const lineX = drawn.asOf.x;
  // One had happened, but was not known.
  expect(leaking.map(({ marks }) => marks.some(({ state, x }) => state === "leak" && x > lineX))).toEqual([
    true,
    false,
    false,
  ]);
  for (const { marks, arc, labels, top, height } of [...leaking, tall]) {
    const leak = marks.find(({ state }) => state === "leak");
    expect([arc?.leak, arc?.endX]).toEqual([true, lineX]);
    for (const [x, y] of arc?.points ?? []) {
      expect(x).toBeGreaterThanOrEqual(Math.min(leak?.x ?? 0, lineX) - 0.1);
      expect(y).toBeGreaterThan(top);
      expect(y).toBeLessThan(top + height);
    }
    expect(labels.find(({ key }) => key === `value:${leak?.row}`)).toMatchObject({
      tone: "leak",
      strong: true,
    });
  }
});

test("what only a pointer could read is said once, in the lane that is played", () => {
  const { slice, at } = scenarioSliceNamed("train");
  const payments = draw(slice, { ...at, phase: "find_entity" }, 1700);
  expect(words(payments)).toContain("TTL 4 d: older payments do not count");
  expect(words(payments)).toContain("delay 6 h: exists, cannot be used yet");
  const find = scenarioSliceNamed("step-1-find");
  expect(
    words(draw(find.slice, find.at, 1400)).some((text) => text === "grey dots: other entities’ rows"),
  ).toBe(true);
  const tickets = draw(slice, { ...at, join: 1, phase: "find_entity" }, 1400);
  expect(words(tickets, 1)).toContain("no TTL: support tickets count at any age");
  expect(words(tickets, 0).some((text) => /TTL|delay/.test(text))).toBe(false);
  const together = draw(slice, { ...at, together: true }, 1400);
  expect(words(together).filter((text) => text.startsWith("TTL"))).toEqual(["TTL 4 d"]);
});

test("a TTL that there is none of is not told where the picture is to be quiet of it, and one that there is stays", () => {
  const { slice, at } = scenarioSliceNamed("train");
  const quiet = (join: number) =>
    picture(slice, { ...at, join, phase: "find_entity" }, initialWindow(slice, at.spineRow), {
      width: 1400,
      tellsNoTtl: false,
    });
  expect(lane(quiet(1), 1).band).toBeNull();
  expect(words(quiet(1), 1).join()).not.toContain("TTL");
  expect(words(quiet(0), 0)).toContain("TTL 4 d: older payments do not count");
});

test("a TTL whose band would show what is asked is told under the lane's name, and nowhere else", () => {
  const { slice, at } = scenarioSliceNamed("train");
  const drawing = picture(
    slice,
    { ...at, join: 0, phase: "find_entity" },
    initialWindow(slice, at.spineRow),
    { width: 1400, hidesTtlBand: true },
  );
  expect(lane(drawing, 0).band).toBeNull();
  expect(lane(drawing, 0).subtitle).toBe("total_spend · TTL 4 d");
  expect(words(drawing, 0).join()).not.toContain("TTL");
  expect(lane(drawing, 1).subtitle).not.toContain("TTL");
});
