import { describe, expect, test } from "vitest";
import { overlaps } from "../geometry/place-labels";
import { CASE_SLICES, scenarioSliceNamed } from "../scenario-slices";
import { sliceIndex } from "../slice-index/slice-index";
import { momentOf } from "../step/step-verdicts";
import { writtenBoxes } from "../testing/written-boxes";
import { initialWindow } from "./initial-window";
import { picture } from "./picture";
import type { LanePicture, Picture } from "./picture-types";

/** What each scenario's picture holds, lane by lane: the states of its rows, in their order, and its other parts. */
const HOLDS = `
step-1-find: undecided undecided undecided undecided undecided + others TTL delay | undecided undecided undecided undecided + TTL
step-2-future: undecided undecided undecided undecided future + TTL delay | undecided undecided undecided undecided + TTL
step-3-not-yet-known: undecided undecided undecided not_yet_known future + TTL delay | undecided undecided undecided undecided + TTL
step-4-expired: expired undecided undecided not_yet_known future + TTL delay | undecided undecided undecided undecided + TTL
step-5-latest: expired superseded chosen not_yet_known future + arc TTL delay rivals | undecided undecided undecided undecided + TTL
step-6-write: expired superseded chosen not_yet_known future + arc TTL delay | undecided undecided undecided undecided + TTL
side-by-side: superseded chosen future + arc TTL | chosen not_yet_known + arc TTL | superseded chosen not_yet_known + arc TTL delay | expired chosen + arc TTL
train: expired superseded chosen not_yet_known future + arc TTL delay | undecided undecided undecided undecided + TTL
joins: superseded chosen future + arc TTL | chosen not_yet_known + arc TTL | superseded chosen not_yet_known + arc TTL delay | undecided undecided + TTL
chosen: chosen + arc TTL
superseded: superseded superseded chosen + arc TTL
expired: expired expired + TTL
ttl-edge: expired chosen + arc TTL
ttl-zero: expired chosen + arc TTL
not-yet-known: not_yet_known not_yet_known + TTL delay
created-time: chosen not_yet_known + arc TTL
future-only: future future + TTL
tie: superseded superseded chosen + arc TTL
correction: superseded chosen + arc TTL
exact-match: superseded chosen + arc TTL
exact-match-off: chosen future + arc TTL
null-value: superseded chosen + arc TTL
null-key: + note
no-entity: + TTL note
nearest: superseded leak + leak-arc TTL
nearest-tie: chosen superseded + arc TTL
forward: wrong_side leak superseded + leak-arc TTL
latest: superseded superseded leak + leak-arc TTL
latest-expired: superseded expired + TTL
burst: 201×superseded chosen future + arc TTL
`;

const held = HOLDS.trim()
  .split("\n")
  .map((line) => line.split(/: (.*)/, 2) as [name: string, holds: string]);

/** A phone, a projector, a desktop, and the picture's two sizes of text. */
const SHOWN = [390, 1000, 1440].flatMap((width) =>
  (["regular", "large"] as const).map((size) => ({ width, size })),
);

function drawn(name: string, { width, size }: (typeof SHOWN)[number]) {
  const { slice, at } = scenarioSliceNamed(name);
  const window = initialWindow(slice, at.spineRow);
  return { slice, at, drawn: picture(slice, at, window, { width, size }) };
}

function holds({ lanes }: Picture): string {
  return lanes.map(holdsLane).join(" | ");
}

function holdsLane({ marks, others, arc, band, delay, rivals, note, density }: LanePicture): string {
  const states = marks
    .flatMap(({ rows, state }) => rows.map((row) => ({ row, state })))
    .sort((a, b) => a.row - b.row)
    .map(({ state }) => state);
  const runs = states.filter((state, i) => state !== states[i - 1] || states.length < 20);
  const parts = [
    density?.kind,
    others.length > 0 && "others",
    arc && (arc.leak ? "leak-arc" : "arc"),
    band && "TTL",
    delay && "delay",
    rivals.length > 0 && "rivals",
    note && "note",
  ];
  const words = runs.map((state) =>
    states.length < 20 || states.indexOf(state) === states.lastIndexOf(state)
      ? state
      : `${states.filter((one) => one === state).length}×${state}`,
  );
  return [...words, "+", ...parts.filter((part) => typeof part === "string")].join(" ");
}

test("every case has its line, or is one whose rows are too many for one", () => {
  const listed = held.map(([name]) => name);
  expect(CASE_SLICES.map(({ name }) => name).filter((name) => !listed.includes(name))).toEqual([
    "many",
    "dense-rows",
    "dense-spine",
  ]);
});

describe.each(SHOWN)("$width px wide, $size", (shown) => {
  test.each(held)("%s holds %s", (name, expected) => {
    expect(holds(drawn(name, shown).drawn)).toBe(expected);
  });

  test.each(held)("in %s all stands where its time says", (name) => {
    const { slice, at, drawn: picture } = drawn(name, shown);
    const { scale, plot, asOf } = picture;
    const tUs = momentOf(slice, at.spineRow);
    expect(asOf.x).toBeCloseTo(scale.x(Number(tUs)), 6);
    if (picture.future !== null) expect(picture.future.left).toBeCloseTo(asOf.x, 6);
    for (const lane of picture.lanes) {
      const { ttlUs, delayUs } = lane.rule;
      for (const { x, y, us, tail } of lane.marks) {
        expect(x).toBeCloseTo(scale.x(us), 6);
        expect(x).toBeGreaterThanOrEqual(plot.left);
        expect(x).toBeLessThanOrEqual(plot.right);
        expect(Math.abs(y - lane.center)).toBeLessThanOrEqual(lane.height / 2);
        if (tail !== null) expect(tail.toX).toBeGreaterThan(x);
      }
      for (const edge of lane.band?.edges ?? [])
        expect(
          [tUs - (ttlUs ?? 0n), tUs + (ttlUs ?? 0n)].map((us) => Math.abs(scale.x(Number(us)) - edge) < 4),
        ).toContain(true);
      if (lane.delay !== null)
        expect(lane.delay.left).toBeLessThanOrEqual(
          Math.max(plot.left, scale.x(Number(tUs - delayUs))) + 1e-6,
        );
      const chosen = lane.marks.find(({ state }) => state === "chosen" || state === "leak");
      if (lane.arc !== null && chosen !== undefined) {
        // It begins at the ring around the chosen row; one at the very moment needs no way.
        const [x, y] = lane.arc.points[0] ?? [chosen.x, chosen.y];
        expect(Math.hypot(x - chosen.x, y - chosen.y)).toBeLessThanOrEqual(1.25 * lane.metrics.ringRadius);
        expect(lane.arc.endX).toBeCloseTo(asOf.x, 6);
      }
    }
  });

  test.each(held)("in %s no mark hides another, and no label another or runs out", (name) => {
    const { drawn: picture } = drawn(name, shown);
    for (const lane of picture.lanes) {
      const { marks, labels, metrics } = lane;
      marks.forEach((mark, i) => {
        for (const other of marks.slice(i + 1))
          expect(Math.hypot(mark.x - other.x, mark.y - other.y)).toBeGreaterThan(metrics.markRadius / 2);
      });
      const boxes = writtenBoxes(lane);
      boxes.forEach((box, i) => {
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(shown.width + 1);
        expect(box.top).toBeGreaterThanOrEqual(lane.top - 4);
        expect(box.bottom).toBeLessThanOrEqual(lane.top + lane.height);
        for (const other of boxes.slice(i + 1)) expect(overlaps(box, other)).toBe(false);
      });
      const least = shown.size === "large" ? 16 : 12;
      for (const { sizePx } of labels) expect(sizePx).toBeGreaterThanOrEqual(least);
    }
  });
});

test.each(SHOWN)(
  "$width px wide, $size, too many rows are all counted, and the choice is a mark",
  (shown) => {
    const { slice, at } = scenarioSliceNamed("dense-rows");
    const [lane] = picture(slice, at, sliceIndex(slice).wholeWindow, shown).lanes;
    const counted = lane?.density?.items.reduce((sum, { count }) => sum + count, 0);
    expect(counted).toBe(slice.joins[0]?.rows.length);
    expect(lane?.marks.map(({ state }) => state)).toEqual(["chosen"]);
  },
);
