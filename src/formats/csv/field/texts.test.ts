import { expect, test } from "vitest";
import { day, type FieldFile, lines, outcomeOf, wantedOf } from "../testing/field-file";

/* Files as people met them elsewhere, and what should come of each: every row, what is left out, what is asked, what is told. */
const FILES: FieldFile[] = [
  {
    what: "a blank after the comma, and quotes",
    text: lines("user, at, name, n", '1, 2024-01-01, "Doe", 3', '2, 2024-01-02, "Ann, B", 4'),
    key: ["user"],
    event: "at",
    rows: [
      [1n, day("2024-01-01"), "Doe", 3n],
      [2n, day("2024-01-02"), "Ann, B", 4n],
    ],
    told: [/^Blanks around the texts of “name” are left off\.$/],
  },
  {
    what: "blanks that keep two equal keys apart are left off",
    text: lines("store,at,n", "north ,2024-01-01,1", "north,2024-01-02,2", "south,2024-01-03,2"),
    key: ["store"],
    event: "at",
    rows: [
      ["north", day("2024-01-01"), 1n],
      ["north", day("2024-01-02"), 2n],
      ["south", day("2024-01-03"), 2n],
    ],
    told: [/^Blanks around the texts of “store” are left off\.$/],
  },
  {
    what: "blanks around a key are left off",
    text: lines("store,at,n", "north ,2024-01-01,1", "south ,2024-01-03,2"),
    key: ["store"],
    event: "at",
    rows: [
      ["north", day("2024-01-01"), 1n],
      ["south", day("2024-01-03"), 2n],
    ],
    told: [/^Blanks around the texts of “store” are left off\.$/],
  },
  {
    what: "quotes after blanks around numbers and times alone",
    text: lines('"user_id", "at", "n"', '"1", "2024-01-01", "5"', '"2", "2024-01-02", "6"'),
    key: ["user_id"],
    event: "at",
    rows: [
      [1n, day("2024-01-01"), 5n],
      [2n, day("2024-01-02"), 6n],
    ],
  },
  {
    what: "blanks around other texts are told",
    text: lines("store_id,at,kind", "1,2024-01-01, red", "1,2024-01-02, blue"),
    key: ["store_id"],
    event: "at",
    rows: [
      [1n, day("2024-01-01"), " red"],
      [1n, day("2024-01-02"), " blue"],
    ],
    told: [/^Blanks around the texts of “kind” are kept, as in “ red”\.$/],
  },
  {
    what: "an inch mark in a cell without quotes",
    text: lines("user,at,item,n", '1,2024-01-01,Box Jump 24",3', "1,2024-01-02,Plank,4"),
    key: ["user"],
    event: "at",
    rows: [
      [1n, day("2024-01-01"), 'Box Jump 24"', 3n],
      [1n, day("2024-01-02"), "Plank", 4n],
    ],
  },
  {
    what: "texts made safe for a spreadsheet",
    text: lines("sku,at,n", '="00123",2024-01-01,1', '="00124",2024-01-02,2'),
    key: ["sku"],
    event: "at",
    rows: [
      ['="00123"', day("2024-01-01"), 1n],
      ['="00124"', day("2024-01-02"), 2n],
    ],
  },
  {
    what: "quotes that are escaped with a backslash are told, and slide no cell",
    text: lines(
      "user,at,said,n",
      '1,2024-01-01,"Foo \\"Bar\\", ok",3',
      '1,2024-01-02,"plain",4',
      '2,2024-01-03,"say \\"hi\\"",5',
    ),
    key: ["user"],
    event: "at",
    rows: [[1n, day("2024-01-02"), "plain", 4n]],
    rejected: [
      [2, "said"],
      [4, "said"],
    ],
    told: [/^Line 2 has text after its closing quote: it would be left out\.$/, /^Line 4 has text after/],
  },
  {
    what: "tabs without rules for quotes: cells that begin with one are told, and swallow no row",
    text: lines(
      "tconst\tadded\tprimaryTitle\tstartYear\truntime",
      'tt0033122\t2024-01-01\t"Swing it" magistern\t1940\t92',
      'tt0073045\t2024-01-02\t"Giliap\t1975\t\\N',
      "tt0000001\t2024-01-03\tCarmencita\t1894\t1",
      "tt0000002\t2024-01-04\tLe clown\t1892\t\\N",
      'tt0000003\t2024-01-05\t"Rome, open\t1945\t100',
    ),
    key: ["tconst"],
    event: "added",
    rows: [
      ["tt0000001", day("2024-01-03"), "Carmencita", 1894n, 1n],
      ["tt0000002", day("2024-01-04"), "Le clown", 1892n, null],
    ],
    rejected: [
      [2, "primaryTitle"],
      [3, "primaryTitle"],
      [6, "primaryTitle"],
    ],
    told: [
      /^Line 2 has text after its closing quote/,
      /^Line 3 has text after its closing quote/,
      /^Line 6 opens a quote that is never closed/,
      /^In “runtime”, “\\N” is read as null\.$/,
    ],
  },
];

test.each(FILES)("$what", async (file) => {
  expect(await outcomeOf(file)).toEqual(wantedOf(file));
});
