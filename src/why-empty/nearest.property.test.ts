import "fake-indexeddb/auto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { propertyRuns } from "../microfs/testing/property-runs";
import { explained, planted } from "./testing/planted";

const HOUR = 3_600_000_000;
const user = fc.constantFrom("a", "b", "c");
const asked = fc.tuple(user, fc.integer({ min: 20, max: 60 }));
const row = fc.tuple(user, fc.nat(60), fc.integer({ min: 0, max: 6 }));

test("no cell of a line that is too old missed by less than it says, by any row that is known or had happened", async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(asked, { minLength: 1, maxLength: 8 }),
      fc.array(row, { minLength: 1, maxLength: 12 }),
      fc.constantFrom(1, 3, 8),
      async (asks, rows, ttl) => {
        const { lines, joined } = await explained(
          await planted({
            asks,
            usage: rows.map(([name, at, late], n) => [name, at, n, at + late]),
            join: { ttl: `${ttl}h` },
          }),
        );
        const line = lines.find(({ reason }) => reason === "expired");
        if (line === undefined || line.cause === "shifted_hours") return;
        const misses = Array.from(line.rows).flatMap((trainingRow) => {
          const [name, t] = asks[joined.order[trainingRow] ?? -1] ?? ["", 0];
          return rows.flatMap(([owner, at, late]) => {
            if (owner !== name || at > t) return [];
            if (at + late <= t) return [t - at - ttl];
            return late <= ttl ? [at + late - t] : [];
          });
        });
        expect(line.nearest?.byUs).toBe(Math.min(...misses) * HOUR);
        const way = line.nearest?.way ?? "none";
        seen.set(way, (seen.get(way) ?? 0) + 1);
      },
    ),
    propertyRuns(100, 7),
  );
  expect(seen.get("too_old")).toBeGreaterThan(5);
  expect(seen.get("known_later")).toBeGreaterThan(2);
});
