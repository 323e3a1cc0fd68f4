import { expect, test } from "vitest";
import type { SniffOverrides } from "../csv-draft";
import { findTable } from "./find-table";
import { readHead } from "./read-head";

const find = async (text: string, overrides: SniffOverrides = {}) => {
  const { layout, header, width, rows } = findTable(await readHead(new Blob([text])), overrides);
  return { ...layout, header, width, lines: rows.map(({ line }) => line) };
};

const REPORT = "Report\nof May\nid,at,n\n1,2024-01-01,2\n2,2024-01-02,3\n";

test("titles before the names are looked past", async () => {
  expect(await find(REPORT)).toEqual({
    delimiter: ",",
    firstLine: 3,
    hasHeader: true,
    comment: "",
    header: ["id", "at", "n"],
    width: 3,
    lines: [4, 5],
  });
});

test("what was said is believed: the line, that it holds no names, that # begins no comment", async () => {
  expect(await find(REPORT, { firstLine: 4 })).toMatchObject({
    firstLine: 4,
    hasHeader: false,
    lines: [4, 5],
  });
  expect(await find(REPORT, { firstLine: 4, hasHeader: true })).toMatchObject({
    header: ["1", "2024-01-01", "2"],
    lines: [5],
  });
  expect(await find("#a,b\n1,2\n", { comment: "" })).toMatchObject({ header: ["#a", "b"], lines: [2] });
  expect(await find("#a,b\n1,2\n", { hasHeader: false })).toMatchObject({ header: undefined, lines: [2] });
});

test("a line past the end of the file leaves no rows, and no error", async () => {
  expect(await find(REPORT, { firstLine: 90 })).toMatchObject({ firstLine: 90, width: 1, lines: [] });
});

test.each<[what: string, text: string, firstLine: number]>([
  ["a line of names that lacks one is no title", "b,c\n1,2,3\n4,5,6\n", 1],
  ["a first row that lacks a cell is no title", "1,2\n1,2,3\n4,5,6\n7,8,9\n", 1],
  ["a file of one column has no titles", "Report\n1\n2\n", 1],
  ["blank lines before the names are none", "\n\na,b\n1,2\n", 1],
])("%s", async (_, text, firstLine) => {
  expect((await find(text)).firstLine).toBe(firstLine);
});

test.each<[what: string, comment: string, text: string]>([
  ["few lines that begin with # are comments", "#", "a,b\n1,2\n# x\n3,4\n"],
  ["a column of texts that begin with # has none", "", "tag,n\n#ai,2\n#ml,3\n#db,4\n"],
  ["some texts that begin with # have none either", "", "tag,n\n#ai,2\nml,3\ndb,4\n"],
])("%s", async (_, comment, text) => {
  expect((await find(text)).comment).toBe(comment);
});

test.each<[what: string, delimiter: string, text: string]>([
  ["what the first line says", ";", "sep=;\na;b,c\n1;2,3\n"],
  ["blanks that line up numbers", " ", "1 2.5\n10 3.5\n100 4.5\n"],
  ["no blanks within one number", ",", "12 345,50\n1 345,50\n"],
  ["no blanks within one time", ",", "at\n2024-01-01 10:00\n2024-01-02 10:00\n"],
  ["no blanks within words", ",", "name\nAnn Lee\nBob Roe\n"],
])("between cells stands: %s", async (_, delimiter, text) => {
  expect((await find(text)).delimiter).toBe(delimiter);
});
