import { FeatureStore, type TrainingSet } from "../src/microfs";
import "fake-indexeddb/auto";
import { deepStrictEqual } from "node:assert";
import { Table } from "apache-arrow";
import { integers, keysAndTimes, makeData, type Sizes, times } from "./made-data";

export const CLOCKS_TITLE = "100 k × 1 M, by created time";

const NAME = "bench of clocks";
const RUNS = 7;
const CHECKED_ROWS = 200;
const HOUR_US = 3_600_000_000n;

const SIZES: Sizes = {
  spineRows: 100_000,
  featureRows: 1_000_000,
  entities: 20_000,
  order: "in time order",
};

/**
 * Seconds of a join by either clock, of a store just opened and of the same store again. The same rows stand in a group
 * without created times and in one with them, where one row in four is created up to a month late, so that rows overtake
 * each other; the same column is taken of both. Throws where a row is chosen that `explain` does not choose.
 */
export async function measureClocks(): Promise<Record<string, number[]>> {
  await fill();
  const seconds: Record<string, number[]> = {
    "by event time, cold": [],
    "by event time, warm": [],
    "by created time, cold": [],
    "by created time, warm": [],
  };
  for (let run = 0; run < RUNS; run++) {
    for (const clock of ["event", "created"]) {
      const store = await FeatureStore.open({ name: NAME });
      for (const state of ["cold", "warm"]) {
        const start = performance.now();
        const training = await store.getTrainingData(clock);
        seconds[`by ${clock} time, ${state}`]?.push((performance.now() - start) / 1000);
        if (run === 0) await assertExplained(store, clock, training);
      }
      store.close();
    }
  }
  return seconds;
}

async function fill(): Promise<void> {
  const { spine, features } = makeData(SIZES);
  const store = await FeatureStore.open({ name: NAME });
  await store.createFeatureGroup({
    name: "spine",
    schema: { user_id: "int64", row_id: "int64", ts: "timestamp" },
    primaryKeys: ["row_id"],
    eventTime: "ts",
  });
  const created = features.timesUs.map((us, row) =>
    row % 4 === 0 ? us + BigInt((row * 7919) % 720) * HOUR_US : us,
  );
  await store.insert("spine", new Table({ ...keysAndTimes(spine), row_id: integers(spine.sequence) }));
  for (const clock of ["event", "created"]) {
    const hasCreated = clock === "created";
    await store.createFeatureGroup({
      name: clock,
      schema: {
        user_id: "int64",
        sequence: "int64",
        ts: "timestamp",
        ...(hasCreated ? { created: "timestamp" } : {}),
      },
      primaryKeys: ["user_id"],
      eventTime: "ts",
      createdTime: hasCreated ? "created" : undefined,
    });
    const columns = { ...keysAndTimes(features), sequence: integers(features.sequence) };
    await store.insert(
      clock,
      hasCreated ? new Table({ ...columns, created: times(created) }) : new Table(columns),
    );
    await store.createFeatureView({
      name: clock,
      labelFg: "spine",
      joins: [{ fgName: clock, on: "user_id", features: ["sequence"] }],
    });
  }
  store.close();
}

/** `explain` knows nothing of what is kept, nor of the order in which rows became known. */
async function assertExplained(store: FeatureStore, view: string, training: TrainingSet): Promise<void> {
  const step = Math.floor(SIZES.spineRows / CHECKED_ROWS);
  for (let row = 0; row < SIZES.spineRows; row += step) {
    const [join] = await store.explain(view, row);
    const chosen = join?.candidates.find(({ verdict }) => verdict === "chosen")?.row ?? -1;
    deepStrictEqual(
      training.joins[0]?.index[row],
      chosen,
      `${view}: row ${row} must be what explain chooses`,
    );
  }
}
