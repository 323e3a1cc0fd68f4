import { expect, test } from "vitest";
import type { CellValue } from "../../microfs/core";
import { type ColumnChange, changeValue, refusals } from "./column-change";
import type { Edit } from "./edit";

test.each<[ColumnChange, CellValue, CellValue]>([
  [{ kind: "trim" }, " \u00a0u1\t", "u1"],
  [{ kind: "trim" }, "u 1", "u 1"],
  [{ kind: "trim" }, null, null],
  [{ kind: "lower_case" }, "U1 Ä", "u1 ä"],
  [{ kind: "pad_zeros", width: 5 }, "42", "00042"],
  [{ kind: "pad_zeros", width: 5 }, "123456", "123456"],
  [{ kind: "pad_zeros", width: 5 }, "a42", "a42"],
  [{ kind: "pad_zeros", width: 5 }, "", ""],
  [{ kind: "strip_zeros" }, "0042", "42"],
  [{ kind: "strip_zeros" }, "000", "0"],
  [{ kind: "strip_zeros" }, "00a", "00a"],
  [{ kind: "shift", byUs: "-7200000000" }, 7_200_000_001n, 1n],
  [{ kind: "scale", by: "1000" }, -5n, -5_000n],
  [{ kind: "scale", by: "1000" }, null, null],
])("%o makes %o %o", (change, before, after) => {
  expect(changeValue(change, before)).toBe(after);
});

const LATEST = 8_640_000_000_000_000_000n;
const shift = (byUs: string): Edit => ({
  kind: "column",
  group: "g",
  column: "at",
  change: { kind: "shift", byUs },
});
const scale = (by: string): Edit =>
  ({ ...shift("0"), kind: "column", change: { kind: "scale", by } }) as Edit;
const group = (name: string) =>
  name === "g"
    ? {
        typeOf: (column: string) => (column === "at" ? ("timestamp" as const) : undefined),
        boundsOf: () => ({ firstUs: 10n, lastUs: LATEST / 1000n }),
      }
    : undefined;
const set: Edit = { kind: "set", group: "g", row: 3, values: { at: "1970-01-01T00:00:00.000009Z" } };

test("an edit that takes some time of the column out of range is refused whole, and the next starts where it did", () => {
  expect([...refusals([scale("1000")], group)]).toEqual([]);
  const [first, second, third] = [scale("1000"), scale("2"), shift("-1")];
  expect([...refusals([first, second, third], group)]).toEqual([[second, { kind: "out_of_range" }]]);
  const late = shift("1");
  expect([...refusals([first, late], group)]).toEqual([[late, { kind: "out_of_range" }]]);
});

test("a time that an edit has written counts, and goes on counting", () => {
  const early: Edit = { ...set, values: { at: "-200000-01-01" } };
  expect([...refusals([set, scale("1000")], group)]).toEqual([]);
  const far: Edit = { ...set, values: { at: "9999-12-31" } };
  const edit = scale("1000");
  expect([...refusals([far, { kind: "delete", group: "g", row: 3 }, edit], group).keys()]).toEqual([edit]);
  // What is no time is passed over when it is written, too.
  expect([...refusals([early, scale("1000")], group)]).toEqual([]);
});

test("so is one of a column that is not there, or of another type; groups that are not at hand are not asked about", () => {
  const missing = { ...shift("1"), column: "gone" } as Edit;
  const text: Edit = { kind: "column", group: "g", column: "at", change: { kind: "trim" } };
  const elsewhere = { ...shift("1"), group: "other" } as Edit;
  expect([...refusals([missing, text, elsewhere], group)]).toEqual([
    [missing, { kind: "no_column" }],
    [text, { kind: "other_type", type: "timestamp" }],
  ]);
});
