import { expect, test } from "vitest";
import { looksLikeHeader } from "./looks-like-header";

test.each<[what: string, isHeader: boolean, rows: string[]]>([
  ["words over numbers", true, ["a,b", "1,2"]],
  ["words over words", true, ["name,city", "Ann,Rome"]],
  ["words alone", true, ["user_id,at"]],
  ["a number in the first line, and words over words", false, ["7,Ann", "8,Bob"]],
  ["a year over years", false, ["Ann,2023", "Bob,2024"]],
  ["years over counts", true, ["region,2023,2024", "EMEA,10,20"]],
  ["a year, and a word that comes again below", false, ["EMEA,2023", "APAC,7", "EMEA,8"]],
  ["years, and the word day over days", true, ["region,day,2023", "EMEA,2024-01-01,10"]],
  ["a number, and a word for null over numbers", false, ["7,NA", "8,3"]],
  ["a number, and a word for null over times", false, ["7,?", "8,2024-01-01"]],
  ["nothing but numbers", false, ["1,2", "3,4"]],
])("%s: %s", (_, isHeader, rows) => {
  expect(looksLikeHeader(rows.map((row, at) => ({ line: at + 1, cells: row.split(",") })))).toBe(isHeader);
});
