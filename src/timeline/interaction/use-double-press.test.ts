import { expect, test } from "vitest";
import { picture } from "../picture/picture";
import { scenarioSliceNamed } from "../scenario-slices";
import { sliceIndex } from "../slice-index/slice-index";
import { laneAt } from "./use-double-press";

const { slice, at } = scenarioSliceNamed("train");
const PICTURE = picture(slice, at, sliceIndex(slice).wholeWindow, { width: 960 });
const { spine, lanes, plot, scale } = PICTURE;

test("a place in a lane is its join and the moment there, to a round step that 8 pixels can aim at", () => {
  const x = (scale.left + scale.right) / 2;
  for (const lane of lanes) {
    const place = laneAt(PICTURE, x, lane.center);
    expect(place?.join).toBe(lane.join);
    expect(Math.abs(scale.x(Number(place?.us)) - x)).toBeLessThanOrEqual(8);
    expect((place?.us ?? 1n) % 60_000_000n).toBe(0n);
  }
});

test("a place among the rows to predict is the spine", () => {
  expect(laneAt(PICTURE, scale.left + 5, spine.center)?.join).toBe("spine");
});

test("beside the lanes there is no place", () => {
  expect(laneAt(PICTURE, scale.left - 1, spine.center)).toBeNull();
  expect(laneAt(PICTURE, scale.left + 5, plot.bottom + 1)).toBeNull();
  expect(laneAt(PICTURE, scale.left + 5, spine.top - 1)).toBeNull();
});
