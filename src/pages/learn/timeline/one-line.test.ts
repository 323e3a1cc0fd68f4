import { expect, test } from "vitest";
import type { Scenario } from "../../../scenario/scenario";
import { scenarioSlice } from "../../../scenario/scenario-slice";
import { lastRow, lineCells } from "./one-line";

/** Visits counted on 24 Mar, 14 Apr and 5 May; asked about on the given days. */
function asked(...days: readonly string[]): Scenario {
  return {
    version: 1,
    name: "gym",
    title: "gym",
    groups: [
      {
        definition: {
          name: "question",
          schema: { member: "string", at: "timestamp" },
          primaryKeys: ["member"],
          eventTime: "at",
        },
        rows: { kind: "inline", rows: days.map((day) => ({ member: "Bo", at: `2026-${day} 09:00` })) },
      },
      {
        definition: {
          name: "counts",
          schema: { member: "string", at: "timestamp", visits: "int64" },
          primaryKeys: ["member"],
          eventTime: "at",
        },
        rows: {
          kind: "inline",
          rows: [
            { member: "Bo", at: "2026-03-24 09:00", visits: "9" },
            { member: "Bo", at: "2026-04-14 09:00", visits: "4" },
            { member: "Bo", at: "2026-05-05 09:00", visits: "0" },
          ],
        },
      },
    ],
    view: {
      name: "v",
      labelFg: "question",
      joins: [{ fgName: "counts", on: ["member"], features: ["visits"] }],
    },
  };
}

const DAY_US = 86_400_000_000n;
const cellsOf = (line: "own" | "one", ...days: readonly string[]) =>
  lineCells(scenarioSlice(asked(...days), 0), 0, line).map(({ spineRow, text, leaksByUs }) => [
    spineRow,
    text,
    leaksByUs === null ? null : Number(leaksByUs / DAY_US),
  ]);

test("one line at the last row gives every row what that one has: the earlier ones are told what came after", () => {
  expect(cellsOf("one", "04-01", "05-01")).toEqual([
    [0, "4", 13],
    [1, "4", null],
  ]);
  expect(cellsOf("own", "04-01", "05-01")).toEqual([
    [0, "9", null],
    [1, "4", null],
  ]);
});

test("where nothing came between, one line does no harm; where nothing was known, cells are empty", () => {
  expect(cellsOf("one", "04-15", "05-01").map(([, , leaksBy]) => leaksBy)).toEqual([null, null]);
  expect(cellsOf("own", "03-01", "05-01")[0]).toEqual([0, null, null]);
});

test("the last row is the latest by time, however rows are written", () => {
  expect(lastRow(scenarioSlice(asked("05-01", "04-01"), 0))).toBe(0);
});
