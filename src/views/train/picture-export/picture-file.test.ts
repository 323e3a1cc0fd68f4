import { expect, test } from "vitest";
import { pictureName } from "./picture-file";

test.each([
  ["spend_at_activity", "spend_at_activity-row-3-keep-latest"],
  ["a/b: c?", "a-b-c-row-3-keep-latest"],
  ["Ausgaben für März", "Ausgaben-für-März-row-3-keep-latest"],
  ["..", "view-row-3-keep-latest"],
])("a picture of %j is called %s", (view, expected) => {
  expect(pictureName({ view, spineRow: 3, phase: "keep_latest" })).toBe(expected);
});
