import fc from "fast-check";
import { expect, test } from "vitest";
import { explainSlice } from "../../../microfs/entity-slice";
import { sceneNamed } from "../../../timeline/scenes/scenes";
import { applyEdit } from "../../../timeline/step/timeline-edit";
import { anySlice } from "../../../timeline/testing/any-slice";
import { liveCells } from "./live-cells";

const SPEND = { join: 0, column: "total_spend" };

test("a payment in the hand changes the cell at once, and only where it is known", () => {
  const { slice, at } = sceneNamed("train");
  expect(liveCells(slice).value(at.spineRow, SPEND)).toBe(50);
  const chosen = { join: 0, row: 2 };
  const moved = applyEdit(slice, { kind: "move_row", ...chosen, eventTimeUs: 1_770_000_000_000_000n });
  expect(liveCells(moved).value(at.spineRow, SPEND)).toBe(35);
});

test("rows of other entities are not answered for", () => {
  const { slice } = sceneNamed("train");
  expect(liveCells(slice).value(999, SPEND)).toBeUndefined();
  expect(liveCells(slice).leaks(999, 0)).toBeUndefined();
});

test("every row says what explain says", () => {
  fc.assert(
    fc.property(anySlice, (slice) => {
      const cells = liveCells(slice);
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
