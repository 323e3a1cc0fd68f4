import { type GeneratedCase, generatedCase } from "../testing/generated-cases";
import { propertyRuns } from "../testing/property-runs";
import { declareCase, featureRows, spineRows, storeOf, trainingMatches } from "../testing/train-case";
import "fake-indexeddb/auto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { naiveJoin } from "../testing/naive-join";
import { openFresh } from "../testing/open-fresh";
import { readRows } from "../testing/read-table";

const RUNS = propertyRuns(150);

const naiveAnswers = ({ spine, features, rule, groupClock }: GeneratedCase) =>
  naiveJoin(spine, features, rule, groupClock).map(({ verdicts: _, ...answer }) => answer);

test("getTrainingData and the naive join choose the same rows, and call the same of them leaks and stale", async () => {
  await fc.assert(
    fc.asyncProperty(generatedCase, async (given) => {
      expect(await trainingMatches(await storeOf(given))).toEqual(naiveAnswers(given));
    }),
    RUNS,
  );
});

test("every spine row appears exactly once, in time order, ties in insertion order, with the chosen row's cells", async () => {
  await fc.assert(
    fc.asyncProperty(generatedCase, async (given) => {
      const { table, spineIndex } = await (await storeOf(given)).getTrainingData("view");
      const order = [...given.spine.keys()].sort((a, b) => {
        const [timeA, timeB] = [given.spine[a]?.time ?? 0n, given.spine[b]?.time ?? 0n];
        return timeA === timeB ? a - b : timeA < timeB ? -1 : 1;
      });
      expect([...spineIndex]).toEqual(order);
      const answers = naiveAnswers(given);
      expect(readRows(table)).toEqual(
        order.map((row) => {
          const { key, time } = given.spine[row] ?? { key: [], time: 0n };
          const chosen = given.features[answers[row]?.index ?? -1];
          return {
            seq: BigInt(row),
            user: key[0],
            shop: key[1],
            ts: time,
            seq_features: chosen === undefined ? null : BigInt(answers[row]?.index ?? -1),
            happened: chosen?.eventTime ?? null,
            ...(given.groupClock.asOf === "created_time" ? { created: chosen?.createdTime ?? null } : {}),
          };
        }),
      );
    }),
    RUNS,
  );
});

test("explain tells of every training row what the naive join tells of every candidate", async () => {
  await fc.assert(
    fc.asyncProperty(generatedCase, async (given) => {
      const store = await storeOf(given);
      const { spineIndex } = await store.getTrainingData("view");
      const answers = naiveJoin(given.spine, given.features, given.rule, given.groupClock);
      for (const [row, spineRow] of spineIndex.entries()) {
        const [told] = await store.explain("view", row);
        expect([told?.fgName, told?.reason]).toEqual(["features", answers[spineRow]?.reason]);
        expect(new Map(told?.candidates.map((candidate) => [candidate.row, candidate.verdict]))).toEqual(
          answers[spineRow]?.verdicts,
        );
        for (const candidate of told?.candidates ?? []) {
          const { eventTime, createdTime } = given.features[candidate.row] ?? {};
          expect([candidate.eventTime, candidate.createdTime ?? null]).toEqual([eventTime, createdTime]);
        }
        const times = told?.candidates.map((candidate) => candidate.eventTime) ?? [];
        expect(times.every((time, i) => i === 0 || (times[i - 1] ?? time) <= time)).toBe(true);
      }
    }),
    propertyRuns(60),
  );
});

test("a batch inserted in parts, with training in between, is the batch inserted whole", async () => {
  const cut = fc.record({ given: generatedCase, at: fc.nat(14), spineAt: fc.nat(8) });
  await fc.assert(
    fc.asyncProperty(cut, async ({ given, at, spineAt }) => {
      const store = await openFresh();
      await declareCase(store, given);
      await store.insert("spine", spineRows(given).slice(0, spineAt));
      await store.insert("features", featureRows(given).slice(0, at));
      await store.getTrainingData("view");
      await store.insert("features", featureRows(given).slice(at));
      await store.getTrainingData("view");
      await store.insert("spine", spineRows(given).slice(spineAt));
      expect(await trainingMatches(store)).toEqual(naiveAnswers(given));
    }),
    RUNS,
  );
});

test("a leak is a leak however far it looks ahead; a peek is cut to what 64 bits hold", async () => {
  const ends = 8_640_000_000_000_000_000n; // as far as a time reaches, both ways
  const clock = { asOf: "event_time", delay: 0n } as const;
  const store = await storeOf({
    spine: [{ key: [1n, "1"], time: -ends }],
    features: [{ key: [1n, "1"], eventTime: ends, createdTime: null }],
    rule: { ...clock, direction: "latest", ttl: null, allowExactMatches: true },
    groupClock: clock,
  });
  const [answer] = await trainingMatches(store);
  expect(answer).toMatchObject({ index: 0, leak: true, peek: 2n ** 63n - 1n });
});
