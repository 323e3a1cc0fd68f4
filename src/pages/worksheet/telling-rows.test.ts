import { expect, test } from "vitest";
import type { Scenario } from "../../scenario/scenario";
import { scenarioSlice } from "../../scenario/scenario-slice";
import { entityContent } from "./content";
import { tellingRows } from "./telling-rows";

/** Rows to predict for, most of which take the same payment. */
function sliceOf(times: readonly string[]) {
  const group = (name: string, schema: Readonly<Record<string, "int64" | "timestamp">>) => ({
    name,
    schema,
    primaryKeys: ["user"],
    eventTime: "at",
  });
  const scenario: Scenario = {
    version: 1,
    name: "entity",
    title: "user 1",
    groups: [
      {
        definition: group("asked", { user: "int64", at: "timestamp" }),
        rows: { kind: "inline", rows: times.map((at) => ({ user: "1", at })) },
      },
      {
        definition: group("payments", { user: "int64", at: "timestamp", spent: "int64" }),
        rows: {
          kind: "inline",
          rows: ["2025-11-05", "2025-11-10", "2025-11-10"].map((at, spent) => ({
            user: "1",
            at,
            spent: String(spent),
          })),
        },
      },
    ],
    view: { name: "spend", labelFg: "asked", joins: [{ fgName: "payments", on: ["user"], ttl: "2d" }] },
  };
  return scenarioSlice(scenario, {});
}

const SAME = Array.from({ length: 20 }, (_, hour) => `2025-11-05T${String(hour).padStart(2, "0")}:30:00Z`);
const [NOTHING_YET, EXPIRED, TIE] = ["2025-11-01", "2025-11-08", "2025-11-10T12:00:00Z"];

test("of rows that mostly take the same, those are asked that differ: a null of each kind, and a tie", () => {
  const slice = sliceOf([NOTHING_YET, ...SAME, EXPIRED, TIE]);
  const first = slice.spine.rows[3] ?? -1;
  const rows = tellingRows(slice, first, 4);
  expect(rows[0]).toBe(first);
  expect(new Set(rows.slice(1))).toEqual(new Set([0, 21, 22]));
  expect(tellingRows(slice, first, 4)).toEqual(rows);
  expect(
    entityContent({ title: "", slice, at: { spineRow: first, join: 0, phase: "find_entity" } }),
  ).toMatchObject({
    rows: rows.map((spineRow) => ({ spineRow })),
    of: { rows: 23 },
  });
});

test("rows that are all alike are asked in the order of time, from the one that is looked at on", () => {
  const slice = sliceOf(SAME.slice(0, 5));
  expect(tellingRows(slice, 3, 4)).toEqual([3, 4, 0, 1]);
  expect(tellingRows(slice, 3, 9)).toEqual([3, 4, 0, 1, 2]);
});
