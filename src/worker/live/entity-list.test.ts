import { describe, expect, test } from "vitest";
import { CellFlag, Reason } from "../../microfs/core";
import { previousRows } from "./entity-codes";
import { EntityList, type EntityOrder, type EntityQuery } from "./entity-list";

// One character is one training row: of which user it is, whether its cell leaks, whether it found a row.
const users = "2 10 2 9 10 10".split(" ").map(BigInt);
const leak = [0, 0, 1, 0, 0, 1];
const found = [1, 1, 1, 0, 1, 0];

const keys = [...new Set(users)];
const codes = Int32Array.from(users, (user) => keys.indexOf(user));
const list = () =>
  new EntityList(
    ["user"],
    [
      {
        reason: Uint8Array.from(found, (is) => (is ? Reason.chosen : Reason.no_entity)),
        flags: Uint8Array.from(leak, (is) => (is ? CellFlag.leak | CellFlag.stale : CellFlag.stale)),
      },
    ],
    // A code that no row has is no entity.
    { codes, count: keys.length + 1 },
    (row) => [users[row] ?? null],
    (row) => Number(users[row] ?? 0),
  );
/** All that are found. */
const all = (search: string, order: EntityOrder): EntityQuery => ({ search, order, from: 0, to: 100_000 });
const keysOf = (open: Int32Array) => Array.from(open, (row) => String(users[row]));

describe("EntityList", () => {
  test.each<[EntityOrder, string[], number[]]>([
    ["key", ["2", "9", "10"], [0, 3, 1]], // numbers by their size, not as text
    ["rows", ["10", "9", "2"], [1, 3, 0]], // those of the joined groups too: as many as the user's number
    ["leaks", ["2", "10", "9"], [2, 5, 3]], // opens the row that leaks; where none does, the first
    ["unmatched", ["9", "10", "2"], [3, 5, 0]],
  ])("by %s stand %j, opening training rows %j", (order, expected, rows) => {
    const answer = list().find(all("", order));
    expect(keysOf(answer.open)).toEqual(expected);
    expect(answer.keys.map(String)).toEqual(expected);
    expect([...answer.open]).toEqual(rows);
  });

  test("counts each entity's rows, leaking cells and empty cells", () => {
    const { total, rows, features, leaks, unmatched } = list().find(all("", "key"));
    expect([...features]).toEqual([2, 9, 10]);
    expect({ total, rows: [...rows], leaks: [...leaks], unmatched: [...unmatched] }).toEqual({
      total: 3,
      rows: [2, 1, 3],
      leaks: [1, 0, 1],
      unmatched: [0, 1, 1],
    });
  });

  test("finds a text anywhere in the key, and the key that is just that text first", () => {
    const many = new EntityList(
      ["shop", "part"],
      [],
      { codes: Int32Array.of(0, 1, 2, 3), count: 4 },
      (row) =>
        [
          ["Shop A", "north"],
          ["shop", "b"],
          ["a", null],
          ["B", "a"],
        ][row] ?? [],
      () => 0,
    );
    const find = (search: string) => [...many.find(all(search, "key")).open];
    expect(find("shop")).toEqual([0, 1]);
    expect(find("  NORTH ")).toEqual([0]);
    expect(find("a, null")).toEqual([2]);
    expect(find("nobody")).toEqual([]);
    expect(many.find(all("nobody", "key")).total).toBe(4);
    const numbers = new EntityList(
      ["user"],
      [],
      { codes: Int32Array.of(0, 1, 2), count: 3 },
      (row) => [[100n, 210n, 10n][row] ?? null],
      () => 0,
    );
    expect([...numbers.find(all("10", "rows")).open]).toEqual([2, 0, 1]);
    expect([...numbers.find(all("210", "key")).open]).toEqual([1]);
  });

  test("a page of those that were found says how many there are", () => {
    const { total, found, keys, open, rows } = list().find({ search: "", order: "rows", from: 1, to: 9 });
    expect([total, found]).toEqual([3, 3]);
    expect(keys).toEqual([[9n], [2n]]);
    expect([[...open], [...rows]]).toEqual([
      [3, 0],
      [1, 2],
    ]);
  });

  test("among fifty thousand it finds just those whose key has the text in it", () => {
    const many = 50_000;
    const large = new EntityList(
      ["shop"],
      [],
      { codes: Int32Array.from({ length: many }, (_, i) => i), count: many },
      (row) => [BigInt(row * 7919)],
      () => 0,
    );
    const hits = Array.from({ length: many }, (_, row) => String(row * 7919)).filter((key) =>
      key.includes("99"),
    );
    expect(large.find(all("99", "rows")).open).toHaveLength(hits.length);
  });
});

test("previousRows names the entity's training row before, or none", () => {
  expect([
    ...previousRows({ codes: Int32Array.from("abacba", (c) => c.charCodeAt(0) - 97), count: 3 }),
  ]).toEqual([-1, -1, 0, -1, 1, 2]);
});
