import { expect, test } from "vitest";
import { isNewPress } from "./press";

test.each([
  [null, 0, true],
  [1_000, 1_000, false],
  [1_000, 1_040, false],
  [1_000, 1_149, false],
  [1_000, 1_150, true],
  [1_000, 9_000, true],
])("after a press at %s ms one at %i ms is a new one: %s", (lastMs, nowMs, isNew) => {
  expect(isNewPress(lastMs, nowMs)).toBe(isNew);
});

test("presses that go on bouncing are measured from the one that counted, so that a held button is not one press for ever", () => {
  const counted: number[] = [];
  for (const ms of [0, 60, 120, 180, 240, 300, 360])
    if (isNewPress(counted.at(-1) ?? null, ms)) counted.push(ms);
  expect(counted).toEqual([0, 180, 360]);
});
