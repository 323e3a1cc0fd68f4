import { expect, test } from "vitest";
import type { ColumnType } from "../../microfs/core";
import { bestMends, exactKeys, isWholeNumber, type KeyValues, mendTrials, paddedWidth } from "./compare-keys";

const keys = (
  counts: Record<string, number> | [string, number][],
  type: ColumnType = "string",
): KeyValues => {
  const entries = Array.isArray(counts) ? counts : Object.entries(counts);
  return { type, texts: entries.map(([text]) => text), rows: Int32Array.from(entries, ([, rows]) => rows) };
};
const brief = (spine: KeyValues, group: KeyValues) =>
  bestMends(
    mendTrials(spine, group).map((trial) => trial()),
    exactKeys(spine, group).rows,
  ).map(({ found, ...mend }) => [
    mend.kind === "change"
      ? `${mend.change.kind} ${mend.sides.join()}`
      : `${mend.side} to ${mend.to} ${mend.width}`,
    found.rows,
    found.example && `${found.example.asked} = ${found.example.there}`,
  ]);

test.each<[string, KeyValues, KeyValues, [rows: number, keys: number], unknown[]]>([
  ["the same texts are found as they are", keys({ u1: 3, u2: 1 }), keys({ u1: 5 }), [3, 1], []],
  [
    "blanks around",
    keys({ u1: 3, u2: 1 }),
    keys({ " u1": 5, "u2\u00a0": 1 }),
    [0, 0],
    [["trim group", 4, "u1 =  u1"]],
  ],
  [
    "capitals on both sides",
    keys({ U1: 3, u2: 1 }),
    keys({ u1: 5, U2: 1 }),
    [0, 0],
    [["lower_case spine,group", 4, "U1 = u1"]],
  ],
  [
    "zeros before: as many are put or taken off, and putting changes the side without",
    keys([
      ["2743", 9],
      ["12", 1],
    ]),
    keys({ "00002743": 1, "00000012": 1 }),
    [0, 0],
    [
      ["pad_zeros spine", 10, "2743 = 00002743"],
      ["strip_zeros group", 10, "2743 = 00002743"],
    ],
  ],
  [
    "a key that is found already is no example, also where the change makes two of the group's one",
    keys({ U1: 9, U2: 1 }),
    keys({ u1: 1, U1: 1, u2: 1 }),
    [9, 1],
    [["lower_case spine,group", 10, "U2 = u2"]],
  ],
  ["what would find no more than now is no mend", keys({ a: 1, b: 2 }), keys({ a: 1 }), [1, 1], []],
  [
    "whole numbers and text: either side can be made the other's",
    keys(
      [
        ["7", 4],
        ["8", 1],
      ],
      "int64",
    ),
    keys([
      ["7", 1],
      ["9", 1],
    ]),
    [0, 0],
    [
      ["group to int64 null", 4, null],
      ["spine to string null", 4, null],
    ],
  ],
  [
    "text that would not stay the same as a number is not made one, and numbers get its zeros",
    keys(
      [
        ["7", 4],
        ["8", 1],
      ],
      "int64",
    ),
    keys({ "007": 1, "008": 1 }),
    [0, 0],
    [["spine to string 3", 5, "7 = 007"]],
  ],
  [
    "floats that are whole numbers",
    keys([["7", 4]], "int64"),
    keys(
      [
        ["7", 1],
        ["8", 2],
      ],
      "float64",
    ),
    [0, 0],
    [["group to int64 null", 4, null]],
  ],
  ["a time is no number", keys([["7", 4]], "int64"), keys([["7", 1]], "timestamp"), [0, 0], []],
])("%s", (_, spine, group, now, mends) => {
  const exact = exactKeys(spine, group);
  expect([exact.rows, exact.keys]).toEqual(now);
  expect(brief(spine, group)).toEqual(mends);
});

test.each([
  ["0", true],
  ["-5", true],
  ["9223372036854775807", true],
  ["9223372036854775808", false],
  ["-0", false],
  ["007", false],
  ["1.0", false],
  ["", false],
])("%s is the one way to write a whole number: %s", (text, isIt) => {
  expect(isWholeNumber(text)).toBe(isIt);
});

test("zeros are put up to the length that most texts with zeros have", () => {
  expect(paddedWidth([["0012", "0013", "012"], ["5"]])).toBe(4);
  expect(paddedWidth([["12", "0"], ["a01"]])).toBeNull();
  expect(paddedWidth([["0".repeat(65)]])).toBeNull();
});
