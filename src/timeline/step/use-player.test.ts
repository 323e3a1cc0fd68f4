import { expect, test } from "vitest";
import { scenarioSliceNamed } from "../scenario-slices";
import { lastStep } from "./coordinate";
import { nextPlayed, passedOverWords, rulesNothingOut } from "./use-player";

test("play stops at every phase that rules something out", () => {
  const { slice } = scenarioSliceNamed("train");
  expect(nextPlayed(slice, { spineRow: 1, join: 0, phase: "find_entity" })).toEqual({
    to: { spineRow: 1, join: 0, phase: "rule_out_future" },
    passedOver: [],
  });
});

test("play passes over what rules nothing out, and says so", () => {
  const { slice } = scenarioSliceNamed("superseded");
  const next = nextPlayed(slice, { spineRow: 0, join: 0, phase: "find_entity" });
  expect(next.to?.phase).toBe("keep_latest");
  expect(passedOverWords(next.passedOver)).toBe(
    "nothing lies in the future, all that has happened is known, nothing has expired",
  );
});

test("play ends with the row's last step", () => {
  const { slice } = scenarioSliceNamed("train");
  expect(nextPlayed(slice, lastStep(slice, 1))).toEqual({ to: null, passedOver: [] });
});

test("finding, keeping and writing are never idle", () => {
  const { slice } = scenarioSliceNamed("no-entity");
  for (const phase of ["find_entity", "keep_latest", "write_cell"] as const) {
    expect(rulesNothingOut(slice, { spineRow: 0, join: 0, phase })).toBe(false);
  }
  expect(rulesNothingOut(slice, { spineRow: 0, join: 0, phase: "rule_out_future" })).toBe(true);
});
