import { expect, test } from "vitest";
import { picture } from "../picture/picture";
import { sceneNamed } from "../scenes/scenes";
import { sliceIndex } from "../slice-index/slice-index";
import { groundAt } from "./ground-at";

const { slice, at } = sceneNamed("train");
const PICTURE = picture(slice, at, sliceIndex(slice).wholeWindow, { width: 960 });
const { spine, lanes, plot, scale } = PICTURE;

test("a place in a lane is its join and the moment there, to a round step that 8 pixels can aim at", () => {
  const x = (scale.left + scale.right) / 2;
  for (const lane of lanes) {
    const ground = groundAt(PICTURE, x, lane.center);
    expect(ground?.join).toBe(lane.join);
    expect(Math.abs(scale.x(Number(ground?.us)) - x)).toBeLessThanOrEqual(8);
    expect((ground?.us ?? 1n) % 60_000_000n).toBe(0n);
  }
});

test("a place among the rows to predict is the spine", () => {
  expect(groundAt(PICTURE, scale.left + 5, spine.center)?.join).toBe("spine");
});

test("beside the lanes there is no ground", () => {
  expect(groundAt(PICTURE, scale.left - 1, spine.center)).toBeNull();
  expect(groundAt(PICTURE, scale.left + 5, plot.bottom + 1)).toBeNull();
  expect(groundAt(PICTURE, scale.left + 5, spine.top - 1)).toBeNull();
});
