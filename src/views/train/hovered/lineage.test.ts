import { describe, expect, test } from "vitest";
import { CellFlag } from "../../../microfs/core";
import { lineageOf, lineageWords, nextLineageRow } from "./lineage";

// One character is one training row: the feature row it took, "-" for none; capitals leak.
function joined(cells: string) {
  const letters = [...cells];
  return {
    joins: [
      {
        fgName: "user_payments",
        index: Int32Array.from(letters, (cell) =>
          cell === "-" ? -1 : cell.toLowerCase().charCodeAt(0) - 97,
        ),
        flags: Uint8Array.from(letters, (cell) =>
          cell !== "-" && cell !== cell.toLowerCase() ? CellFlag.leak : CellFlag.tie,
        ),
        reason: new Uint8Array(),
        eventTimesUs: new BigInt64Array(),
      },
    ],
  };
}

const payment = { one: "payment", many: "payments" };
const row = (letter: string) => ({ join: 0, row: letter.charCodeAt(0) - 97 });

describe("a feature row says what it feeds", () => {
  test.each([
    ["a-ba", "a", "This payment feeds 2 training rows."],
    ["a-ba", "b", "This payment feeds 1 training row."],
    ["a-ba", "c", "This payment feeds no training row."],
    ["aAa-", "a", "This payment feeds 3 training rows, and leaks into 1 of them."],
    ["A---", "a", "This payment feeds 1 training row, and leaks into it."],
    ["AA--", "a", "This payment feeds 2 training rows, and leaks into both."],
    ["AAA-", "a", "This payment feeds 3 training rows, and leaks into all of them."],
    ["", "a", "This payment feeds no training row."],
  ])("%s: %s: %s", (cells, letter, expected) => {
    expect(lineageWords(lineageOf(joined(cells), row(letter)), payment)).toBe(expected);
  });

  test("of a join that the view does not have, nothing", () => {
    expect(lineageOf(joined("aa"), { join: 3, row: 0 })).toEqual({ rows: 0, leaks: 0 });
    expect(nextLineageRow(joined("aa"), { join: 3, row: 0 }, 0)).toBeNull();
  });
});

describe("nextLineageRow", () => {
  test.each([
    ["-a-ba", "a", -1, { trainingRow: 1, number: 1 }],
    ["-a-ba", "a", 1, { trainingRow: 4, number: 2 }],
    ["-a-ba", "a", 4, { trainingRow: 1, number: 1 }], // in a circle
    ["-a-ba", "b", 3, { trainingRow: 3, number: 1 }],
    ["-a-ba", "c", 0, null],
  ])("in %s the next of %s after row %i", (cells, letter, from, expected) => {
    expect(nextLineageRow(joined(cells), row(letter), from)).toEqual(expected);
  });
});
