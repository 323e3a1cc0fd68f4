import { describe, expect, test } from "vitest";
import type { GroupSummary, ViewSummary } from "../../worker/results";
import { endOfData, servingNow } from "./serving-now";

const MINUTE = 60_000_000n;
const DAY = 1_440n * MINUTE;
const WALL = 1_000n * DAY + 17n;
const wall = () => WALL;

describe("the moment of a request", () => {
  test.each([
    ["is the one that was given", "1970-01-03", 5n, { us: 2n * DAY, countedFrom: "given" }],
    ["is the wall clock where that was asked for", "now", 5n, { us: WALL, countedFrom: "wall_clock" }],
    [
      "is the wall clock where the data is current",
      null,
      WALL - 2n * DAY,
      { us: WALL, countedFrom: "wall_clock" },
    ],
    [
      "is the wall clock where the data reaches beyond it",
      null,
      WALL + DAY,
      { us: WALL, countedFrom: "wall_clock" },
    ],
    ["is the wall clock where there is no data", null, null, { us: WALL, countedFrom: "wall_clock" }],
    [
      "is the minute after the end of old data",
      null,
      3n * DAY + 1n,
      { us: 3n * DAY + MINUTE, countedFrom: "end_of_data" },
    ],
    [
      "is after an end on the minute, too",
      null,
      3n * DAY,
      { us: 3n * DAY + MINUTE, countedFrom: "end_of_data" },
    ],
    ["is right before 1970, too", null, -1n, { us: 0n, countedFrom: "end_of_data" }],
  ] as const)("%s", (_, text, endUs, now) => {
    expect(servingNow(text, endUs, wall)).toEqual(now);
  });

  test("is none where it cannot be read", () => {
    expect(() => servingNow("soon", null, wall)).toThrow("now: “soon” is not a time");
  });
});

test("the data of a view ends when the last row of its own groups can be used", () => {
  const group = (name: string, lastKnownUs: bigint | null) =>
    ({ definition: { name }, lastKnownUs }) as GroupSummary;
  const view = { definition: { labelFg: "asked", joins: [{ fgName: "paid" }] } } as unknown as ViewSummary;
  const groups = [group("asked", 5n), group("paid", 9n), group("other", 99n)];
  expect(endOfData(view, groups)).toBe(9n);
  expect(endOfData(view, [group("asked", null), group("paid", null)])).toBeNull();
});
