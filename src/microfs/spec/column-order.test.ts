import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { type FeatureGroupDefinition, FeatureStore } from "../index";
import { freshName } from "../testing/open-fresh";
import { readTable } from "../testing/read-table";
import { refusal } from "../testing/refusal";

/** An object puts names that are whole numbers before all others: `columns` says how they stand. */
const SALES: FeatureGroupDefinition = {
  name: "sales",
  schema: { region: "string", day: "timestamp", "2024": "float64", "2023": "float64" },
  columns: ["region", "day", "2024", "2023"],
  primaryKeys: ["region"],
  eventTime: "day",
};

test("columns whose names are whole numbers stay where they are: in the group, the training table, and after a reload", async () => {
  const name = freshName();
  const store = await FeatureStore.open({ name });
  await store.createFeatureGroup(SALES);
  await store.insert("sales", [{ region: "north", day: "2024-01-01", "2023": 1.5, "2024": 2.5 }]);
  await store.createFeatureView({ name: "v", labelFg: "sales", joins: [] });
  store.close();
  const reloaded = await FeatureStore.open({ name });
  const group = reloaded.featureGroups.get("sales");
  expect(group?.table.schema.fields.map((field) => field.name)).toEqual(SALES.columns);
  const { table } = await reloaded.getTrainingData("v");
  expect(table.schema.fields.map((field) => field.name)).toEqual(SALES.columns);
  expect(readTable(table).rows[0]?.slice(2)).toEqual([2.5, 1.5]);
  expect(group?.definition.columns).toEqual(SALES.columns);
  // Declared the same again it is the same, and another order is another definition.
  await reloaded.createFeatureGroup(SALES);
  const other = reloaded.createFeatureGroup({ ...SALES, columns: ["day", "region", "2024", "2023"] });
  expect(await refusal(other)).toMatch(/^feature_group_exists/);
});

test("the order is said only where an object would lose it", async () => {
  const store = await FeatureStore.open({ name: freshName() });
  const { columns: _, ...plain } = SALES;
  await store.createFeatureGroup({
    ...plain,
    schema: { region: "string", day: "timestamp", "07": "float64" },
  });
  expect(store.featureGroups.get("sales")?.definition).not.toHaveProperty("columns");
});

test.each([
  [["region", "day", "2024"]],
  [["region", "day", "2024", "2024"]],
  [["region", "day", "2024", "x"]],
])("an order that is not of the schema's columns is refused: %j", async (columns) => {
  const store = await FeatureStore.open({ name: freshName() });
  expect(await refusal(store.createFeatureGroup({ ...SALES, columns }))).toMatch(
    /^invalid_definition: .*"region"/,
  );
});
