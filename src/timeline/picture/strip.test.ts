import { describe, expect, test } from "vitest";
import { overlaps } from "../geometry/place-labels";
import { CASE_SLICES, scenarioSliceNamed } from "../scenario-slices";
import { candidatesOf, withRules } from "../slice-index/slice-index";
import { writtenBoxes } from "../testing/written-boxes";
import { initialWindow } from "./initial-window";
import { isPicked } from "./marks";
import { type PictureOptions, picture, sharedFolds } from "./picture";
import type { PickedRows, Picture } from "./picture-types";

const HEIGHT = 32;

/** A scenario's row as a strip, all joins side by side. */
function strip(name: string, options: Partial<PictureOptions> = {}, phase = "write_cell" as const): Picture {
  const { slice, at } = scenarioSliceNamed(name);
  return picture(
    slice,
    { spineRow: at.spineRow, join: 0, phase, together: true },
    initialWindow(slice, at.spineRow),
    {
      width: 1000,
      strip: { laneHeights: slice.joins.map(() => HEIGHT), hasAxis: true },
      ...options,
    },
  );
}

const words = ({ lanes }: Picture, join = 0) => lanes[join]?.labels.map(({ text }) => text).sort();
const states = ({ lanes }: Picture, join = 0) => lanes[join]?.marks.map(({ state }) => state);

describe("a strip", () => {
  test("has lanes of the heights that it is told, no spine, and its axis or none", () => {
    const heights = [24, 60];
    const [first, second] = [true, false].map((hasAxis) =>
      strip("train", { strip: { laneHeights: heights, hasAxis } }),
    );
    expect(first?.lanes.map(({ height }) => height)).toEqual(heights);
    expect([first?.has, second?.has]).toEqual([
      { axis: true, flag: true, spine: false },
      { axis: false, flag: false, spine: false },
    ]);
    expect(second?.height).toBe(84);
    expect((first?.height ?? 0) - (second?.height ?? 0)).toBe(first?.metrics.plotTop);
    expect(second?.asOf.x).toBe(first?.asOf.x);
  });

  test("says beside a mark how far it lies from the line, and what is known only later when", () => {
    expect(words(strip("train", { width: 1900 }))).toEqual([
      "120.00",
      "2 d 4 h before",
      "20.00",
      "35.00",
      "50.00",
      "TTL 4 d",
    ]);
    expect(words(strip("created-time", { width: 1900 }))).toContain("known only on 6 Nov");
  });

  test.each([1400, 1000, 700])(
    "says the value that is chosen before any other, over arcs and folds if need be, %i px wide",
    (width) => {
      let told = 0;
      for (const { slice, at } of CASE_SLICES)
        for (const direction of ["backward", "latest"] as const)
          for (const height of [24, 36]) {
            const other = withRules(
              slice,
              slice.joins.map(({ rule }) => ({ ...rule, direction })),
            );
            const { lanes } = picture(
              other,
              { spineRow: at.spineRow, join: 0, phase: "write_cell", together: true },
              initialWindow(other, at.spineRow),
              { width, strip: { laneHeights: slice.joins.map(() => height), hasAxis: true } },
            );
            // Where rows are too many to be marks of their own there is no room at all.
            const sparse = lanes.filter(
              ({ density, marks }) => density === null && marks.every(({ count }) => count === 1),
            );
            for (const lane of sparse)
              for (const { row, state } of lane.marks.filter(({ state }) => isPicked(state))) {
                expect([state, row, lane.labels.map(({ key }) => key)]).toEqual([
                  state,
                  row,
                  expect.arrayContaining([`value:${row}`]),
                ]);
                told++;
              }
          }
      expect(told).toBeGreaterThan(50);
    },
  );

  test.each([1400, 1000, 700, 390])("writes nothing over anything else, %i px wide", (width) => {
    for (const { slice, at } of CASE_SLICES)
      for (const direction of ["backward", "latest"] as const) {
        const other = withRules(
          slice,
          slice.joins.map(({ rule }) => ({ ...rule, direction })),
        );
        const drawn = picture(
          other,
          { spineRow: at.spineRow, join: 0, phase: "write_cell", together: true },
          initialWindow(other, at.spineRow),
          { width, strip: { laneHeights: slice.joins.map(() => (width < 600 ? 54 : 24)), hasAxis: true } },
        );
        for (const lane of drawn.lanes) {
          const boxes = writtenBoxes(lane);
          boxes.forEach((box, i) => {
            for (const next of boxes.slice(i + 1))
              expect(overlaps(box, next) && [box.text, next.text]).toBe(false);
          });
        }
      }
  });
});

describe("a join that takes several rows", () => {
  const picked: PickedRows = new Map([
    [1, { leak: false }],
    [2, { leak: false }],
    [4, { leak: true }],
  ]);

  test("shows each of them, as a leak where it was not known, with an arc; and neither TTL nor delay", () => {
    const drawn = strip("train", { picked: [picked] });
    expect(states(drawn)).toEqual(["superseded", "chosen", "chosen", "superseded", "leak"]);
    const lane = drawn.lanes[0];
    expect([lane?.arc?.leak, lane?.moreArcs.map(({ leak }) => leak)]).toEqual([true, [false, false]]);
    expect([lane?.band, lane?.delay]).toEqual([null, null]);
    expect(lane?.marks[0]?.spoken).toContain("not taken");
    // The other join goes by its own rule.
    expect(states(drawn, 1)).toEqual(["superseded", "chosen", "not_yet_known", "future"]);
  });

  test("takes them when others keep the latest, and not before", () => {
    const { slice, at } = scenarioSliceNamed("train");
    const at1 = { spineRow: at.spineRow, join: 0, phase: "rule_out_expired", together: true } as const;
    const drawn = picture(slice, at1, initialWindow(slice, at.spineRow), {
      width: 1000,
      strip: { laneHeights: [HEIGHT, HEIGHT], hasAxis: true },
      picked: [picked],
    });
    expect(states(drawn)).toEqual(["undecided", "undecided", "undecided", "undecided", "undecided"]);
    expect(drawn.lanes[0]?.arc).toBeNull();
  });

  test("is counted exactly where its rows are too many to be marks", () => {
    const many = CASE_SLICES.find(({ slice }) => slice.joins.some(({ rows }) => rows.length > 300));
    if (many === undefined) throw new Error("the cases have a dense one");
    const { slice, at } = many;
    const join = slice.joins.findIndex(({ rows }) => rows.length > 300);
    const rows = slice.joins[join]?.rows ?? new Int32Array();
    const { eventUs } = candidatesOf(slice.joins[join] ?? slice.joins[0] ?? raise());
    const window = { fromUs: eventUs[0] ?? 0, toUs: (eventUs.at(-1) ?? 0) + 1 };
    const drawn = picture(
      slice,
      { spineRow: at.spineRow, join, phase: "write_cell", together: true },
      window,
      {
        width: 700,
        strip: { laneHeights: slice.joins.map(() => HEIGHT), hasAxis: true },
        picked: slice.joins.map((_, i) =>
          i === join
            ? new Map(Array.from(rows.subarray(0, 120), (row, n) => [row, { leak: n < 50 }]))
            : undefined,
        ),
      },
    );
    const counts: Record<string, number> = {};
    for (const { parts } of drawn.lanes[join]?.density?.items ?? [])
      for (const { state, count } of parts) counts[state] = (counts[state] ?? 0) + count;
    const marked = drawn.lanes[join]?.marks.length ?? 0;
    expect((counts.leak ?? 0) + (counts.chosen ?? 0) + (counts.superseded ?? 0)).toBeGreaterThanOrEqual(
      rows.length - marked,
    );
    expect((counts.leak ?? 0) + (counts.chosen ?? 0)).toBeGreaterThanOrEqual(120 - marked);
    expect((counts.leak ?? 0) + (counts.chosen ?? 0)).toBeLessThanOrEqual(120);
  });
});

test("pictures on one axis fold what is idle in all of them", () => {
  const { slice, at } = scenarioSliceNamed("train");
  const window = initialWindow(slice, at.spineRow);
  expect(sharedFolds([slice, slice], at.spineRow, window)).toEqual(sharedFolds([slice], at.spineRow, window));
});

function raise(): never {
  throw new Error("there is a join");
}
