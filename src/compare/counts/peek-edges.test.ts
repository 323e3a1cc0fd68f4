import { expect, test } from "vitest";
import { peekEdges } from "./peek-edges";

const [MINUTE, HOUR, DAY] = [60_000_000, 3_600_000_000, 86_400_000_000];

test("peeks that lie evenly have even steps from nothing", () => {
  expect(peekEdges(40 * MINUTE, 3 * HOUR, 5.2 * HOUR).map((us) => us / MINUTE)).toEqual(
    Array.from({ length: 22 }, (_, bin) => 15 * bin),
  );
  expect(peekEdges(1, 2, 3)).toEqual([0, 1, 2, 3, 4]);
  expect(peekEdges(7, 7, 7)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

test("where half of them are small beside the greatest, a ladder of durations that people say", () => {
  expect(peekEdges(20 * MINUTE, 3 * HOUR, 5 * DAY).map((us) => us / MINUTE)).toEqual([
    ...[10, 30, 60, 120, 360, 720, 1_440, 2_880, 5_760, 10_080],
  ]);
});

test.each([
  [1, 1, 2 ** 63],
  [1, 2 ** 62, 2 ** 63],
  [5, 400, 400],
  [MINUTE, HOUR, DAY],
  [1, 3, 24],
  [1, 3, 25],
])("from %d by %d to %d: at most 40 bins that ascend and hold all", (least, median, greatest) => {
  const edges = peekEdges(least, median, greatest);
  expect(edges.length).toBeLessThanOrEqual(41);
  expect(edges).toEqual([...new Set(edges)].sort((a, b) => a - b));
  expect(edges[0]).toBeLessThanOrEqual(least);
  expect(edges.at(-1)).toBeGreaterThan(greatest);
});
