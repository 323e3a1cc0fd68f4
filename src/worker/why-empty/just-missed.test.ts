import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { hour, type Planted, planted } from "../../why-empty/testing/planted";
import { StoreApi } from "../store-api";

const HOUR = 3_600_000_000;

async function summaryOf(given: Planted) {
  const api = new StoreApi(await planted(given));
  const answer = await api.whyEmpty("view", [], { kind: "summary" }, new AbortController().signal);
  if (answer.kind !== "summary") throw new TypeError("a summary must be answered");
  return answer;
}

test("a row whose value is null was not missed: it is named, with its column, and not drawn", async () => {
  const { lines, justMissed } = await summaryOf({
    asks: [
      ["a", 6],
      ["b", 6],
    ],
    usage: [
      ["a", 4, 7],
      ["a", 5, null],
      ["b", 5, 3],
    ],
  });
  expect(lines).toMatchObject([
    {
      reason: "null_value",
      nearest: {
        byUs: null,
        nullColumns: ["n"],
        nearest: { row: 1, eventUs: BigInt(Date.parse(hour(5))) * 1000n },
      },
    },
  ]);
  expect(justMissed).toEqual([]);
});

test.each<[string, Planted]>([
  ["too small a unit", { asks: [["a", 6]], usage: [["a", new Date(1000 * Date.parse(hour(5)))]] }],
  [
    "too large a unit",
    { asks: [["a", 6]], usage: [["a", new Date(Date.parse(hour(5)) / 1000)]], join: { ttl: "2d" } },
  ],
  ["a key that is nowhere", { asks: [["z", 6]], usage: [["a", 5]] }],
  ["no rows", { asks: [["z", 6]], usage: [] }],
])("what has %s did not only just miss", async (_, given) => {
  const { emptyCells, justMissed } = await summaryOf(given);
  expect(emptyCells).toBe(1);
  expect(justMissed).toEqual([]);
});

test("a later row that a cell missed by less is drawn as what it is, with the value that it would get", async () => {
  const { justMissed } = await summaryOf({
    asks: [["a", 720]],
    usage: [
      ["a", 0, 1, 0],
      ["a", 717, 2, 723],
    ],
    join: { ttl: "5d" },
  });
  expect(justMissed).toMatchObject([
    {
      line: 0,
      missedAs: "not_yet_known",
      cell: { way: "known_later", byUs: 3 * HOUR, nearest: { row: 1 } },
      rows: [
        { row: 0, value: 1n },
        { row: 1, value: 2n },
      ],
    },
  ]);
});

test("reasons are drawn by the cells of all their joins, the largest first", async () => {
  const { lines, justMissed } = await summaryOf({
    asks: [
      ["a", 30],
      ["b", 30],
      ["c", 30],
    ],
    usage: [
      ["a", 4],
      ["b", 4],
      ["c ", 4],
    ],
    join: { ttl: "24h" },
    others: { plans: ["a", "b", "c "], visits: ["a", "b", "c "] },
  });
  expect(lines.map(({ reason, cells }) => [reason, cells])).toEqual([
    ["expired", 2],
    ["no_entity", 1],
    ["no_entity", 1],
    ["no_entity", 1],
  ]);
  expect(justMissed.map(({ line }) => lines[line]?.reason)).toEqual(["no_entity", "expired"]);
});

test("of the joins of one reason the one is drawn that missed by least", async () => {
  const { lines, justMissed } = await summaryOf({
    asks: [
      ["a", 30],
      ["b", 30],
    ],
    usage: [
      ["a", 1],
      ["b", 1],
    ],
    join: { ttl: "24h" },
    others: { plans: ["a"] },
    otherTtl: "29h",
  });
  expect(lines.map(({ fgName, reason, nearest }) => [fgName, reason, nearest?.byUs])).toEqual([
    ["usage", "expired", 5 * HOUR],
    ["plans", "no_entity", null],
    ["plans", "expired", HOUR],
  ]);
  expect(justMissed.map(({ line }) => lines[line]?.fgName)).toEqual(["plans"]);
});
