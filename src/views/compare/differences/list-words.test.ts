import { expect, test } from "vitest";
import type { CellValue } from "../../../microfs/core";
import { VARIANT_TERMS, type VariantName } from "../../../terms/variants";
import { plainText } from "../../../timeline/words/sentence-parts";
import type { CellsBehind } from "../../../worker/compare/compare-results";
import {
  behindProblem,
  behindWords,
  bridgeWords,
  differenceWords,
  sizeWords,
  tableWords,
  valueWords,
  writtenWords,
} from "./list-words";

const word = (name: VariantName) => VARIANT_TERMS[name].word;
const LEAKED: CellsBehind = { variant: "latest", what: "leaked", feature: null, peekUs: null };
const plain = (text: string) => text.replaceAll("\u00a0", " ");

test.each<[Partial<CellsBehind>, number, number, string]>([
  [{}, 5801, 33402, "33 402 leaked cells of latest, in 5 801 rows: the greatest peek first."],
  [{ feature: "amount" }, 1, 1, "1 leaked cell of amount under latest, in 1 row: the greatest peek first."],
  [
    { peekUs: { from: 86_400_000_000, to: 172_800_000_000 } },
    9,
    12,
    "12 leaked cells of latest, known 1 d to 2 d later, in 9 rows: the greatest peek first.",
  ],
  [{ what: "other" }, 2, 3, "3 cells of latest from another row than as of’s, in 2 rows."],
  [{ what: "stale" }, 2, 3, "3 stale cells of latest, in 2 rows: a later row was known."],
  [{ what: "empty", feature: "amount" }, 2, 3, "3 empty cells of amount under latest, in 2 rows."],
  [
    { variant: "ordinary", what: "multiplied" },
    2,
    3,
    "Ordinary join makes 4 103 rows of 9 training rows; 2 of these are in it more than once.",
  ],
  [{}, 0, 0, "No cell of latest leaks."],
  [
    { variant: "strict", what: "multiplied" },
    0,
    0,
    "< instead of ≤ makes one row of each: none is multiplied.",
  ],
])("%j, %d rows, %d cells: %s", (change, totalRows, totalCells, sentence) => {
  const parts = behindWords(
    { ...LEAKED, ...change },
    { totalRows, totalCells, tableRows: 4103, spineRows: 9 },
    word,
  );
  expect(plain(plainText(parts))).toBe(sentence);
});

test("a list of cells that differ says of which joins, or that there are none", () => {
  const list = (above: VariantName, below: VariantName, totalCells: number) =>
    plain(
      differenceWords(
        { question: { kind: "differences", above, below }, totalRows: 2, totalCells, spineRows: 6013 },
        word,
      ),
    );
  expect(list("own", "latest", 29337)).toBe(
    "Under latest, 29 337 cells hold another value than under as of, in 2 of 6 013 training rows.",
  );
  expect(list("own", "strict", 0)).toBe("< instead of ≤ and as of write the same into every cell.");
  expect(list("latest", "latest", 0)).toBe("A join never differs from itself: choose two.");
});

test.each<[number, number, string]>([
  [40047, 29337, "40 047 cells come from another row; 29 337 of them hold another value."],
  [2, 1, "2 cells come from another row; 1 of them holds another value."],
  [2, 2, "2 cells come from another row; all of them hold another value."],
  [1, 0, "1 cell comes from another row; it holds the same value."],
  [0, 0, ""],
])("of %d cells of other rows %d hold another value: %s", (otherRowCells, totalCells, sentence) =>
  expect(plain(bridgeWords({ totalCells, otherRowCells }, false))).toBe(sentence),
);

test("where a join takes several rows it is said what a cell is", () =>
  expect(bridgeWords({ totalCells: 2, otherRowCells: 3 }, true)).toMatch(
    /^3 cells come from other rows; 2 of them hold another value\. Where a join takes several rows, a cell is the list/,
  ));

test("a join's own table is as long as it makes it", () => {
  const words = (totalRows: number) =>
    plain(tableWords({ variant: "ordinary", totalRows, spineRows: 6013 }, word));
  expect(words(4_103_495)).toBe(
    "4 103 495 rows of 6 013: the table of ordinary join, as a model would be trained on it.",
  );
  expect(words(6013)).toBe("6 013 rows: the table of ordinary join, as a model would be trained on it.");
});

test("a cell of several rows is written as how many, and their first values", () => {
  const cell = (rows: number, values: CellValue[], distinct: number) =>
    plain(writtenWords({ rows, values, distinct, leaks: false }, "float64"));
  expect(cell(1, [14.99], 1)).toBe("14.99");
  expect(cell(1, [null], 1)).toBe("null");
  expect(cell(336, [14.99, 0, null], 15)).toBe("336 rows: 14.99, 0.00, null, +12");
  expect(cell(2, [0.5], 1)).toBe("2 rows: 0.50");
});

test.each<[number | null, string]>([
  [null, "–"],
  [0.25, "0.25"],
  [12.34, "12.3"],
  [1234.5, "1 235"],
  [Number.POSITIVE_INFINITY, "∞"],
])("a size of %s is written as %s", (size, words) => expect(plain(sizeWords(size))).toBe(words));

test("what a link names and a view does not have is said", () => {
  const menu = [{ name: "own" }, { name: "latest" }] as const;
  const problem = (behind: CellsBehind | null) => behindProblem(behind, menu, ["amount"], word);
  expect(problem(LEAKED)).toBeNull();
  expect(problem({ ...LEAKED, feature: "amount" })).toBeNull();
  expect(problem({ ...LEAKED, feature: "amuont" })).toBe("The view writes no feature “amuont”.");
  expect(problem({ ...LEAKED, variant: "no_ttl" })).toContain("“without TTL” does here what as of does");
  expect(problem(null)).toContain("no cells");
});

test.each<[Parameters<typeof valueWords>[0], Parameters<typeof valueWords>[1], string]>([
  [14.5, "float64", "14.50"],
  [0.1234567, "float64", "0.1235"],
  [7n, "int64", "7"],
  [0n, "timestamp", "1 Jan 1970 00:00"],
  [null, "string", "null"],
  ["ended", "string", "ended"],
  [true, "bool", "yes"],
])("%s of type %s is written as %s", (value, type, words) => expect(valueWords(value, type)).toBe(words));
