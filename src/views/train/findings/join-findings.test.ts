import { expect, test } from "vitest";
import { Reason } from "../../../microfs/join/verdict";
import { type Finding, findingsThere, joinFindings, nextFinding, shareWords } from "./join-findings";

const join = (fgName: string, reasons: (keyof typeof Reason)[], leak: number[]) => ({
  fgName,
  reason: Uint8Array.from(reasons, (name) => Reason[name]),
  leak: Uint8Array.from(leak),
  notes: new Uint8Array(),
  index: new Int32Array(),
  eventTimesUs: new BigInt64Array(),
});

test("joinFindings counts every training row of every join once", () => {
  const findings = joinFindings({
    joins: [
      join("payments", ["chosen", "chosen", "expired", "chosen"], [0, 1, 0, 0]),
      join("usage", ["no_entity", "null_key", "not_yet_known", "future_only"], [0, 0, 0, 0]),
    ],
  });
  expect(findings[0]?.counts).toMatchObject({ chosen: 2, leak: 1, expired: 1, no_entity: 0 });
  expect(findings.map(({ counts }) => Object.values(counts).reduce((sum, n) => sum + n))).toEqual([4, 4]);
  expect(findingsThere(findings)).toEqual([
    "chosen",
    "leak",
    "expired",
    "not_yet_known",
    "future_only",
    "no_entity",
    "null_key",
  ]);
});

test.each([
  [0, 9, "0 %"],
  [9, 9, "100 %"],
  [1, 3, "33 %"],
  [1, 40, "2.5 %"],
  [1, 6013, "<0.1 %"],
  [6012, 6013, ">99.9 %"],
  [995, 1000, "99.5 %"],
  [0, 0, "0 %"],
])("%i of %i is %s", (part, whole, expected) => {
  expect(shareWords(part, whole)).toBe(expected);
});

test.each<[Finding, number, number | null]>([
  ["chosen", 0, 3], // a leak is chosen too, and is counted as a leak
  ["leak", 3, 1], // in a circle
  ["expired", 2, 2], // the only one is where we are
  ["no_entity", 0, null],
])("the next %s after row %i is row %s", (finding, from, expected) => {
  const joins = [join("payments", ["chosen", "chosen", "expired", "chosen"], [0, 1, 0, 0])];
  expect(nextFinding({ joins, numRows: 4 }, 0, finding, from)).toBe(expected);
  expect(nextFinding({ joins, numRows: 4 }, 7, finding, from)).toBeNull();
});
