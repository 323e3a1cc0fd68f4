import "fake-indexeddb/auto";
import type { Table } from "apache-arrow";
import { expect, test } from "vitest";
import { openFresh } from "../testing/open-fresh";
import { textVector, usedTexts } from "./arrow";

test.each([[["a", "", "bc"]], [["é", "日本", "", "x", "😀"]], [["\ud83d", "\ude00"]], [[]]])(
  "texts stay what they are as a vector: %j",
  (texts) => {
    const decoded = texts.map((text) => new TextDecoder().decode(new TextEncoder().encode(text)));
    expect(textVector(texts).toArray()).toEqual(decoded);
  },
);

test("of a dictionary only the texts that some row has are taken, each once; a null takes none", () => {
  const { values, texts } = usedTexts(Int32Array.of(4, 2, 4, 0), Uint8Array.of(1, 1, 1, 0), [
    "zero",
    "one",
    "two",
    "three",
    "four",
  ]);
  expect([...values]).toEqual([0, 1, 0, 0]);
  expect(texts.toArray()).toEqual(["four", "two"]);
});

/** How many texts a table carries for its column of ids, used or not. */
const textsOf = (table: Table) => table.getChild("txn_id")?.data[0]?.dictionary?.length;

test("few rows of a column of many texts carry as many texts as they are", async () => {
  const store = await openFresh();
  const schema = { user: "int64", ts: "timestamp" } as const;
  const time = { primaryKeys: ["user"], eventTime: "ts" };
  await store.createFeatureGroup({ name: "asks", schema, ...time });
  await store.createFeatureGroup({ name: "pays", schema: { ...schema, txn_id: "string" }, ...time });
  const rows = Array.from({ length: 1000 }, (_, i) => ({ user: BigInt(i), ts: 0n }));
  await store.insert("asks", rows.slice(0, 100));
  await store.insert(
    "pays",
    rows.map((row, i) => ({ ...row, txn_id: `txn ${i}` })),
  );
  await store.createFeatureView({ name: "view", labelFg: "asks", joins: [{ fgName: "pays", on: "user" }] });
  const { table } = await store.getTrainingData("view");
  expect(textsOf(table)).toBe(100);
  expect(table.getChild("txn_id")?.get(99)).toBe("txn 99");
  expect(textsOf(await store.groupRows("pays", 300, 400))).toBe(100);
  // All rows carry all texts, made once.
  const pays = store.featureGroups.get("pays");
  expect(pays && textsOf(pays.table)).toBe(1000);
});
