import { expect, test } from "vitest";
import type { CellsBehind } from "../../worker/compare/compare-results";
import { formatBehind, formatTableRows, readBehind, readTableRows } from "./behind";

const LEAKED: CellsBehind = { variant: "latest", what: "leaked", feature: null, peekUs: null };

test.each<[CellsBehind, string]>([
  [LEAKED, "latest,leaked"],
  [{ ...LEAKED, feature: "a,b" }, "latest,leaked,a%2Cb"],
  [{ ...LEAKED, peekUs: { from: 0, to: 60_000_000 } }, "latest,leaked,,0,60000000"],
  [{ ...LEAKED, variant: "ordinary", what: "multiplied" }, "ordinary,multiplied"],
])("%j is written as %s, and read back", (behind, text) => {
  expect(formatBehind(behind)).toBe(text);
  expect(readBehind(text)).toEqual(behind);
});

test.each([
  "",
  "latest",
  "latest,wrong",
  "never,leaked",
  "latest,leaked,,5,5",
  "latest,leaked,,a,b",
  "latest,leaked,,0,Infinity",
  "latest,leaked,a,1,2,3",
])("%j names no cells", (text) => expect(readBehind(text)).toBeNull());

test("all rows of a join's own table are a text of their own", () => {
  expect(formatTableRows("ordinary")).toBe("ordinary,rows");
  expect(readTableRows("ordinary,rows")).toBe("ordinary");
  expect(["ordinary", "ordinary,rows,1", "never,rows", "ordinary,leaked"].map(readTableRows)).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(readBehind("ordinary,rows")).toBeNull();
});
