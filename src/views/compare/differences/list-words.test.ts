import { expect, test } from "vitest";
import { VARIANT_TERMS, type VariantName } from "../../../terms/variants";
import { plainText } from "../../../timeline/words/sentence-parts";
import type { CellsBehind } from "../../../worker/compare/compare-results";
import { behindProblem, behindWords, differenceWords, valueWords } from "./list-words";

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
  [{ what: "other" }, 2, 3, "3 cells of latest made by another row than as of’s, in 2 rows."],
  [{ what: "stale" }, 2, 3, "3 stale cells of latest, in 2 rows: a later row was known."],
  [{ what: "empty", feature: "amount" }, 2, 3, "3 empty cells of amount under latest, in 2 rows."],
  [
    { variant: "ordinary", what: "multiplied" },
    2,
    3,
    "2 rows are in the table of ordinary join more than once.",
  ],
  [{}, 0, 0, "No cell of latest leaks."],
  [
    { variant: "strict", what: "multiplied" },
    0,
    0,
    "< instead of ≤ makes one row of each: none is multiplied.",
  ],
])("%j, %d rows, %d cells: %s", (change, totalRows, totalCells, sentence) => {
  const parts = behindWords({ ...LEAKED, ...change }, { totalRows, totalCells }, word);
  expect(plain(plainText(parts))).toBe(sentence);
});

test("a list of cells that differ says of which joins, or that there are none", () => {
  const list = (above: VariantName, below: VariantName, totalCells: number) =>
    plain(
      differenceWords({ question: { kind: "differences", above, below }, totalRows: 2, totalCells }, word),
    );
  expect(list("own", "latest", 33814)).toBe(
    "Under latest, 33 814 cells are other than under as of, in 2 rows: the greatest difference first.",
  );
  expect(list("own", "strict", 0)).toBe("< instead of ≤ and as of write the same into every cell.");
  expect(list("latest", "latest", 0)).toBe("A join never differs from itself: choose two.");
});

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
