import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import type { Cause } from "./candidate";
import type { Change } from "./changed-sides";
import { explained, hour, type Planted, planted } from "./testing/planted";

const HOUR = 3_600_000_000;

/** The only edit of a change. */
const column = (group: string, name: string, change: object): object => ({
  kind: "column",
  group,
  column: name,
  change,
});
const edits = (...all: object[]) => ({ kind: "edits", edits: all });

interface Case extends Planted {
  readonly cause: Cause;
  /** Cells that the first line leaves empty, and that its change fills. */
  readonly cells: number;
  readonly fills: number;
  readonly change: object | null;
}

const CASES: Readonly<Record<string, Case>> = {
  "a TTL that is 2 h 10 min too short": {
    asks: [
      ["a", 30],
      ["b", 26 + 1 / 6],
      ["c", 100],
    ],
    usage: [
      ["a", 20],
      ["b", 0],
      ["c", 0],
    ],
    join: { ttl: "24h" },
    cause: "ttl_too_short",
    cells: 2,
    fills: 1,
    change: edits({ kind: "rule", join: 0, ttlUs: String(26 * HOUR + HOUR / 6) }),
  },
  "a TTL on what is true since long ago": {
    asks: [["a", 54 * 365 * 24]],
    usage: [["a", 0]],
    join: { ttl: "24h" },
    cause: "ttl_too_short",
    cells: 1,
    fills: 1,
    change: edits({ kind: "rule", join: 0, ttlUs: null }),
  },
  "known 3 h after the moment, by its created time": {
    asks: [
      ["a", 6],
      ["b", 6],
    ],
    usage: [
      ["a", 5, 1, 9],
      ["b", 5, 1, 8.5],
    ],
    cause: "known_later",
    cells: 2,
    fills: 2,
    change: edits(column("asks", "at", { kind: "shift", byUs: String(3 * HOUR) })),
  },
  "known 3 h after the moment, by its delay": {
    asks: [["a", 6]],
    usage: [["a", 5]],
    group: { delay: "4h" },
    cause: "known_later",
    cells: 1,
    fills: 1,
    change: edits(column("asks", "at", { kind: "shift", byUs: String(3 * HOUR) })),
  },
  "a delay that is longer than the group's own": {
    asks: [["a", 6]],
    usage: [["a", 5]],
    group: { delay: "1h" },
    join: { delay: "2h" },
    cause: "delay_longer_than_needed",
    cells: 1,
    fills: 1,
    change: edits({ kind: "rule", join: 0, delayUs: String(HOUR) }),
  },
  "a blank after the key": {
    asks: [
      ["5", 6],
      ["6", 6],
      ["7", 6],
    ],
    usage: [
      ["5\u00a0", 5],
      [" 6", 5],
      ["8", 5],
    ],
    cause: "key_trim",
    cells: 3,
    fills: 2,
    change: edits(column("usage", "user", { kind: "trim" })),
  },
  "capitals on either side": {
    asks: [
      ["Ann", 6],
      ["bob", 6],
    ],
    usage: [
      ["ann", 5],
      ["BOB", 5],
    ],
    cause: "key_lower_case",
    cells: 2,
    fills: 2,
    change: edits(
      column("asks", "user", { kind: "lower_case" }),
      column("usage", "user", { kind: "lower_case" }),
    ),
  },
  "blanks after the keys of both: the group's alone are enough": {
    asks: [
      ["5", 6],
      ["6 ", 6],
      ["7", 6],
    ],
    usage: [
      ["5 ", 5],
      ["7 ", 5],
    ],
    others: { plans: ["6 "] },
    cause: "key_trim",
    cells: 3,
    fills: 2,
    change: edits(column("usage", "user", { kind: "trim" })),
  },
  "capitals in the predictions, which others share: all are read alike": {
    asks: [
      ["A", 6],
      ["B", 6],
      ["C", 6],
    ],
    usage: [
      ["a", 5],
      ["b", 5],
      ["c", 5],
    ],
    others: { plans: ["A", "B", "C"], visits: ["A", "B", "C"] },
    cause: "key_lower_case",
    cells: 3,
    fills: 3,
    change: edits(
      column("asks", "user", { kind: "lower_case" }),
      column("plans", "user", { kind: "lower_case" }),
      column("visits", "user", { kind: "lower_case" }),
    ),
  },
  "zeros that a spreadsheet has eaten": {
    asks: [
      ["7307", 6],
      ["12", 6],
    ],
    usage: [
      ["07307", 5],
      ["00012", 5],
      ["10000", 5],
    ],
    cause: "key_pad_zeros",
    cells: 2,
    fills: 2,
    change: edits(column("asks", "user", { kind: "pad_zeros", width: 5 })),
  },
  "zeros in front, of no one width": {
    asks: [
      ["7", 6],
      ["12", 6],
      ["9", 6],
    ],
    usage: [
      ["07", 5],
      ["0012", 5],
      ["00009", 5],
    ],
    cause: "key_strip_zeros",
    cells: 3,
    fills: 3,
    change: edits(column("usage", "user", { kind: "strip_zeros" })),
  },
  "a zone two hours off": {
    asks: [
      ["a", 6],
      ["b", 6],
      ["c", 6],
      ["d", 40],
    ],
    usage: [
      ["a", 7.8],
      ["b", 6.5],
      ["c", 30],
      ["d", 30],
    ],
    cause: "shifted_hours",
    cells: 3,
    fills: 2,
    change: edits(column("usage", "at", { kind: "shift", byUs: String(-2 * HOUR) })),
  },
  "seconds taken for milliseconds": {
    asks: [
      ["a", 6],
      ["b", 6],
    ],
    usage: [
      ["a", new Date(Date.parse(hour(5)) / 1000).toISOString()],
      ["b", new Date(Date.parse(hour(0)) / 1000).toISOString()],
    ],
    join: { ttl: "7d" },
    cause: "other_unit",
    cells: 2,
    fills: 2,
    change: edits(column("usage", "at", { kind: "scale", by: "1000" })),
  },
  "seconds taken for microseconds, of the predictions": {
    asks: [["a", new Date(Date.parse(hour(5)) / 1_000_000).toISOString()]],
    usage: [["a", new Date(Math.floor(Date.parse(hour(0)) / 1000) * 1000).toISOString()]],
    cause: "other_unit",
    cells: 1,
    fills: 1,
    change: edits(column("asks", "at", { kind: "scale", by: "1000000" })),
  },
  "milliseconds taken for seconds": {
    asks: [["a", 6]],
    usage: [["a", new Date(1000 * Date.parse(hour(5)))]],
    cause: "unit_too_small",
    cells: 1,
    fills: 0,
    change: null,
  },
  "nothing before the entity's first row": {
    asks: [["a", 6]],
    usage: [["a", 600]],
    cause: "before_first_row",
    cells: 1,
    fills: 0,
    change: null,
  },
  "a wrong column mapped": {
    asks: [
      ["x1", 6],
      ["x2", 6],
      ["x3", 6],
    ],
    usage: [
      ["a", 5],
      ["b", 5],
    ],
    more: { account: ["a", "b", "a"] },
    cause: "other_column",
    cells: 3,
    fills: 3,
    change: { kind: "mapping", join: 0, on: [["account", "user"]] },
  },
  "a null key": {
    asks: [
      [null, 6],
      [null, 7],
      ["a", 6],
    ],
    usage: [["a", 5]],
    cause: "null_key",
    cells: 2,
    fills: 0,
    change: null,
  },
  "a value that is null itself": {
    asks: [
      ["a", 6],
      ["b", 6],
    ],
    usage: [
      ["a", 4, 7],
      ["a", 5, null],
      ["b", 5, 3],
    ],
    cause: "null_value",
    cells: 1,
    fills: 0,
    change: null,
  },
  "a row at the very moment": {
    asks: [
      ["a", 6],
      ["b", 6],
    ],
    usage: [
      ["a", 6],
      ["b", 5],
    ],
    join: { allowExactMatches: false },
    cause: "exact_match",
    cells: 1,
    fills: 1,
    change: edits({ kind: "rule", join: 0, allowExactMatches: true }),
  },
  "a group without rows": {
    asks: [["a", 6]],
    usage: [],
    more: { account: ["a"] },
    cause: "no_rows",
    cells: 1,
    fills: 0,
    change: null,
  },
  "no such key at all": {
    asks: [
      ["z", 6],
      ["a", 6],
      ["a", 7],
    ],
    usage: [["a", 5]],
    cause: "no_such_key",
    cells: 1,
    fills: 0,
    change: null,
  },
};

describe("the first line of a store in which is planted", () => {
  test.each(Object.entries(CASES))("%s", async (_, { cause, cells, fills, change, ...rest }) => {
    const { lines } = await explained(await planted(rest));
    const [first] = lines;
    expect({
      cause: first?.cause,
      cells: first?.cells,
      fills: first?.offer?.fills ?? 0,
      change: first?.offer?.change ?? null,
    }).toEqual({ cause, cells, fills, change });
  });
});

test("what is null itself names the row that was chosen, not one before it that has a value", async () => {
  const { lines } = await explained(await planted(CASES["a value that is null itself"] as Case));
  expect(lines[0]).toMatchObject({ nearest: { trainingRow: 0, row: 1, byUs: null }, offer: null });
});

test("what a change fills elsewhere is told apart from what it fills of its own reason", async () => {
  const store = await planted({
    asks: [
      ["5", 6],
      ["6", 3],
    ],
    usage: [
      ["5 ", 5],
      ["6 ", 2],
      ["6", 4],
    ],
  });
  const { lines, emptyCells, joinedCells } = await explained(store);
  expect([emptyCells, joinedCells]).toEqual([2, 2]);
  const trimmed = lines.find(({ reason }) => reason === "no_entity");
  expect(trimmed?.offer).toMatchObject({ fills: 1, filled: 2, emptied: 0 });
});

test("a view has no keys of two types: it is refused where it is declared", async () => {
  const store = await planted({ asks: [["5", 6]], usage: [["5", 5]] });
  const definition = {
    name: "other",
    labelFg: "asks",
    joins: [{ fgName: "usage", on: { id: "user" } }],
  };
  await expect(store.createFeatureView(definition)).rejects.toMatchObject({ code: "type_mismatch" });
});

const isOffered = (change: Change | undefined) => change !== undefined;

test("what is known by nobody at the line is not offered by a shorter delay", async () => {
  const { lines } = await explained(
    await planted({ asks: [["a", 6]], usage: [["a", 5]], group: { delay: "300d" } }),
  );
  expect(lines.map(({ cause, offer }) => [cause, isOffered(offer?.change)])).toEqual([
    ["known_later", false],
  ]);
});
