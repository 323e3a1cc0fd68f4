import type { JoinDefinition } from "../../../microfs/core";
import { latestTrainingRow } from "../../../worker/live/training-results";
import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import { openFresh } from "../../../microfs/testing/open-fresh";
import { LiveTrainingSet } from "../../../worker/live/live-training-set";
import { lookUp } from "../../../worker/look-up";
import { overviewOf } from "../../../worker/overview";
import { servedVector } from "./served-vector";

// A tick is a microsecond after the epoch. User 1 is asked about at 10 and 20, and paid 5 at 8, 6 at 15 and 7 at 25.
async function setting(join: Partial<JoinDefinition> = {}) {
  const store = await openFresh();
  await store.createFeatureGroup({
    name: "asked",
    schema: { user: "int64", visits: "int64", left: "bool", at: "timestamp" },
    primaryKeys: ["user"],
    eventTime: "at",
  });
  await store.createFeatureGroup({
    name: "paid",
    schema: { user: "int64", amount: "int64", at: "timestamp" },
    primaryKeys: ["user"],
    eventTime: "at",
  });
  await store.insert("asked", [
    { user: 1, visits: 3, left: false, at: 10n },
    { user: 1, visits: 4, left: true, at: 20n },
  ]);
  await store.insert("paid", [
    { user: 1, amount: 5, at: 8n },
    { user: 1, amount: 6, at: 15n },
    { user: 1, amount: 7, at: 25n },
  ]);
  const joins = [{ fgName: "paid", on: "user", ...join }];
  await store.createFeatureView({ name: "v", labelFg: "asked", label: "left", joins });
  const training = await new LiveTrainingSet(store, "v").state([]);
  const view = overviewOf(store).views[0];
  if (view === undefined) throw new Error("the view was just made");
  const compare = async (nowUs: bigint) => {
    const lookedUp = {
      ...(await lookUp(store, "v", { user: 1n }, nowUs)),
      nowUs,
      countedFrom: "given" as const,
    };
    const trained = latestTrainingRow(training, { user: 1n }, nowUs);
    const sources = servedVector({
      view,
      lookedUp,
      given: new Set(["user"]),
      trained,
      moment: String,
    });
    return sources.flatMap(({ fgName, status, features }) =>
      features.map(({ name, served, trained, why }) => [fgName, status, name, served, trained, why]),
    );
  };
  return { store, view, compare };
}

describe("servedVector", () => {
  test("before anything is materialized all is null, and every difference has that reason", async () => {
    const { compare } = await setting();
    expect(await compare(20n)).toEqual([
      ["asked", "not_found", "visits", null, 4n, "never materialized"],
      ["asked", "not_found", "left", undefined, true, null],
      ["asked", "not_found", "at", null, 20n, "never materialized"],
      ["paid", "not_found", "amount", null, 6n, "never materialized"],
    ]);
  });

  test("materialized as of the training row's moment it is the training row", async () => {
    const { store, compare } = await setting();
    for (const group of ["asked", "paid"]) await store.materialize(group, { asOf: 20n });
    expect((await compare(20n)).map(([, , name, served, , why]) => [name, served, why])).toEqual([
      ["visits", 4n, null],
      ["left", undefined, null],
      ["at", 20n, null],
      ["amount", 6n, null],
    ]);
  });

  test("before anything is looked up it has the very rows that it will have", async () => {
    const { view, compare } = await setting();
    const given = new Set(["user"]);
    const empty = servedVector({ view, lookedUp: null, given, trained: null, moment: String });
    const names = empty.flatMap(({ fgName, features }) => features.map(({ name }) => [fgName, name]));
    expect(names).toEqual((await compare(20n)).map(([fgName, , name]) => [fgName, name]));
    const said = empty.flatMap(({ features }) =>
      features.flatMap(({ served, trained, why }) => [served, trained, why]),
    );
    expect(new Set(said)).toEqual(new Set([undefined, null]));
  });

  test.each<[string, bigint, bigint, Partial<JoinDefinition>, unknown[]]>([
    ["a later row", 25n, 30n, {}, ["found", "amount", 7n, 6n, "a later row: 25, after 20"]],
    [
      "a store that is behind",
      8n,
      20n,
      {},
      ["found", "amount", 5n, 6n, "the store is behind: 15 was never materialized"],
    ],
    ["a row of the future", 25n, 20n, {}, ["future", "amount", null, 6n, "the online row is from after now"]],
    [
      "an expired one",
      15n,
      99n,
      { ttl: 0.05 },
      ["expired", "amount", null, 6n, "expired since: 84 µs old now, 5 µs then; TTL 50 µs"],
    ],
    [
      "a row of the training row's very moment, where exact matches are off",
      20n,
      30n,
      { allowExactMatches: false },
      ["found", "amount", 8n, 6n, "a row of that very moment, 20: exact matches are off"],
    ],
    [
      "a leaky join, also where the values are equal",
      25n,
      30n,
      { direction: "latest" },
      ["found", "amount", 7n, 7n, "a leak: the “latest” join took what was not known on 20"],
    ],
  ])("%s", async (_title, asOf, now, join, expected) => {
    const { store, compare } = await setting(join);
    if (join.allowExactMatches === false) await store.insert("paid", [{ user: 1, amount: 8, at: 20n }]);
    await store.materialize("paid", { asOf });
    expect((await compare(now)).at(-1)?.slice(1)).toEqual(expected);
  });
});
