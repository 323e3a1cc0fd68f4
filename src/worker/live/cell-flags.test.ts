import type { FeatureStore } from "../../microfs";
import { CellFlag } from "../../microfs/core";
import { generatedCase } from "../../microfs/testing/generated-cases";
import { propertyRuns } from "../../microfs/testing/property-runs";
import { storeOf } from "../../microfs/testing/train-case";
import { liveTraining } from "./training-results";
import "fake-indexeddb/auto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openFresh } from "../../microfs/testing/open-fresh";
import { LiveTrainingSet } from "./live-training-set";

/** The flags are asked for through what the page gets. */
const trainingOf = async (store: FeatureStore, view: string) =>
  liveTraining(await new LiveTrainingSet(store, view).state([]));

const names = (bits: number) =>
  Object.entries(CellFlag)
    .filter(([, bit]) => (bits & bit) !== 0)
    .map(([name]) => name)
    .join(" ");

const DAY_US = 86_400_000_000n;

test("a tie, a missed late row and a change are flagged", async () => {
  const store = await openFresh();
  await store.createFeatureGroup({
    name: "asked",
    schema: { user: "int64", at: "timestamp" },
    primaryKeys: ["user"],
    eventTime: "at",
  });
  await store.createFeatureGroup({
    name: "paid",
    schema: { user: "int64", amount: "int64", note: "string", at: "timestamp", known: "timestamp" },
    primaryKeys: ["user"],
    eventTime: "at",
    createdTime: "known",
  });
  const day = (n: number) => BigInt(n) * DAY_US;
  await store.insert(
    "asked",
    [1, 2, 3, 4, 5, 6].map((n) => ({ user: 1, at: day(n) })),
  );
  await store.insert("asked", [{ user: 2, at: day(6) }]);
  await store.insert("paid", [
    { user: 1, amount: 5, note: "a", at: day(2), known: day(2) },
    { user: 1, amount: 5, note: "b", at: day(3), known: day(3) }, // the same amount, and the note is not taken
    { user: 1, amount: 6, note: "c", at: day(4), known: day(4) },
    { user: 1, amount: 7, note: "d", at: day(4), known: day(5) }, // a correction, a day late
    { user: 2, amount: 9, note: "e", at: day(1), known: day(1) },
  ]);
  await store.createFeatureView({
    name: "v",
    labelFg: "asked",
    joins: [{ fgName: "paid", on: "user", features: ["amount"] }],
  });
  const { joins, timesUs } = await trainingOf(store, "v");
  const said = Array.from(joins[0]?.flags ?? [], (bits, i) =>
    `${(timesUs[i] ?? 0n) / DAY_US} ${names(bits)}`.trim(),
  );
  expect(said).toEqual([
    "1",
    "2 change", // from nothing to 5
    "3", // another row, the same 5
    "4 late change", // the correction has happened, and nobody knows of it
    "5 tie change",
    "6 tie",
    "6", // user 2's first row follows nothing
  ]);
});

test("what is flagged as a tie and as late is what the explanation shows", async () => {
  await fc.assert(
    fc.asyncProperty(generatedCase, async (any) => {
      const store = await storeOf(any);
      const { joins, timesUs } = await trainingOf(store, "view");
      for (const [row, bits] of (joins[0]?.flags ?? new Uint8Array()).entries()) {
        const [explained] = await store.explain("view", row);
        const rest = (explained?.candidates ?? []).filter(
          ({ verdict }) => verdict === "chosen" || verdict === "superseded",
        );
        const chosen = rest.find(({ verdict }) => verdict === "chosen");
        const t = timesUs[row] ?? 0n;
        const isTied =
          chosen !== undefined &&
          rest.some(
            (other) =>
              other !== chosen &&
              (other.eventTime === chosen.eventTime ||
                (any.rule.direction === "nearest" && other.eventTime - t === t - chosen.eventTime)),
          );
        expect((bits & CellFlag.tie) !== 0).toBe(isTied);
        // In time order: what is not yet known and stands after the chosen one would have been chosen.
        const after = (explained?.candidates ?? []).slice(
          chosen === undefined ? 0 : (explained?.candidates ?? []).indexOf(chosen) + 1,
        );
        const { ttl } = any.rule;
        const missed = after.some(
          ({ verdict, eventTime }) => verdict === "not_yet_known" && (ttl === null || t - eventTime <= ttl),
        );
        expect((bits & CellFlag.late) !== 0).toBe(missed);
      }
      store.close();
    }),
    propertyRuns(60),
  );
});
