import { expect, test } from "vitest";
import { scenarioSliceNamed } from "../scenario-slices";
import { rowCells } from "./row-cells";

const { slice, at } = scenarioSliceNamed("train");
const cellTexts = (coordinate: typeof at) =>
  rowCells(slice, coordinate).map((cell) => `${cell.name} ${cell.state} ${cell.text}`);

test("the cell is filled only in the last phase, the next join's waits", () => {
  const spine = [
    "user_id spine 2",
    "timestamp spine 5 Nov 14:00",
    "activity_count spine 15",
    "churned spine yes",
  ];
  expect(cellTexts({ ...at, phase: "keep_latest" })).toEqual([
    ...spine,
    "total_spend current ",
    "open_tickets waiting ",
  ]);
  expect(cellTexts(at)).toEqual([...spine, "total_spend current 50.00", "open_tickets waiting "]);
  expect(cellTexts({ spineRow: 1, join: 1, phase: "write_cell" })).toEqual([
    ...spine,
    "total_spend written 50.00",
    "open_tickets current 1",
  ]);
});

test("a leak is marked when it is written, not before", () => {
  const leak = scenarioSliceNamed("latest");
  expect(rowCells(leak.slice, leak.at).at(-1)).toMatchObject({ text: "120.00", leak: true });
  expect(rowCells(leak.slice, { ...leak.at, phase: "keep_latest" }).at(-1)).toMatchObject({
    text: "",
    leak: false,
  });
});

test("a cell without a row is null, and so is one whose row holds null", () => {
  for (const name of ["expired", "null-value"]) {
    const scenario = scenarioSliceNamed(name);
    expect(rowCells(scenario.slice, scenario.at).at(-1)).toMatchObject({
      text: "null",
      isNull: true,
      filled: true,
    });
  }
});
