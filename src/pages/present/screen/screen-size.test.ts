import { expect, test } from "vitest";
import { screenScale } from "./screen-size";

test.each([
  [1280, 720, 1],
  [1920, 1080, 1.5],
  [3840, 2160, 3],
  // An old projector is higher than it needs; a wide screen wider.
  [1024, 768, 0.8],
  [2560, 720, 1],
  // Upright the drawing is another one: a phone would have to shrink this one to nothing.
  [390, 844, 0.75],
  [520, 1080, 1],
])("a screen of %i × %i is drawn at %d", (width, height, scale) => {
  expect(screenScale(width, height)).toBeCloseTo(scale, 6);
});
