import { expect, test } from "vitest";
import { CellFlag, Reason } from "../../../microfs/core";
import type { Finding } from "../../../terms/reasons";
import { findingsThere, joinFindings, nextFinding, shareWords } from "./join-findings";

test("a join's leaks are told from the other rows that it chose", () => {
  const none = { expired: 0, not_yet_known: 0, future_only: 0, wrong_side: 0, no_entity: 0, null_key: 0 };
  const findings = joinFindings({
    trainingRows: 4,
    empty: 5,
    leaks: 1,
    joins: [
      { fgName: "payments", leaks: 1, reasons: { ...none, chosen: 3, expired: 1 } },
      { fgName: "usage", leaks: 0, reasons: { ...none, chosen: 0, no_entity: 1, null_key: 3 } },
    ],
  });
  expect(findings[0]?.counts).toMatchObject({ chosen: 2, leak: 1, expired: 1, no_entity: 0 });
  expect(findings.map(({ counts }) => Object.values(counts).reduce((sum, n) => sum + n))).toEqual([4, 4]);
  expect(findingsThere(findings)).toEqual(["chosen", "leak", "expired", "no_entity", "null_key"]);
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
  const { chosen, expired } = Reason;
  const join = {
    fgName: "payments",
    reason: Uint8Array.of(chosen, chosen, expired, chosen),
    flags: Uint8Array.of(0, CellFlag.leak, 0, CellFlag.tie),
    index: new Int32Array(),
    eventTimesUs: new BigInt64Array(),
  };
  const joins = [join];
  expect(nextFinding({ joins, numRows: 4 }, 0, finding, from)).toBe(expected);
  expect(nextFinding({ joins, numRows: 4 }, 7, finding, from)).toBeNull();
});
