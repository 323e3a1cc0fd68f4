import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import type { Edit } from "../../scenario/edits/edit";
import { planted } from "../../why-empty/testing/planted";
import { StoreApi } from "../store-api";

const HOUR = 3_600_000_000;
const { signal } = new AbortController();

/** Three predictions: one row is two hours too old for the TTL of a day, one key has a blank, one is filled. */
const store = () =>
  planted({
    asks: [
      ["a", 30],
      ["b", 31],
      ["c", 32],
    ],
    usage: [
      ["a", 4, 7],
      ["b ", 30, 8],
      ["c", 31, 9],
    ],
    join: { ttl: "24h" },
  });

test("a summary counts by reason, names the nearest row and draws those around it", async () => {
  const api = new StoreApi(await store());
  const summary = await api.whyEmpty("view", [], { kind: "summary" }, signal);
  expect(summary).toMatchObject({
    kind: "summary",
    emptyCells: 2,
    joinedCells: 3,
    clockUs: null,
    lines: [
      {
        reason: "no_entity",
        cause: "key_trim",
        cells: 1,
        nearest: { asked: ["b"], nearest: { written: ["b "] } },
      },
      { reason: "expired", cause: "ttl_too_short", cells: 1, nearest: { byUs: 2 * HOUR, spineRow: 0 } },
    ],
    justMissed: [
      { line: 0, rows: [{ row: 1, value: 8n }] },
      { line: 1, rows: [{ row: 0, value: 7n }] },
    ],
  });
});

const LONGER: Edit = { kind: "rule", join: 0, ttlUs: String(26 * HOUR) };
/** A row that comes after the stored ones is known by a number of its own. */
const ADDED: Edit = {
  kind: "add",
  group: "asks",
  row: 900_000_000,
  values: { id: "9", user: "z", at: "2025-05-02T00:00Z" },
};

test("edits count: of rules and of rows", async () => {
  const api = new StoreApi(await store());
  const longer = await api.whyEmpty("view", [LONGER], { kind: "summary" }, signal);
  expect(longer).toMatchObject({ emptyCells: 1, lines: [{ reason: "no_entity" }] });
  const added = await api.whyEmpty("view", [LONGER, ADDED], { kind: "summary" }, signal);
  expect(added).toMatchObject({ emptyCells: 2, joinedCells: 4 });
  const rows = await api.whyEmpty("view", [LONGER, ADDED], { kind: "rows", line: 0, from: 0, to: 9 }, signal);
  expect(rows).toMatchObject({ total: 2, rows: [{ spineRow: 900_000_000 }, { spineRow: 1 }] });
});

test("one cell has its own nearest miss and its own smallest change", async () => {
  const api = new StoreApi(await store());
  const cell = (trainingRow: number) =>
    api.whyEmpty("view", [], { kind: "cell", join: 0, trainingRow }, signal);
  expect(await cell(0)).toMatchObject({
    found: {
      reason: "expired",
      cell: { byUs: 2 * HOUR },
      offer: { fills: 1, change: { edits: [{ ttlUs: String(26 * HOUR) }] } },
    },
  });
  expect(await cell(2)).toEqual({ kind: "cell", found: null });
});

test("what nobody waits for any more is given up", async () => {
  const api = new StoreApi(await store());
  const controller = new AbortController();
  const asked = api.whyEmpty("view", [], { kind: "summary" }, controller.signal);
  controller.abort();
  await expect(asked).rejects.toMatchObject({ name: "AbortError" });
});
