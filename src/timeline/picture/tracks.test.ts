import { describe, expect, test } from "vitest";
import { onTracks, type Span } from "./tracks";

const ROOM = { center: 60, half: 26, step: 17, reach: 7 };

/** A mark at a place on the lane's line, and where its tail ends. */
const span = (x: number, toX = x, y = 60): Span => ({ x, y, toX });

const CASES: readonly (readonly [said: string, spans: readonly Span[], ys: readonly number[]])[] = [
  ["marks without tails stay on the line", [span(10), span(40)], [60, 60]],
  ["a tail that ends before the next mark stays too", [span(10, 30), span(40, 90)], [60, 60]],
  ["two whose tails overlap are told apart", [span(10, 90), span(40, 70)], [51.5, 68.5]],
  ["a tail does not run through a mark that has none", [span(10, 90), span(40)], [51.5, 68.5]],
  [
    "a track is free again where its tail has ended",
    [span(10, 50), span(40, 90), span(70, 80)],
    [51.5, 68.5, 51.5],
  ],
  [
    "four that are known at once fill the band",
    [span(10, 99), span(30, 99), span(50, 99), span(70, 99)],
    [34.5, 51.5, 68.5, 85.5],
  ],
  ["more than can be told apart stay", [10, 20, 30, 40, 50].map((x) => span(x, 99)), [60, 60, 60, 60, 60]],
  [
    "a stack that no tail runs through stays a stack",
    [span(10, 90, 49), span(10, 20, 71), span(50)],
    [49, 71, 60],
  ],
  [
    "what no tail reaches stays beside what is told apart",
    [span(10, 50), span(40, 60), span(200)],
    [51.5, 68.5, 60],
  ],
];

describe("the tracks of tails", () => {
  test.each(CASES)("%s", (_, spans, ys) => {
    expect(onTracks(spans, ROOM)).toEqual(ys);
  });

  test("stand nearer where the lane is low", () => {
    expect(onTracks([span(10, 99), span(30, 99), span(50, 99)], { ...ROOM, half: 10 })).toEqual([50, 60, 70]);
  });
});
