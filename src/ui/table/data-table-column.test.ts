import { expect, test } from "vitest";
import { columnSpans, columnTemplate, leastWidthPx, pinnedOffsets } from "./data-table-column";

const column = (minWidthPx: number | undefined, grow: number | undefined) => ({
  id: "a",
  header: "a",
  minWidthPx,
  grow,
  cell: () => "",
});
const columns = [column(60, 0), column(undefined, undefined), column(90, 0.5)];

test("columnTemplate gives what is left over by share, and nothing to a column that does not grow", () => {
  expect(columnTemplate(columns)).toBe("60px minmax(120px, 1fr) minmax(90px, 0.5fr)");
});

test("leastWidthPx is the sum of the least widths", () => {
  expect(leastWidthPx(columns)).toBe(270);
});

const pinned = (id: string, minWidthPx: number) => ({ ...column(minWidthPx, 1), id, pinned: true });

test("a pinned column is as wide as its least", () => {
  expect(columnTemplate([pinned("key", 80), column(90, 1)])).toBe("80px minmax(90px, 1fr)");
});

test.each([
  [1000, [0, 80, 200]],
  [640, [0, 80, 200]], // exactly half
  [639, [0, 80]],
  [159, []],
])("pinnedOffsets of a table of %i px keeps the first columns, as far as half of it", (tablePx, expected) => {
  const columns = [pinned("row", 80), pinned("key", 120), pinned("label", 120), column(90, 1)];
  expect(pinnedOffsets(columns, tablePx)).toEqual(expected);
});

test("pinnedOffsets ends at the first column that is not pinned", () => {
  expect(pinnedOffsets([column(90, 1), pinned("key", 80)], 1000)).toEqual([]);
});

// One character is a column of that group, "." is one of none.
const grouped = (groups: string) =>
  [...groups].map((group, at) => ({
    ...column(90, 1),
    id: String(at),
    ...(group !== "." && { group }),
  }));

test.each([
  ["...", 0, []],
  ["aab", 0, ["a 0–2", "b 2–3"]],
  ["aa.b", 0, ["a 0–2", " 2–3", "b 3–4"]],
  ["aba", 0, ["a 0–1", "b 1–2", "a 2–3"]],
  ["aaaab", 2, ["a 0–2", "a, on 2–4", "b 4–5"]], // what is not pinned goes on
])("columnSpans of %s with %i pinned", (groups, numPinned, expected) => {
  const spans = columnSpans(grouped(groups), numPinned);
  const words = spans.map(
    ({ group, isContinued, from, to }) => `${group}${isContinued ? ", on" : ""} ${from}–${to}`,
  );
  expect(words).toEqual(expected);
});
