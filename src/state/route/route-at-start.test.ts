import { expect, test } from "vitest";
import { DEMO_SAMPLE } from "../../scenario/samples/demo-sample";
import { routeAtStart, saysNoStep } from "./route-at-start";
import { START } from "./url";

test("a scenario opens at its step, looked at as it says", () => {
  expect(routeAtStart(DEMO_SAMPLE)).toEqual({
    ...{ row: 2, join: 0, phase: "find_entity", joins: "one-by-one" },
    ...{ column: null, from: null, to: null },
  });
  const window = { from: "2025-11-01", to: "2025-11-05T00:00:00.000001Z" };
  const start = {
    row: 3,
    join: 0,
    phase: "keep_latest",
    together: true,
    column: "total_spend",
    window,
  } as const;
  expect(routeAtStart({ ...DEMO_SAMPLE, start })).toEqual({
    ...{ row: 3, join: 0, phase: "keep_latest", joins: "together", column: "total_spend" },
    ...{ from: 1_761_955_200_000_000, to: 1_762_300_800_000_001 },
  });
});

test("without a place to start it opens at the first step of all", () => {
  const { start: _, ...without } = DEMO_SAMPLE;
  expect(START).toMatchObject(routeAtStart(without));
});

test.each([
  [{}, true],
  [{ stage: "train", theme: "dark", hide: ["table"], view: "spend" }, true],
  [{ row: 0 }, false],
  [{ join: 1 }, false],
  [{ phase: "keep_latest" }, false],
  [{ from: 0, to: 5 }, false],
] as const)("whether %j says nothing of a step: %s", (route, none) => {
  expect(saysNoStep({ ...START, ...route })).toBe(none);
});
