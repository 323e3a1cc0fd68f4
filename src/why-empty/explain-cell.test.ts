import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { explained, planted, toEnd } from "./testing/planted";
import { explainCell } from "./why-empty";

const HOUR = 3_600_000_000;

test("one cell's own change is smaller than that of its line", async () => {
  const store = await planted({
    asks: [
      ["a", 25],
      ["b", 27],
      ["c", 27],
    ],
    usage: [
      ["a", 0],
      ["b", 0],
      ["c", 0],
    ],
    join: { ttl: "24h" },
  });
  const why = await explained(store);
  const ttl = (hours: number) => ({
    kind: "edits",
    edits: [{ kind: "rule", join: 0, ttlUs: String(hours * HOUR) }],
  });
  expect(why.lines[0]?.offer).toMatchObject({ change: ttl(27), fills: 3 });
  expect(toEnd(explainCell(why, 0, 0))?.offer).toMatchObject({ change: ttl(25), fills: 1 });
  expect(toEnd(explainCell(why, 0, 1))?.offer).toMatchObject({ change: ttl(27), fills: 3 });
});
