import { FeatureStore } from "../src/microfs";
import "fake-indexeddb/auto";
import { deepStrictEqual } from "node:assert";
import { Table } from "apache-arrow";
import { overviewOf } from "../src/worker/overview";
import { integers, keysAndTimes, makeData } from "./made-data";

export const AFTER_INSERT_TITLE = "after an insert of 1 M rows";

const ROWS = 1_000_000;
const RUNS = 7;

/**
 * Seconds of what lists ask of a store when rows have come, for rows of few entities and of one each. Throws where the
 * overview does not come to what counting says.
 */
export async function measureAfterInsert(): Promise<Record<string, number[]>> {
  const { features, spine } = makeData({
    spineRows: ROWS,
    featureRows: ROWS,
    entities: 20_000,
    order: "shuffled",
  });
  const seconds: Record<string, number[]> = {
    "the insert": [],
    "overview, 18 k entities": [],
    "overview, 1 M entities": [],
    "overview again": [],
  };
  for (let run = 0; run < RUNS; run++) {
    for (const [key, side] of [["user_id", features] as const, ["row_id", spine] as const]) {
      const store = await FeatureStore.open({ name: "bench of an insert" });
      await store.createFeatureGroup({
        name: "rows",
        schema: { user_id: "int64", row_id: "int64", ts: "timestamp" },
        primaryKeys: [key],
        eventTime: "ts",
      });
      const rows = new Table({ ...keysAndTimes(side), row_id: integers(side.sequence) });
      const note = (way: string, start: number) => seconds[way]?.push((performance.now() - start) / 1000);

      const inserting = performance.now();
      await store.insert("rows", rows);
      note("the insert", inserting);
      const asking = performance.now();
      const [group] = overviewOf(store).groups;
      note(key === "user_id" ? "overview, 18 k entities" : "overview, 1 M entities", asking);
      const again = performance.now();
      overviewOf(store);
      note("overview again", again);

      const sorted = side.timesUs.slice().sort();
      deepStrictEqual(
        [group?.numRows, group?.numEntities, group?.firstUs, group?.lastUs],
        [ROWS, key === "user_id" ? new Set(side.entities).size : ROWS, sorted[0], sorted.at(-1)],
      );
      await store.clear();
      store.close();
    }
  }
  return seconds;
}
