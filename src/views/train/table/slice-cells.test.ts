import fc from "fast-check";
import { expect, test } from "vitest";
import { explainSlice } from "../../../microfs/core";
import { editSlice } from "../../../scenario/edits/edit-slice";
import { editOfMove } from "../../../timeline/interaction/interaction";
import { scenarioSliceNamed } from "../../../timeline/scenario-slices";
import { anySlice } from "../../../timeline/testing/any-slice";
import { cellsOfSlice } from "./slice-cells";

const SPEND = { join: 0, column: "total_spend" };

test("a dragged payment changes the cell at once, and only where it is known", () => {
  const { slice, at } = scenarioSliceNamed("train");
  expect(cellsOfSlice(slice).value(at.spineRow, SPEND)).toBe(50);
  const chosen = { join: 0, row: 2 };
  const edit = editOfMove({ slice, tUs: 0n }, { kind: "row", ...chosen }, 1_770_000_000_000_000n);
  expect(cellsOfSlice(editSlice(slice, edit === null ? [] : [edit])).value(at.spineRow, SPEND)).toBe(35);
});

test("rows of other entities are not answered for", () => {
  const { slice } = scenarioSliceNamed("train");
  expect(cellsOfSlice(slice).value(999, SPEND)).toBeUndefined();
  expect(cellsOfSlice(slice).leaks(999, 0)).toBeUndefined();
});

test("every row says what explain says", () => {
  fc.assert(
    fc.property(anySlice, (slice) => {
      const cells = cellsOfSlice(slice);
      slice.spine.rows.forEach((spineRow, position) => {
        slice.joins.forEach((join, number) => {
          const { candidates } = explainSlice(slice, join, position);
          const chosen = candidates.find(({ verdict }) => verdict === "chosen");
          for (const { column } of join.writes) {
            const values = join.columns.find(({ name }) => name === column)?.values ?? [];
            const expected = chosen === undefined ? null : (values[join.rows.indexOf(chosen.row)] ?? null);
            expect(cells.value(spineRow, { join: number, column })).toBe(expected);
          }
        });
      });
    }),
  );
});
