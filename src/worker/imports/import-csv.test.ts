import { FeatureStore } from "../../microfs";
import "fake-indexeddb/auto";
import { expect, test, vi } from "vitest";
import { changedPlan, type MadeColumn } from "../../formats/csv/csv-plan";
import { sniffCsv } from "../../formats/csv/sniff-csv";
import { planOf as planFor } from "../../formats/csv/testing/csv-rows";
import { importCsv } from "./import-csv";

const quiet = (acceptedLosses: string[] = []) => ({
  acceptedLosses,
  onProgress: () => undefined,
  signal: new AbortController().signal,
});

async function planOf(text: string) {
  const file = new Blob([text]);
  const { plan } = await sniffCsv(file);
  const definition = {
    name: "visits",
    schema: Object.fromEntries(plan.columns.map(({ name, type }) => [name, type])),
    primaryKeys: plan.key,
    eventTime: plan.eventTime ?? "",
  };
  return { file, plan, definition };
}

test("a file of more rows than are read at once is stored whole, its texts too", async () => {
  const store = await FeatureStore.open({ name: "import of many batches" });
  const rows = 150_000; // the reader's batches are of 100 000
  const lines = Array.from({ length: rows }, (_, row) => `${row},2025-01-01,place ${row % 70_001}`);
  const { file, plan, definition } = await planOf(`user_id,at,place\n${lines.join("\n")}\n`);

  const report = await importCsv(store, file, plan, definition, quiet());

  expect(report).toMatchObject({ fgName: "visits", inserted: rows, duplicates: 0, rejected: [] });
  const places = store.featureGroups.get("visits")?.table.getChild("place");
  const wrong = lines.findIndex((line, row) => places?.get(row) !== line.split(",")[2]);
  expect(wrong).toBe(-1);
});

test("rows that the file repeats are counted, and those that cannot be read are listed by line", async () => {
  const store = await FeatureStore.open({ name: "import with a report" });
  const good = Array.from({ length: 8 }, (_, row) => `1,2025-01-0${row + 1}`);
  const { file, plan, definition } = await planOf(`user_id,at\n${good.join("\n")}\n1,2025-01-08\n1,soon\n`);

  const report = await importCsv(store, file, plan, definition, quiet());

  expect(report.inserted).toBe(8);
  expect(report.duplicates).toBe(1);
  expect(report.rows).toBe(8 + 1 + 1);
  expect(report.rejected.map(({ line, column, value }) => [line, column, value])).toEqual([
    [11, "at", "soon"],
  ]);
});

test("the report tells what was lost and what was made, and a file added to a group is read as the group is", async () => {
  const store = await FeatureStore.open({ name: "import of two months" });
  const shop: MadeColumn = { kind: "constant", name: "shop", type: "string", value: "7" };
  const plan = { ...planFor("zip:int64 at:timestamp"), key: ["zip"], eventTime: "at", made: [shop] };
  const definition = {
    name: "zips",
    schema: { zip: "int64", at: "timestamp", shop: "string" },
    primaryKeys: ["zip"],
    eventTime: "at",
  } as const;
  const add = (text: string) =>
    importCsv(store, new Blob([text]), plan, definition, quiet(["1 leading_zeros zip"]));

  expect(await add("zip,at\n10001,2024-01-01\n10002,2024-01-02\n")).toMatchObject({ rows: 2, losses: [] });
  expect(await add("zip,at\n07307,2024-02-01,\n10001,2024-02-02\n,2024-02-03\n")).toMatchObject({
    rows: 3,
    inserted: 2,
    rejected: [{ line: 4, column: "zip" }],
    losses: [{ column: "zip", kind: "leading_zeros", cells: 1, examples: [{ line: 2, text: "07307" }] }],
    rowsWithBlankTail: 1,
    made: [shop],
  });
  expect(store.featureGroups.get("zips")?.table.getChild("shop")?.get(3)).toBe("7");
});

test("a cancelled file leaves no group and no row", async () => {
  const store = await FeatureStore.open({ name: "import that is cancelled" });
  const { file, plan, definition } = await planOf("user_id,at\n1,2025-01-01\n");
  const controller = new AbortController();
  const cancelled = importCsv(store, file, plan, definition, {
    ...quiet(),
    onProgress: () => controller.abort(),
    signal: controller.signal,
  });

  await expect(cancelled).rejects.toMatchObject({ name: "AbortError" });
  expect([...store.featureGroups.keys()]).toEqual([]);
});

test("a file that is cancelled while its rows are being stored leaves no group and no row", async () => {
  const store = await FeatureStore.open({ name: "import that is cancelled late" });
  const lines = Array.from({ length: 150_000 }, (_, row) => `${row},2025-01-01`);
  const { file, plan, definition } = await planOf(`user_id,at\n${lines.join("\n")}\n`);
  const controller = new AbortController();
  const put = IDBObjectStore.prototype.put;
  const puts = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (
    this: IDBObjectStore,
    ...given
  ) {
    controller.abort();
    return put.apply(this, given);
  });
  const cancelled = importCsv(store, file, plan, definition, { ...quiet(), signal: controller.signal });

  await expect(cancelled).rejects.toMatchObject({ name: "AbortError" });
  expect([...store.featureGroups.keys()]).toEqual([]);
  expect(puts).toHaveBeenCalledTimes(1);
  puts.mockRestore();
});

test("what reading loses is stored only where a person has said so", async () => {
  const store = await FeatureStore.open({ name: "import that loses" });
  const { file, plan, definition } = await planOf("user_id,at,zip\n1,2025-01-01,07307\n2,2025-01-02,10001\n");
  const asNumber = changedPlan(plan, { columns: { zip: { type: "int64" } } });
  const group = { ...definition, schema: { ...definition.schema, zip: "int64" } } as const;

  const refused = importCsv(store, file, asNumber, group, quiet());
  await expect(refused).rejects.toMatchObject({
    code: "unaccepted_loss",
    message:
      "In “zip”, 1 value begins with zeros that numbers do not keep: 07307 would become 7307. Say that it may be stored so, or read the column in another way.",
  });
  expect([...store.featureGroups.keys()]).toEqual([]);

  const report = await importCsv(store, file, asNumber, group, quiet(["1 leading_zeros zip"]));
  expect(report).toMatchObject({ rows: 2, inserted: 2, losses: [{ column: "zip", cells: 1 }] });
});
