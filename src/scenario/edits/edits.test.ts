import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DIRECTIONS, joinSlice, type SliceColumn } from "../../microfs/core";
import { pack } from "../pack";
import { readPackedEdits } from "../read-packed";
import { readEdits } from "../validate-scenario";
import type { ColumnChange } from "./column-change";
import { type Edit, editsOfView, FIRST_ADDED_ROW, nextAddedRow, replaces } from "./edit";
import { editSlice } from "./edit-slice";
import { smallSlice } from "./testing/small-slice";

// user 2: payments at 10:00 (row 0) and 12:00 (row 1); predictions at 11:00 (row 0) and 13:00 (row 1)
const chosen = (edits: readonly Edit[]) => {
  const slice = editSlice(smallSlice, edits);
  const join = slice.joins[0];
  if (join === undefined) throw new Error("the slice has a join");
  return Array.from(joinSlice(slice, join).index, (position) => join.rows[position] ?? null);
};

describe("editSlice", () => {
  test("without edits is the slice itself", () => {
    expect(editSlice(smallSlice, [])).toBe(smallSlice);
    expect(editSlice(smallSlice, [{ kind: "delete", group: "elsewhere", row: 0 }])).toBe(smallSlice);
    expect(chosen([])).toEqual([0, 1]);
  });

  test.each<[string, Edit, (number | null)[]]>([
    [
      "a row moved over the line is no longer chosen",
      { kind: "set", group: "payments", row: 0, values: { at: "2025-11-05T11:30Z" } },
      [null, 1],
    ],
    [
      "a row moved to the line is",
      { kind: "set", group: "payments", row: 1, values: { at: "2025-11-05T11:00Z" } },
      [1, 1],
    ],
    ["a deleted row is not", { kind: "delete", group: "payments", row: 1 }, [0, 0]],
    [
      "an added row of the entity can be",
      {
        kind: "add",
        group: "payments",
        row: FIRST_ADDED_ROW,
        values: { user_id: "2", at: "2025-11-05T12:30Z", amount: 9 },
      },
      [0, FIRST_ADDED_ROW],
    ],
    [
      "an added row of another entity cannot",
      {
        kind: "add",
        group: "payments",
        row: FIRST_ADDED_ROW,
        values: { user_id: "3", at: "2025-11-05T12:30Z" },
      },
      [0, 1],
    ],
    [
      "an earlier prediction knows less",
      { kind: "set", group: "activity", row: 1, values: { at: "2025-11-05T11:59:59.999999Z" } },
      [0, 0],
    ],
    ["a TTL forgets", { kind: "rule", join: 0, ttlUs: "3599999999" }, [null, null]],
    ["the latest of all sees the future", { kind: "rule", join: 0, direction: "latest" }, [1, 1]],
    ["forward takes the next", { kind: "rule", join: 0, direction: "forward" }, [1, null]],
    [
      "values that are not of their column's type change nothing",
      { kind: "set", group: "payments", row: 0, values: { at: "soon", amount: "much", user_id: "you" } },
      [0, 1],
    ],
    ["a delay waits", { kind: "rule", join: 0, delayUs: "3600000001" }, [null, 0]],
  ])("%s", (_, edit, rows) => {
    expect(chosen([edit])).toEqual(rows);
  });

  test("spine rows stay in time order and keep their numbers", () => {
    const { spine } = editSlice(smallSlice, [
      { kind: "set", group: "activity", row: 0, values: { at: "2025-11-05T14:00Z" } },
    ]);
    expect(spine.rows).toEqual(Int32Array.of(1, 0));
    expect(spine.columns.find(({ name }) => name === "clicks")?.values).toEqual([8n, 7n]);
  });

  test("a spine row that is added asks too, if it is of the entity; a deleted one does not", () => {
    const added = (user: string): Edit => ({
      kind: "add",
      group: "activity",
      row: FIRST_ADDED_ROW,
      values: { user_id: user, at: "2025-11-05T10:30Z" },
    });
    expect(editSlice(smallSlice, [added("2")]).spine.rows).toEqual(Int32Array.of(FIRST_ADDED_ROW, 0, 1));
    expect(chosen([added("2")])).toEqual([0, 0, 1]);
    expect(chosen([added("3")])).toEqual([0, 1]);
    expect(chosen([{ kind: "delete", group: "activity", row: 0 }])).toEqual([1]);
  });

  test("exact matches can be turned off", () => {
    const onTheMoment: Edit = { kind: "set", group: "payments", row: 1, values: { at: "2025-11-05T13:00Z" } };
    expect(chosen([onTheMoment])).toEqual([0, 1]);
    expect(chosen([onTheMoment, { kind: "rule", join: 0, allowExactMatches: false }])).toEqual([0, 0]);
  });

  test("undoing the last edit is the list without it", () => {
    const edits: Edit[] = [
      { kind: "delete", group: "payments", row: 1 },
      { kind: "rule", join: 0, ttlUs: "1" },
    ];
    expect(chosen(edits.slice(0, 1))).toEqual([0, 0]);
  });
});

describe("what no edit touches is shared, and what one does is as if all were made anew", () => {
  const table = (columns: readonly SliceColumn[], rows: Int32Array) =>
    Array.from(rows, (row, i) => [row, ...columns.map((column) => column.values[i] ?? null)]);
  const anyTime = fc
    .integer({ min: 0, max: 23 })
    .map((hour) => `2025-11-05T${String(hour).padStart(2, "0")}:30Z`);
  const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
    fc.record({
      kind: fc.constant("set" as const),
      group: fc.constant("payments"),
      row: fc.nat(2),
      values: fc.oneof(
        fc.record({ at: anyTime }),
        fc.record({ amount: fc.nat(99) }),
        fc.record({ gone: fc.nat() }),
      ),
    }),
    fc.record({
      kind: fc.constant("add" as const),
      group: fc.constant("payments"),
      row: fc.integer({ min: FIRST_ADDED_ROW, max: FIRST_ADDED_ROW + 2 }),
      values: fc.record({ user_id: fc.constantFrom("2", "3"), at: anyTime, amount: fc.nat(99) }),
    }),
    fc.record({ kind: fc.constant("delete" as const), group: fc.constant("payments"), row: fc.nat(2) }),
  );

  test("for any edits", () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 6 }), (edits) => {
        const before = structuredClone(smallSlice);
        const edited = editSlice(smallSlice, edits).joins[0];
        const [stored] = smallSlice.joins;
        if (edited === undefined || stored === undefined) throw new Error("the slice has a join");
        expect(smallSlice).toEqual(before);
        // The rows one by one, as the words of the edits say.
        let rows = table(stored.columns, stored.rows);
        for (const edit of edits) {
          if (edit.kind === "delete") rows = rows.filter(([row]) => row !== edit.row);
          if (edit.kind !== "add" && edit.kind !== "set") continue;
          const { at, amount, user_id } = edit.values;
          const us = typeof at === "string" ? BigInt(Date.parse(at)) * 1000n : null;
          if (edit.kind === "add" && user_id === "2") rows = [...rows, [edit.row, 2n, us, Number(amount)]];
          if (edit.kind !== "set") continue;
          const first = rows.findIndex(([row]) => row === edit.row);
          rows = rows.map((row, i) =>
            i === first
              ? [row[0] ?? null, row[1] ?? null, us ?? row[2] ?? null, Number(amount ?? row[3])]
              : row,
          );
        }
        expect(table(edited.columns, edited.rows)).toEqual(rows);
        expect(Array.from(edited.eventTimesUs)).toEqual(rows.map(([, , us]) => us));
      }),
    );
  });

  test("a row that is moved leaves the other columns, and the numbers of the rows, the same objects", () => {
    const [stored] = smallSlice.joins;
    const [moved] = editSlice(smallSlice, [
      { kind: "set", group: "payments", row: 0, values: { at: "2025-11-05T11:30Z" } },
    ]).joins;
    expect(moved?.rows).toBe(stored?.rows);
    const isShared = moved?.columns.map((column, i) => column === stored?.columns[i]);
    expect(isShared).toEqual([true, false, true]);
    expect(moved?.eventTimesUs).toEqual(
      stored?.eventTimesUs.with(0, BigInt(Date.UTC(2025, 10, 5, 11, 30)) * 1000n),
    );
  });
});

test("added rows are numbered above all stored ones, one after the other", () => {
  expect(nextAddedRow([], "payments")).toBe(FIRST_ADDED_ROW);
  const edits: Edit[] = [{ kind: "add", group: "payments", row: FIRST_ADDED_ROW, values: {} }];
  expect(nextAddedRow(edits, "payments")).toBe(FIRST_ADDED_ROW + 1);
  expect(nextAddedRow(edits, "activity")).toBe(FIRST_ADDED_ROW);
});

test.each<[Edit, Edit, boolean]>([
  [
    { kind: "set", group: "payments", row: 0, values: { at: "b" } },
    { kind: "set", group: "payments", row: 0, values: { at: "a" } },
    true,
  ],
  [
    { kind: "set", group: "payments", row: 0, values: { at: "b" } },
    { kind: "set", group: "payments", row: 0, values: { at: "a", amount: 5 } },
    false,
  ],
  [
    { kind: "set", group: "payments", row: 1, values: { at: "b" } },
    { kind: "set", group: "payments", row: 0, values: { at: "a" } },
    false,
  ],
  [{ kind: "rule", join: 0, ttlUs: "5" }, { kind: "rule", join: 0, ttlUs: "6" }, true],
  [{ kind: "rule", join: 0, ttlUs: "5" }, { kind: "rule", join: 0, delayUs: "6" }, false],
  [{ kind: "delete", group: "payments", row: 0 }, { kind: "delete", group: "payments", row: 0 }, false],
  [
    { kind: "rule", view: "spend", join: 0, ttlUs: "5" },
    { kind: "rule", view: "other", join: 0, ttlUs: "6" },
    false,
  ],
])("%j after %j makes that one needless: %s", (edit, earlier, needless) => {
  expect(replaces(edit, earlier)).toBe(needless);
});

test("edits survive being packed into an address and read again", () => {
  const name = fc.string({ minLength: 1 });
  const values = fc.dictionary(name, fc.oneof(fc.string(), fc.boolean(), fc.integer(), fc.constant(null)), {
    noNullPrototype: true,
  });
  const edit: fc.Arbitrary<Edit> = fc.oneof(
    fc.record({ kind: fc.constantFrom("set" as const, "add" as const), group: name, row: fc.nat(), values }),
    fc.record({ kind: fc.constant("delete" as const), group: name, row: fc.nat() }),
    fc.record({
      kind: fc.constant("column" as const),
      group: name,
      column: name,
      change: fc.constantFrom<ColumnChange>(
        { kind: "trim" },
        { kind: "lower_case" },
        { kind: "pad_zeros", width: 64 },
        { kind: "strip_zeros" },
        { kind: "shift", byUs: "-7200000000" },
        { kind: "scale", by: "1000" },
      ),
    }),
    fc.record({
      kind: fc.constant("rule" as const),
      view: name,
      join: fc.nat(9),
      ttlUs: fc.constantFrom("0", "12", null),
      delayUs: fc.constant("5"),
      direction: fc.constantFrom(...DIRECTIONS),
      clock: fc.constantFrom("created_time" as const, "event_time" as const),
      allowExactMatches: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(fc.array(edit), (edits) => {
      expect(readPackedEdits(pack(edits))).toEqual(edits);
    }),
  );
});

test("of a view are all edits but those of other views' rules", () => {
  const edits: Edit[] = [
    { kind: "delete", group: "payments", row: 0 },
    { kind: "rule", view: "spend", join: 0, ttlUs: "5" },
    { kind: "rule", join: 0, ttlUs: "6" },
  ];
  expect(editsOfView(edits, "other")).toEqual([edits[0], edits[2]]);
  expect(editsOfView(edits, "spend")).toBe(edits);
});

test.each<[unknown, string]>([
  [5, "edits is 5, where a list is needed."],
  [[{ kind: "explode" }], 'edits[0].kind is "explode". It can be "set", "add", "delete", "column", "rule".'],
  [
    [{ kind: "rule", join: 0, direction: "sideways" }],
    'edits[0].direction is "sideways". It can be "backward", "nearest", "forward", "latest".',
  ],
  [
    [{ kind: "column", group: "g", column: "a", change: { kind: "pad_zeros", width: 65 } }],
    "edits[0].change.width is 65, where a whole number from 1 to 64 is needed.",
  ],
  [
    [{ kind: "column", group: "g", column: "a", change: { kind: "scale", by: "-2" } }],
    "edits[0].change.by is no whole number from 1.",
  ],
  [[{ kind: "rule", join: 0, ttlUs: "soon" }], "edits[0].ttlUs is no whole number of microseconds."],
  [
    [{ kind: "set", group: "g", row: 0, values: { a: {} } }],
    "edits[0].values.a is no text, number, true, false or null.",
  ],
])("edits that make no sense are refused with their path: %j", (value, problem) => {
  expect(readEdits(value)).toEqual({ ok: false, problems: [problem] });
});
