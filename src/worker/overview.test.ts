import { propertyRuns } from "../microfs/testing/property-runs";
import "fake-indexeddb/auto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openFresh } from "../microfs/testing/open-fresh";
import { overviewOf } from "./overview";

const SCHEMA = { user: "int64", shop: "string", at: "timestamp" } as const;
const row = fc.record({
  user: fc.integer({ min: 0, max: 3 }),
  shop: fc.constantFrom("a", "b", "c"),
  // Beyond what a double holds, too.
  at: fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }),
});

test("rows, entities, first and last time are those of all rows, after each insert, taken back or not", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ rows: fc.array(row, { maxLength: 5 }), isTakenBack: fc.boolean() })),
      fc.constantFrom(["user"], ["shop"], ["user", "shop"]),
      async (inserts, primaryKeys) => {
        const store = await openFresh();
        await store.createFeatureGroup({ name: "g", schema: SCHEMA, primaryKeys, eventTime: "at" });
        const stored: { user: number; shop: string; at: bigint }[] = [];
        for (const { rows, isTakenBack } of inserts) {
          const inserting = store.insertInPieces("g", [rows], async () => {
            if (isTakenBack) throw new DOMException("enough", "AbortError");
          });
          if (isTakenBack) await expect(inserting).rejects.toMatchObject({ name: "AbortError" });
          else stored.push(...rows);
          await inserting.catch(() => undefined);

          const entities = new Set(
            stored.map(({ user, shop }) =>
              JSON.stringify(primaryKeys.map((key) => (key === "user" ? user : shop))),
            ),
          );
          const times = stored.map(({ at }) => at).sort((a, b) => (a < b ? -1 : 1));
          const distinct = new Set(stored.map(({ user, shop, at }) => `${user} ${shop} ${at}`));
          expect(overviewOf(store).groups[0]).toMatchObject({
            numRows: distinct.size,
            numEntities: entities.size,
            firstUs: times[0] ?? null,
            lastUs: times.at(-1) ?? null,
          });
        }
      },
    ),
    propertyRuns(60),
  );
});
