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

test("when a group's last row can be used: by its created time and its delay, and never before it has happened", async () => {
  const store = await openFresh();
  const columns = { user: "int64", at: "timestamp", recorded: "timestamp" } as const;
  const keys = { primaryKeys: ["user"], eventTime: "at" };
  const rows = [
    { user: 1, at: 10n, recorded: 90n },
    { user: 1, at: 70n, recorded: 20n },
  ];
  for (const [name, rest] of [
    ["by event time", {}],
    ["delayed", { delay: 0.05 }],
    ["by created time", { createdTime: "recorded" }],
    ["by created time, delayed", { createdTime: "recorded", delay: 0.05 }],
    ["empty", {}],
  ] as const) {
    await store.createFeatureGroup({ name, schema: columns, ...keys, ...rest });
    if (name !== "empty") await store.insert(name, rows);
  }
  await store.createFeatureGroup({
    name: "known too early",
    schema: columns,
    ...keys,
    createdTime: "recorded",
  });
  await store.insert("known too early", [{ user: 1, at: 70n, recorded: 20n }]);
  expect(
    overviewOf(store).groups.map(({ definition, lastKnownUs }) => [definition.name, lastKnownUs]),
  ).toEqual([
    ["by event time", 70n],
    ["delayed", 120n],
    ["by created time", 90n],
    ["by created time, delayed", 140n],
    ["empty", null],
    ["known too early", 70n],
  ]);
});
