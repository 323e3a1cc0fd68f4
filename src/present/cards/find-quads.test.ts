import { expect, test } from "vitest";
import { seededRandom } from "../../scenario/random";
import { findQuads } from "./find-quads";

/** A bright image, with noise, on which something is dark. */
function image(isDark: (x: number, y: number) => boolean) {
  const random = seededRandom(1);
  const data = Uint8Array.from(
    { length: 100 * 80 },
    (_, i) => (isDark(i % 100, Math.floor(i / 100)) ? 40 : 200) + random.between(-5, 5),
  );
  return { width: 100, height: 80, data };
}

test("a dark square is found, its corners with the clock", () => {
  const quads = findQuads(image((x, y) => x >= 20 && x < 60 && y >= 30 && y < 70));
  expect(quads).toHaveLength(1);
  const corners = (quads[0] ?? []).map(({ x, y }) => `${Math.round(x / 10)} ${Math.round(y / 10)}`);
  const first = corners.indexOf("2 3");
  expect([...corners.slice(first), ...corners.slice(0, first)]).toEqual(["2 3", "6 3", "6 7", "2 7"]);
});

test("three corners, what is too small, and noise are none", () => {
  expect(findQuads(image((x, y) => y >= 20 && y < 60 && x >= 10 && x < y))).toEqual([]);
  expect(findQuads(image((x, y) => x >= 20 && x < 27 && y >= 30 && y < 37))).toEqual([]);
  expect(findQuads(image(() => false))).toEqual([]);
});
