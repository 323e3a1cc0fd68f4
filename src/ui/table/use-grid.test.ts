import { describe, expect, test } from "vitest";
import { placeAfterKey } from "./use-grid";

const extent = { rowCount: 100, columnCount: 5, rowsPerPage: 10 };
const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

describe("placeAfterKey", () => {
  test.each<[string, [number, number], [number, number]]>([
    ["ArrowUp", [3, 2], [2, 2]],
    ["ArrowDown", [3, 2], [4, 2]],
    ["ArrowLeft", [3, 2], [3, 1]],
    ["ArrowRight", [3, 2], [3, 3]],
    ["Home", [3, 2], [3, 0]],
    ["End", [3, 2], [3, 4]],
    ["PageUp", [30, 2], [20, 2]],
    ["PageDown", [30, 2], [40, 2]],
  ])("%s leads from row, column %j to %j", (key, [row, column], [toRow, toColumn]) => {
    expect(placeAfterKey({ ...plain, key }, { row, column }, extent)).toEqual({
      row: toRow,
      column: toColumn,
    });
  });

  test.each<[string, [number, number], [number, number]]>([
    ["ArrowUp", [0, 2], [0, 2]],
    ["ArrowDown", [99, 2], [99, 2]],
    ["ArrowLeft", [3, 0], [3, 0]],
    ["ArrowRight", [3, 4], [3, 4]],
    ["PageUp", [4, 2], [0, 2]],
    ["PageDown", [95, 2], [99, 2]],
  ])("%s stops at the edge", (key, [row, column], [toRow, toColumn]) => {
    expect(placeAfterKey({ ...plain, key }, { row, column }, extent)).toEqual({
      row: toRow,
      column: toColumn,
    });
  });

  test.each(["ctrlKey", "metaKey"])("with %s, Home and End lead to the table's corners", (modifier) => {
    const event = { ...plain, [modifier]: true };
    expect(placeAfterKey({ ...event, key: "Home" }, { row: 3, column: 2 }, extent)).toEqual({
      row: 0,
      column: 0,
    });
    expect(placeAfterKey({ ...event, key: "End" }, { row: 3, column: 2 }, extent)).toEqual({
      row: 99,
      column: 4,
    });
  });

  test.each([
    { key: " " },
    { key: "a" },
    { key: "toString" },
    { key: "ArrowRight", shiftKey: true },
    { key: "ArrowRight", altKey: true },
    { key: "ArrowRight", ctrlKey: true },
  ])("leaves $key to the page where it is not the grid's: %j", (event) => {
    expect(placeAfterKey({ ...plain, ...event }, { row: 3, column: 2 }, extent)).toBeNull();
  });
});
