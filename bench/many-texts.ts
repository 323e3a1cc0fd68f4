import { FeatureStore } from "../src/microfs";
import "fake-indexeddb/auto";
import { deepStrictEqual } from "node:assert";
import { Table, vectorFromArray } from "apache-arrow";
import { integers, keysAndTimes, makeData } from "./made-data";

export const MANY_TEXTS_TITLE = "a feature group with a column of 300 k different texts";

const SPINE_ROWS = 20_000;
const FEATURE_ROWS = 300_000;
const RUNS = 11;

/**
 * Seconds of a training answer of one view, its feature group without and with a column of as many texts as it has rows.
 * Throws where a text is not that of the row that was joined.
 */
export async function measureManyTexts(): Promise<Record<string, number[]>> {
  const { features, spine } = makeData({
    spineRows: SPINE_ROWS,
    featureRows: FEATURE_ROWS,
    entities: 5_000,
    order: "shuffled",
  });
  const store = await FeatureStore.open({ name: "bench of many texts" });
  const schema = { user_id: "int64", row_id: "int64", ts: "timestamp" } as const;
  const made = async (name: string, side: typeof spine, texts?: string[]) => {
    await store.createFeatureGroup({
      name,
      schema: texts ? { ...schema, txn_id: "string" } : schema,
      primaryKeys: ["user_id"],
      eventTime: "ts",
    });
    const columns = { ...keysAndTimes(side), row_id: integers(side.sequence) };
    const rows = texts ? new Table({ ...columns, txn_id: vectorFromArray(texts) }) : new Table(columns);
    await store.insert(name, rows);
  };
  await made("spine", spine);
  await made("plain", features);
  await made(
    "texts",
    features,
    Array.from({ length: FEATURE_ROWS }, (_, i) => `txn-${String(i).padStart(9, "0")}`),
  );
  const seconds: Record<string, number[]> = {};
  for (const group of ["plain", "texts"])
    await store.createFeatureView({
      name: group,
      labelFg: "spine",
      joins: [{ fgName: group, on: ["user_id"] }],
    });
  const ways = { plain: "without the column", texts: "with the column" } as const;
  for (let run = -1; run < RUNS; run++) {
    for (const [view, way] of Object.entries(ways)) {
      const start = performance.now();
      const { table, joins } = await store.getTrainingData(view);
      const taken = (performance.now() - start) / 1000;
      // The first makes the indexes of both.
      if (run >= 0) seconds[way] = [...(seconds[way] ?? []), taken];
      if (view !== "texts") continue;
      const texts = table.getChild("txn_id");
      for (const trainingRow of [0, 1_000, SPINE_ROWS - 1]) {
        const row = joins[0]?.index[trainingRow] ?? -1;
        const expected = row < 0 ? null : `txn-${String(row).padStart(9, "0")}`;
        deepStrictEqual(texts?.get(trainingRow), expected);
      }
    }
  }
  await store.clear();
  store.close();
  return seconds;
}
