import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EntitySlice } from "../../microfs/core";
import { overlaps } from "../geometry/place-labels";
import type { TimeWindow } from "../geometry/time-window";
import { minimap } from "../minimap/minimap";
import { CASE_SLICES, JOIN_CASE_SLICES, scenarioSliceNamed } from "../scenario-slices";
import { sliceIndex, withRules } from "../slice-index/slice-index";
import { type Coordinate, coordinateAt, stepsPerRow } from "../step/coordinate";
import { anySlice } from "../testing/any-slice";
import { writtenBoxes } from "../testing/written-boxes";
import { initialWindow } from "./initial-window";
import { picture } from "./picture";
import type { LanePicture, Picture } from "./picture-types";

function draw(
  slice: EntitySlice,
  at: Coordinate,
  width = 1000,
  window: TimeWindow = initialWindow(slice, at.spineRow),
): Picture {
  return picture(slice, at, window, { width });
}

function lane(drawn: Picture, index = 0): LanePicture {
  const found = drawn.lanes[index];
  if (found === undefined) throw new Error(`the picture has no lane ${index}`);
  return found;
}

const states = (drawn: Picture, index = 0) => lane(drawn, index).marks.map((mark) => mark.state);
const words = (drawn: Picture, index = 0) =>
  lane(drawn, index)
    .labels.map((label) => label.text)
    .sort();

describe("the train scenario", () => {
  const { slice, at } = scenarioSliceNamed("train");

  test("at the last phase every mark shows its verdict and the chosen one is joined to the line", () => {
    const drawn = draw(slice, at);
    expect(states(drawn)).toEqual(["expired", "superseded", "chosen", "not_yet_known", "future"]);
    expect(lane(drawn).arc?.endX).toBeCloseTo(drawn.asOf.x, 6);
    expect(words(drawn)).toEqual([
      "120.00",
      "2 d 4 h 48 min before",
      "20.00",
      "35.00",
      "50.00",
      "75.00",
      "TTL 4 d",
      "delay 6 h",
      "does not exist yet",
    ]);
  });

  test("the value of a mark at the edge of a phone's picture stands under it, and does not step aside", () => {
    const window = initialWindow(slice, at.spineRow);
    const first = Number(slice.joins[0]?.eventTimesUs[0]);
    const drawn = draw(slice, at, 390, { ...window, fromUs: first - (window.toUs - first) / 30 });
    const [mark] = lane(drawn).marks;
    const value = writtenBoxes(lane(drawn)).find(({ text }) => text === "20.00");
    expect(value?.left).toBeLessThan(mark?.x ?? 0);
    expect(value?.right).toBeGreaterThan(mark?.x ?? 0);
  });

  test("rows of others are there only while the entity's own are found, inside the lane, and are counted", () => {
    const find = CASE_SLICES.find(({ name }) => name === "step-1-find");
    if (find === undefined) throw new Error("the cases have their first step");
    const first = lane(draw(find.slice, find.at));
    expect(first.others.length).toBeGreaterThan(50);
    for (const [, y] of first.others)
      expect(Math.abs(y - first.center)).toBeLessThanOrEqual(first.metrics.bandHalf);
    const counted = (drawn: Picture) => words(drawn).some((text) => /^5 of 12\D003 rows$/.test(text));
    expect(counted(draw(find.slice, find.at))).toBe(true);
    const next = draw(find.slice, { ...find.at, phase: "rule_out_future" });
    expect(lane(next).others).toEqual([]);
    expect(counted(next)).toBe(false);
  });

  test("where one wins, those that it beats reach for the line too, at that step alone", () => {
    const phases = ["rule_out_expired", "keep_latest", "write_cell"] as const;
    expect(phases.map((phase) => lane(draw(slice, { ...at, phase })).rivals.length)).toEqual([0, 1, 0]);
  });

  test("side by side every lane has its verdicts as far as the step says", () => {
    const drawn = draw(slice, { ...at, together: true });
    expect(states(drawn, 1)).toEqual(["superseded", "chosen", "not_yet_known", "future"]);
    expect(drawn.lanes.map(({ arc }) => arc === null)).toEqual([false, false]);
  });

  test("before its phase a mark has no verdict, no arc is drawn and the future is not yet hatched", () => {
    const drawn = draw(slice, { ...at, phase: "find_entity" });
    expect(new Set(states(drawn))).toEqual(new Set(["undecided"]));
    expect(lane(drawn).arc).toBeNull();
    expect(drawn.future?.hatched).toBe(false);
    expect(draw(slice, { ...at, phase: "rule_out_future" }).future?.hatched).toBe(true);
  });

  test("the next join waits: its marks have no verdict and its lane says so", () => {
    const drawn = draw(slice, at);
    expect(new Set(states(drawn, 1))).toEqual(new Set(["undecided"]));
    expect(lane(drawn, 1).progress).toBe("next");
    expect([lane(drawn).subtitle, lane(drawn, 1).subtitle]).toEqual(["total_spend", ""]);
  });

  test("a row known late has a tail to when it became known, and that is written where it crosses the line", () => {
    const drawn = draw(slice, at);
    const tails = lane(drawn, 1).marks.flatMap((mark) => (mark.tail === null ? [] : [mark.tail.toX]));
    expect(tails).toEqual([drawn.scale.x(Date.parse("2025-11-06T10:00Z") * 1000)]);
    expect(words(drawn, 1).some((text) => text.startsWith("known"))).toBe(false);
    expect(words(draw(slice, { ...at, join: 1, phase: "find_entity" }, 1040), 1)).toContain(
      "known only on 6 Nov 10:00",
    );
  });

  test("the TTL window ends where the TTL ends, the delay begins where the delay begins", () => {
    const drawn = draw(slice, at);
    expect(lane(drawn).band?.edges).toEqual([drawn.scale.x(Date.parse("2025-11-01T14:00Z") * 1000)]);
    expect(lane(drawn).delay?.left).toBe(drawn.scale.x(Date.parse("2025-11-05T08:00Z") * 1000));
    expect(lane(drawn, 1).band?.edges).toEqual([]);
  });

  test("every mark has a spoken name", () => {
    expect(lane(draw(slice, at)).marks.map((mark) => mark.spoken)).toEqual([
      "payment, 20.00, 29 Oct 06:00, expired, 7 days before",
      "payment, 35.00, 2 Nov 11:00, superseded, 3 days before",
      "payment, 50.00, 3 Nov 09:12, chosen, 2 days before",
      "payment, 75.00, 5 Nov 11:00, not yet known, 3 hours before",
      "payment, 120.00, 7 Nov 10:00, future, 1 day 20 hours after",
    ]);
  });

  test("the label stands right of the line with when it is known, shortened where there is no room", () => {
    const wide = draw(slice, at, 1400).spine.label;
    expect([wide?.text.text, wide?.note?.text]).toEqual([
      "churned within 30 days: yes",
      "known only after 5 Dec",
    ]);
    expect(wide?.closed).toBe(false);
    const short = draw(slice, at, 760).spine.label;
    expect([short?.text.text, short?.note?.text]).toEqual(["churned: yes", "known 5 Dec"]);
    const narrow = draw(slice, at, 360).spine.label;
    expect([narrow?.text.text, narrow?.note]).toEqual(["churned: yes", null]);
  });

  test("off the screen the line's flag points to where it is", () => {
    const day = 86_400_000_000;
    const from = Date.parse("2025-10-28T00:00Z") * 1000;
    const early = draw(slice, at, 1000, { fromUs: from, toUs: from + day });
    expect([early.asOf.side, early.asOf.label]).toEqual(["right", "as of 5 Nov 14:00 →"]);
    expect(early.future).toBeNull();
    const late = draw(slice, at, 1000, { fromUs: from + 20 * day, toUs: from + 21 * day });
    expect([late.asOf.side, late.asOf.label]).toEqual(["left", "← as of 5 Nov 14:00"]);
    expect(late.future?.left).toBe(late.plot.left);
  });
});

test.each([
  ["null-key", [], "user_id is null: nothing matches"],
  ["no-entity", [], "nothing of user 2 in user_payments"],
  ["future-only", ["future", "future"], ""],
  ["exact-match-off", ["chosen", "future"], ""],
  ["latest", ["superseded", "superseded", "leak"], ""],
  ["nearest", ["superseded", "leak"], ""],
  ["forward", ["wrong_side", "leak", "superseded"], ""],
  ["latest-expired", ["superseded", "expired"], ""],
])("%s is drawn as %j", (name, marks, note) => {
  const { slice, at } = scenarioSliceNamed(name);
  const drawn = draw(slice, at);
  expect(states(drawn)).toEqual(marks);
  expect(lane(drawn).note?.text ?? "").toBe(note);
});

test("another rule is another picture of the same rows", () => {
  const { slice, at } = scenarioSliceNamed("superseded");
  const [join] = slice.joins;
  if (join === undefined) throw new Error("the scenario has a join");
  const strict = withRules(slice, [{ ...join.rule, ttlUs: 1n }]);
  expect(states(draw(strict, at))).toEqual(["expired", "expired", "expired"]);
  expect(states(draw(slice, at))).toEqual(["superseded", "superseded", "chosen"]);
});

test("marks of one moment stand above each other, the arc begins at the chosen one", () => {
  const { slice, at } = scenarioSliceNamed("tie");
  const [, one, two] = lane(draw(slice, at)).marks;
  expect(one?.x).toBe(two?.x);
  expect(one?.y).not.toBe(two?.y);
});

test("a burst is a pile with its count, behind a fold with its length", () => {
  const { slice, at } = scenarioSliceNamed("burst");
  const drawn = draw(slice, at);
  expect(lane(drawn).marks.map((mark) => mark.count)).toEqual([200, 1, 1, 1]);
  expect(words(drawn)).toContain("×200");
  expect(drawn.folds.map((fold) => fold.label)).toEqual(["31 d"]);
});

test("too many rows are counted, every one of them, and the lane says so", () => {
  const { slice, at } = scenarioSliceNamed("many");
  const drawn = draw(slice, at, 1000, sliceIndex(slice).wholeWindow);
  const { density, marks } = lane(drawn);
  expect(density?.kind).toBe("bars");
  expect(density?.items.reduce((sum, bar) => sum + bar.count, 0)).toBe(1000);
  expect(density?.items.flatMap((bar) => bar.parts).reduce((sum, part) => sum + part.count, 0)).toBe(1000);
  expect(marks.map((mark) => mark.state)).toEqual(["chosen"]);
  expect(words(drawn).some((text) => text.startsWith("1\u00a0000 payments, counted"))).toBe(true);
});

test.each([360, 640, 1000, 1400])(
  "%i px wide, a lane says that it counts wherever the line stands",
  (width) => {
    const { slice, at } = scenarioSliceNamed("many");
    const { fromUs, toUs } = sliceIndex(slice).wholeWindow;
    for (let share = 0; share <= 1; share += 0.05) {
      const from = Number(slice.spine.timesUs[0] ?? 0n) - share * (toUs - fromUs);
      const drawn = draw(slice, at, width, { fromUs: from, toUs: from + toUs - fromUs });
      if (lane(drawn).density?.kind !== "bars") continue;
      expect(words(drawn).join("; "), `the line at ${share}`).toMatch(/\d counted|, counted/);
    }
  },
);

test("zooming in on counts yields a tick a row, and then the rows", () => {
  const { slice, at } = scenarioSliceNamed("many");
  const { fromUs, toUs } = sliceIndex(slice).wholeWindow;
  const near = lane(draw(slice, at, 1000, { fromUs: toUs - (toUs - fromUs) / 4, toUs })).density;
  expect(near?.kind).toBe("ticks");
  expect(near?.words).toMatch(/^\d+ payments, a line each$/);
  const drawn = draw(slice, at);
  expect(lane(drawn).density).toBeNull();
  expect(lane(drawn).marks.length).toBeGreaterThan(4);
});

test("the minimap shows everything and where the window stands", () => {
  const { slice, at } = scenarioSliceNamed("many");
  const window = initialWindow(slice, at.spineRow);
  const map = minimap(slice, at.spineRow, window, { left: 200, right: 1000, height: 30 });
  expect(map.window.left).toBeGreaterThan(200);
  expect(map.window.right).toBeLessThan(320);
  expect(map.label).toBe("Sep 2025 – Dec 2026");
});

test.each([360, 640, 1000, 1400])(
  "no two labels of a lane overlap in any scenario, %i px wide, at any step",
  (width) => {
    for (const { slice } of JOIN_CASE_SLICES) {
      for (let step = 0; step < stepsPerRow(slice); step++) {
        for (const drawn of draw(slice, coordinateAt(slice, step), width).lanes) {
          const boxes = writtenBoxes(drawn);
          boxes.forEach((box, i) => {
            for (const other of boxes.slice(i + 1))
              expect(overlaps(box, other), `${box.text} and ${other.text}`).toBe(false);
          });
        }
      }
    }
  },
);

test("every row on the screen is in exactly one mark or one bar, and the picture is the same when drawn again", () => {
  fc.assert(
    fc.property(anySlice, fc.nat(), fc.integer({ min: 320, max: 1400 }), (slice, some, width) => {
      const at = coordinateAt(slice, some % (stepsPerRow(slice) * slice.spine.rows.length));
      const window = sliceIndex(slice).wholeWindow;
      const drawn = draw(slice, at, width, window);
      drawn.lanes.forEach((one, i) => {
        const rows = one.marks.flatMap((mark) => mark.rows).sort((a, b) => a - b);
        expect(rows).toEqual(Array.from(slice.joins[i]?.rows ?? []));
      });
      const { scale: _, ...again } = draw(
        { ...slice, joins: slice.joins.map((join) => ({ ...join })) },
        at,
        width,
        window,
      );
      expect(drawn).toMatchObject(again);
    }),
  );
});

test.each(["burst", "dense-rows"])(
  "a dragged row stays a mark of its own in a pile and among counts: %s",
  (name) => {
    const scenario = CASE_SLICES.find((one) => one.name === name);
    if (scenario === undefined) throw new Error(`there is no scenario ${name}`);
    const { slice, at } = scenario;
    const window = sliceIndex(slice).wholeWindow;
    const row = slice.joins[0]?.rows[7] ?? -1;
    const alone = (dragged: { join: number; row: number } | null) =>
      picture(slice, at, window, { width: 1000, dragged }).lanes[0]?.marks.filter(
        (mark) => mark.count === 1 && mark.row === row,
      );
    expect(alone(null)).toEqual([]);
    expect(alone({ join: 0, row })).toHaveLength(1);
  },
);
