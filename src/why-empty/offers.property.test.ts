import "fake-indexeddb/auto";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { FeatureStore } from "../microfs";
import { type JoinDefinition, writeDuration } from "../microfs/core";
import { openFresh } from "../microfs/testing/open-fresh";
import { propertyRuns } from "../microfs/testing/property-runs";
import type { Edit } from "../scenario/edits/edit";
import type { Change } from "./changed-sides";
import { explained } from "./testing/planted";

/** Changes are applied here to plain rows and definitions, by other means than those that count them. */
interface Row {
  readonly id: string;
  readonly user: string | null;
  readonly shop: string;
  readonly at: bigint;
  readonly known: bigint;
  readonly n: number | null;
  readonly m: number | null;
}
interface Store {
  readonly asks: readonly Row[];
  readonly usage: readonly Row[];
  readonly plans: readonly Row[];
  readonly visits: readonly Row[];
  readonly hasKnown: boolean;
  readonly delay: number;
  readonly joins: readonly JoinDefinition[];
}

const HOUR = 3_600_000_000n;
const MAY = 1_746_057_600_000_000n;
const minutes = fc.integer({ min: 0, max: 40 * 60 }).map((count) => BigInt(count) * 60_000_000n);
const key = fc.constantFrom("a", "A", "a ", "7", "07", "007", "b", "c", "d");
const rowAt = (base: bigint) =>
  fc
    .record({
      user: fc.option(key, { freq: 9 }),
      shop: fc.constantFrom("x", "y", "x ", "a", "b"),
      at: minutes.map((time) => base + time),
      late: fc.oneof(fc.constant(0n), fc.constantFrom(HOUR, 3n * HOUR)),
      n: fc.option(fc.nat(9), { freq: 3 }),
      m: fc.option(fc.nat(9), { freq: 3 }),
    })
    .map(({ late, ...row }) => ({ ...row, known: row.at + late }));
const rows = (base: bigint, most: number) =>
  fc
    .array(rowAt(base), { minLength: 1, maxLength: most })
    .map((all) => all.map((row, id): Row => ({ ...row, id: String(id) })));
/** All of a group's keys in one manner: what mends the keys of one group may spoil those of another. */
const SPELLINGS = [
  (text: string) => text,
  (text: string) => text.toUpperCase(),
  (text: string) => text.toLowerCase(),
  (text: string) => `${text.trim()} `,
  (text: string) => text.padStart(3, "0"),
] as const;
const spelled = (all: fc.Arbitrary<Row[]>) =>
  fc
    .tuple(all, fc.constantFrom(...SPELLINGS))
    .map(([found, spell]) => found.map((row) => ({ ...row, user: row.user && spell(row.user) })));

const joinOf = (fgName: string): fc.Arbitrary<JoinDefinition> =>
  fc.record({
    fgName: fc.constant(fgName),
    on: fc.oneof(
      { weight: 4, arbitrary: fc.constant(["user"]) },
      { weight: 1, arbitrary: fc.constant(["user", "shop"]) },
      { weight: 1, arbitrary: fc.constant({ shop: "user" }) },
    ),
    features: fc.constant(["n", "m"]),
    ttl: fc.constantFrom(null, 3_600_000, 5 * 3_600_000, 0),
    delay: fc.constantFrom(undefined, 2 * 3_600_000, null),
    allowExactMatches: fc.boolean(),
    direction: fc.oneof(
      { weight: 6, arbitrary: fc.constant("backward" as const) },
      { weight: 1, arbitrary: fc.constantFrom("nearest" as const, "forward" as const, "latest" as const) },
    ),
  });

const stores: fc.Arbitrary<Store> = fc.record({
  asks: spelled(rows(MAY, 12)),
  usage: fc.oneof(
    { weight: 3, arbitrary: spelled(rows(MAY, 12)) },
    { weight: 1, arbitrary: rows(MAY + 5n * HOUR, 12) },
    { weight: 1, arbitrary: rows(MAY / 1000n, 8) },
  ),
  plans: spelled(rows(MAY, 8)),
  visits: spelled(rows(MAY - 20n * HOUR, 8)),
  hasKnown: fc.boolean(),
  delay: fc.constantFrom(0, 3_600_000),
  joins: fc.tuple(joinOf("usage"), joinOf("plans"), joinOf("visits")),
});

async function open({ asks, usage, plans, visits, hasKnown, delay, joins }: Store): Promise<FeatureStore> {
  const store = await openFresh();
  for (const [name, all] of Object.entries({ asks, usage, plans, visits })) {
    const isKnownLate = hasKnown && name === "usage";
    await store.createFeatureGroup({
      name,
      schema: {
        id: "string",
        user: "string",
        shop: "string",
        at: "timestamp",
        known: "timestamp",
        n: "int64",
        m: "int64",
      },
      primaryKeys: ["id"],
      eventTime: "at",
      ...(isKnownLate && { createdTime: "known" }),
      delay: name === "asks" ? 0 : delay,
    });
    await store.insert(
      name,
      all.map((row) => ({ ...row })),
    );
  }
  await store.createFeatureView({ name: "view", labelFg: "asks", joins });
  return store;
}

function changed(store: Store, change: Change): Store {
  if (change.kind === "mapping") {
    const joins = store.joins.map((join, number) =>
      number === change.join ? { ...join, on: Object.fromEntries(change.on) } : join,
    );
    return { ...store, joins };
  }
  let after = store;
  for (const edit of change.edits) after = editedBy(after, edit);
  return after;
}

function editedBy(before: Store, edit: Edit): Store {
  if (edit.kind === "rule") {
    const { ttlUs, delayUs, allowExactMatches } = edit;
    const joins = before.joins.map((join, number) =>
      number !== edit.join
        ? join
        : {
            ...join,
            ...(ttlUs != null && { ttl: writeDuration(BigInt(ttlUs)) }),
            ...(ttlUs === null && { ttl: null }),
            ...(delayUs !== undefined && { delay: writeDuration(BigInt(delayUs)) }),
            ...(allowExactMatches !== undefined && { allowExactMatches }),
          },
    );
    return { ...before, joins };
  }
  if (edit.kind !== "column") throw new TypeError(`${edit.kind} is not offered`);
  const value = (old: unknown): unknown => {
    const { change: what } = edit;
    if (typeof old === "bigint") {
      if (what.kind === "shift") return old + BigInt(what.byUs);
      return what.kind === "scale" ? old * BigInt(what.by) : old;
    }
    if (typeof old !== "string") return old;
    const isNumber = [...old].every((sign) => "0123456789".includes(sign));
    if (what.kind === "trim") return old.replace(/^\s+|\s+$/g, "");
    if (what.kind === "lower_case") return old.toLowerCase();
    if (what.kind === "strip_zeros") return isNumber ? String(Number(old)) : old;
    if (what.kind === "pad_zeros")
      return isNumber && old.length < what.width ? "0".repeat(what.width - old.length) + old : old;
    return old;
  };
  const name = edit.group as "asks" | "usage" | "plans" | "visits";
  const all = before[name].map((row) => ({ ...row, [edit.column]: value(row[edit.column as keyof Row]) }));
  return { ...before, [name]: all };
}

/** The cells of the real engine's training table: by prediction and column, whether there is a value. And its leaks. */
async function cellsOf(store: FeatureStore) {
  const { table, joins, columns } = await store.getTrainingData("view");
  const ids = table.getChild("id");
  const joined = columns.flatMap(({ name, join }) => (join < 0 ? [] : [name]));
  const isThere = new Map<string, boolean>();
  for (let row = 0; row < table.numRows; row++)
    for (const name of joined)
      isThere.set(`${ids?.get(row)} ${name}`, table.getChild(name)?.get(row) !== null);
  const leaks = joins.flatMap(({ leak }, join) =>
    Array.from(leak, (is, row) => (is === 1 ? `${ids?.get(row)} join ${join}` : "")).filter(Boolean),
  );
  return { isThere, leaks };
}

const isNot = (values: Iterable<boolean>) => [...values].filter((there) => !there).length;

test("an offered change fills as many cells as it says, empties as many as it says, and lets nothing leak", async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(stores, async (given) => {
      const store = await open(given);
      const why = await explained(store);
      const before = await cellsOf(store);
      expect(why.emptyCells).toBe(isNot(before.isThere.values()));
      expect(why.joinedCells).toBe(before.isThere.size);
      for (const { offer, cause, cells } of why.lines) {
        if (offer === null) continue;
        seen.set(cause, (seen.get(cause) ?? 0) + 1);
        const after = await cellsOf(await open(changed(given, offer.change)));
        const names = [...before.isThere.keys()];
        const has = (of: typeof before, name: string) => of.isThere.get(name) === true;
        expect(offer.filled, cause).toBe(
          names.filter((name) => !has(before, name) && has(after, name)).length,
        );
        expect(offer.emptied, cause).toBe(
          names.filter((name) => has(before, name) && !has(after, name)).length,
        );
        expect(offer.filledIn.reduce((sum, count) => sum + count, 0)).toBe(offer.filled);
        expect(offer.fills).toBeGreaterThan(offer.emptied);
        expect(offer.fills).toBeLessThanOrEqual(cells);
        expect(before.leaks, cause).toEqual(expect.arrayContaining(after.leaks));
      }
    }),
    propertyRuns(150, 7),
  );
  // It has tried most kinds of change, or it says little.
  expect([...seen.keys()].length, JSON.stringify([...seen])).toBeGreaterThanOrEqual(8);
});
