import { expect, test } from "vitest";
import { day, type FieldFile, lines, outcomeOf, wantedOf } from "../testing/field-file";

const utf16 = (text: string) =>
  new Uint8Array([
    0xff,
    0xfe,
    ...Array.from(text, (c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]).flat(),
  ]);

/* Files as people met them elsewhere, and what should come of each: every row, what is left out, what is asked, what is told. */
const FILES: FieldFile[] = [
  {
    what: "the first line says the delimiter",
    text: "sep=;\r\nuser;at;amount\r\n1;2024-01-01;2,5\r\n2;2024-01-02;3,5\r\n",
    key: ["user"],
    event: "at",
    rows: [
      [1n, day("2024-01-01"), 2.5],
      [2n, day("2024-01-02"), 3.5],
    ],
    told: [/^The names are on line 2; line 1, which says what stands between cells, is left out\.$/],
  },
  {
    what: "titles stand before the names",
    text: lines(
      "Sales report",
      "Generated 2024-02-01 by Shop 7",
      "",
      "user_id,at,amount",
      "1,2024-01-01,2.5",
      "2,2024-01-02,3.5",
    ),
    key: ["user_id"],
    event: "at",
    rows: [
      [1n, day("2024-01-01"), 2.5],
      [2n, day("2024-01-02"), 3.5],
    ],
    told: [/^The names are on line 4; lines 1 to 3 are left out\.$/],
  },
  {
    what: "facts of two cells, padded by a spreadsheet, stand before the names",
    text: lines("Report,,,", "Station,7,,", "station,at,a,b", "7,2024-01-01,2.5,3", "7,2024-01-02,3.5,4"),
    key: ["station"],
    event: "at",
    rows: [
      [7n, day("2024-01-01"), 2.5, 3n],
      [7n, day("2024-01-02"), 3.5, 4n],
    ],
    told: [/^The names are on line 3; lines 1 and 2 are left out\.$/],
  },
  {
    what: "comments stand before the names and between the rows",
    text: lines("# made by a sensor", "user_id,at,n", "1,2024-01-01,3", "# a gap", "2,2024-01-02,4"),
    key: ["user_id"],
    event: "at",
    rows: [
      [1n, day("2024-01-01"), 3n],
      [2n, day("2024-01-02"), 4n],
    ],
    told: [/^Lines that begin with # are comments, and left out\.$/],
  },
  {
    what: "the names stand behind a comment's sign",
    text: lines("# made by a sensor", "#user_id,at,n", "1,2024-01-01,3", "2,2024-01-02,4"),
    key: ["user_id"],
    event: "at",
    rows: [
      [1n, day("2024-01-01"), 3n],
      [2n, day("2024-01-02"), 4n],
    ],
    told: [/^The names are on line 2; line 1 is left out\.$/, /comments, and left out, but for the names/],
  },
  {
    what: "a row of units stands under the names",
    text: lines(
      "station,time,depth,temp",
      ",UTC,m,degree_C",
      "1,2024-01-01T00:00:00Z,5.5,11.2",
      "1,2024-01-01T01:00:00Z,5.5,11.3",
      "2,2024-01-01T00:00:00Z,7,10.1",
      "2,2024-01-01T01:00:00Z,7,10.4",
    ),
    key: ["station"],
    event: "time",
    rows: [
      [1n, "2024-01-01T00:00:00Z", 5.5, 11.2],
      [1n, "2024-01-01T01:00:00Z", 5.5, 11.3],
      [2n, "2024-01-01T00:00:00Z", 7, 10.1],
      [2n, "2024-01-01T01:00:00Z", 7, 10.4],
    ],
    rejected: [[2, "station"]],
    told: [
      /^Line 2 is unlike the others and cannot be read in “time”, “depth” and “temp”, with “UTC” for one/,
    ],
  },
  {
    what: "the names come again in the middle",
    text: lines(
      "user_id,at,amount",
      "1,2024-01-01,2.5",
      "2,2024-01-02,3.5",
      "user_id,at,amount",
      "3,2024-01-03,4.5",
    ),
    key: ["user_id"],
    event: "at",
    rows: [
      [1n, day("2024-01-01"), 2.5],
      [2n, day("2024-01-02"), 3.5],
      [3n, day("2024-01-03"), 4.5],
    ],
    rejected: [[4, "user_id"]],
    told: [/^Line 4 holds the names again: it would be left out\.$/],
  },
  {
    what: "every row ends with a comma, the names do not",
    text: lines("user_id,at,amount", "1,2024-01-01,2.5,", "2,2024-01-02,3.5,", "3,2024-01-03,4.5,"),
    key: ["user_id"],
    event: "at",
    rows: [
      [1n, day("2024-01-01"), 2.5],
      [2n, day("2024-01-02"), 3.5],
      [3n, day("2024-01-03"), 4.5],
    ],
    told: [/^3 rows end with a blank cell past the last column: it is passed over\.$/],
  },
  {
    what: "the names and every row end with a comma",
    text: lines("user_id,at,amount,", "1,2024-01-01,2.5,", "2,2024-01-02,3.5,"),
    key: ["user_id"],
    event: "at",
    rows: [
      [1n, day("2024-01-01"), 2.5],
      [2n, day("2024-01-02"), 3.5],
    ],
    told: [/^The line of names ends with a blank one over blank cells: that is no column\.$/],
  },
  {
    what: "two of the names are years",
    text: lines(
      "region,day,2023,2024",
      "EMEA,2024-01-01,10,20",
      "APAC,2024-01-02,5,6",
      "EMEA,2024-01-03,7,8",
    ),
    key: ["region"],
    event: "day",
    rows: [
      ["EMEA", day("2024-01-01"), 10n, 20n],
      ["APAC", day("2024-01-02"), 5n, 6n],
      ["EMEA", day("2024-01-03"), 7n, 8n],
    ],
  },
  {
    what: "commas stand inside the names of a file with semicolons",
    text: lines(
      "SKU (new: empty, else required);Day (yyyy-mm-dd, required);Images (split by commas, required);Width (cm, required)",
      "1542;2018-11-11;http://x/1.jpg,http://x/2.jpg;10.0",
      "1543;2018-11-12;http://x/3.jpg;12.5",
    ),
    key: ["SKU (new: empty, else required)"],
    event: "Day (yyyy-mm-dd, required)",
    rows: [
      [1542n, day("2018-11-11"), "http://x/1.jpg,http://x/2.jpg", 10],
      [1543n, day("2018-11-12"), "http://x/3.jpg", 12.5],
    ],
  },
  {
    what: "blanks stand between the cells, and there are no names",
    text: lines("1303132929   523", "1303132935  1526", "1303132942    98"),
    take: [/^All rows are about “field”$/],
    key: ["entity"],
    event: "column_1",
    rows: [
      ["2011-04-18T13:22:09Z", 523n, "field"],
      ["2011-04-18T13:22:15Z", 1526n, "field"],
      ["2011-04-18T13:22:22Z", 98n, "field"],
    ],
    told: [
      /^Blanks stand between the cells: any run of them counts as one\.$/,
      /^In “column_1”, the number 1303132929 is read as seconds since 1970: 2011-04-18T13:22:09Z\.$/,
    ],
  },
  {
    what: "UTF-16, tabs, decimal commas",
    text: utf16("Kunde\tDatum\tWert\nZoë\t31.01.2024\t1,5\nJosé\t01.02.2024\t2,5\n"),
    key: ["Kunde"],
    event: "Datum",
    rows: [
      ["Zoë", day("2024-01-31"), 1.5],
      ["José", day("2024-02-01"), 2.5],
    ],
  },
  {
    what: "a person says that the first line holds the names, which are years",
    text: lines("region,day,2023,2024", "EMEA,2024-01-01,10,20", "APAC,2024-01-02,5,6"),
    said: { hasHeader: true },
    key: ["region"],
    event: "day",
    rows: [
      ["EMEA", day("2024-01-01"), 10n, 20n],
      ["APAC", day("2024-01-02"), 5n, 6n],
    ],
    columns: ["region", "day", "2023", "2024"],
  },
  {
    what: "the rows have names of their own, over which none stands",
    text: lines('"store","at","n"', '"1","a","2024-01-01",3', '"2","b","2024-01-02",4'),
    key: ["store"],
    event: "at",
    rows: [
      [1n, "a", day("2024-01-01"), 3n],
      [2n, "b", day("2024-01-02"), 4n],
    ],
    columns: ["row_name", "store", "at", "n"],
    told: [
      /^The line of names has one less than the rows have cells: the first column is called “row_name” here/,
    ],
  },
];

test.each(FILES)("$what", async (file) => {
  expect(await outcomeOf(file)).toEqual(wantedOf(file));
});
