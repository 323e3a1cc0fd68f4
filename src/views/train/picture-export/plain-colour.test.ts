import { expect, test } from "vitest";
import { plainColour } from "./plain-colour";

test.each([
  ["rgb(0, 114, 178)", "#0072b2", 1],
  ["rgba(26, 29, 33, 0.667)", "#1a1d21", 0.667],
  ["rgb(26 29 33 / 0.5)", "#1a1d21", 0.5],
  ["rgba(0, 0, 0, 0)", "#000000", 0],
  ["color(srgb 0 0.5 1)", "#0080ff", 1],
  ["color(srgb 1.2 -0.1 0.2 / 0.25)", "#ff0033", 0.25], // out of gamut: cut
  ["none", "none", 1],
  ['url("#a-hatch")', 'url("#a-hatch")', 1],
])("%s is %s at %f", (computed, colour, opacity) => {
  expect(plainColour(computed)).toEqual({ colour, opacity });
});
