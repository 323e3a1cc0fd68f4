import { expect, test } from "vitest";
import { runWords } from "./materialize-row";

test.each([
  [2, 0, 0, "Wrote 2 keys."],
  [1, 0, 0, "Wrote 1 key."],
  [212, 975, 3, "Wrote 212 keys, left 975 unchanged and kept 3 that are newer."],
  [0, 2, 0, "Wrote nothing and left 2 unchanged."],
  [0, 0, 1, "Wrote nothing and kept 1 that is newer."],
  [1, 0, 1, "Wrote 1 key and kept 1 that is newer."],
])("written %i, unchanged %i, newer %i: %s", (written, unchanged, keptNewer, sentence) => {
  expect(runWords({ written, unchanged, keptNewer }, false)).toBe(sentence);
});

test("where nothing could be written it says why", () => {
  const nothing = { written: 0, unchanged: 0, keptNewer: 0 };
  expect(runWords(nothing, false)).toBe("Nothing to write: the group has no rows.");
  expect(runWords(nothing, true)).toBe("Nothing to write: no row was known by then.");
});
