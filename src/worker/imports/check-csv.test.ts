import { expect, test } from "vitest";
import type { MadeColumn } from "../../formats/csv/csv-plan";
import { sniffCsv } from "../../formats/csv/sniff-csv";
import { planOf } from "../../formats/csv/testing/csv-rows";
import { checkCsv } from "./check-csv";

async function check(text: string, signal = new AbortController().signal) {
  const file = new Blob([text]);
  const { plan } = await sniffCsv(file);
  return checkCsv(file, plan, { onProgress: () => undefined, signal });
}

test("every row is counted, and those that cannot be read are listed", async () => {
  const rows = Array.from({ length: 45_000 }, (_, row) => `${row % 7},2025-01-01T00:00:00Z`);
  rows[44_000] = "3,soon";
  const found = await check(`user_id,at\n${rows.join("\n")}\n`);
  expect(found).toMatchObject({ rows: 45_000, readable: 44_999 });
  expect(found.rejected.map(({ line, value }) => [line, value])).toEqual([[44_002, "soon"]]);
  expect(found.facts.entities).toBe(7);
});

test("the times say from when to when, and how late rows were known", async () => {
  const { facts } = await check(
    [
      "user_id,happened_at,created_at",
      "a,2025-01-02T00:00:00Z,2025-01-02T01:00:00Z",
      "a,2025-01-01T00:00:00Z,2025-01-01T01:00:01Z",
      "b,2025-01-03T00:00:00Z,2025-01-03T00:00:00Z",
      "",
    ].join("\n"),
  );
  expect(facts).toEqual({
    entities: 2,
    firstUs: 1_735_689_600_000_000n,
    lastUs: 1_735_862_400_000_000n,
    createdBefore: 0,
    createdLate: 1,
  });
});

test("keys of two columns are counted as pairs, never as joined text", async () => {
  const text = "shop_id,user_id,at\n1,11,2025-01-01\n11,1,2025-01-01\n1,11,2025-01-02\n";
  const file = new Blob([text]);
  const { plan } = await sniffCsv(file);
  const { facts } = await checkCsv(
    file,
    { ...plan, key: ["shop_id", "user_id"] },
    { onProgress: () => undefined, signal: new AbortController().signal },
  );
  expect(facts.entities).toBe(2);
});

test("what reading would lose is told for the whole file, with what would keep it", async () => {
  const rows = Array.from({ length: 45_000 }, (_, row) => `${10_000 + (row % 80_000)},2025-01-01`);
  rows[44_000] = "07307,2025-01-01,";
  rows[44_001] = "02138,soon";
  const { losses, rowsWithBlankTail, trimmedCells } = await check(`zip,at\n${rows.join("\n")}\n`);
  expect(losses).toEqual([
    {
      column: "zip",
      kind: "leading_zeros",
      cells: 1,
      examples: [{ line: 44_002, text: "07307", becomes: "7307" }],
      keep: { label: "Read zip as text", change: { columns: { zip: { type: "string" } } } },
    },
  ]);
  expect([rowsWithBlankTail, trimmedCells]).toEqual([1, 0]);
});

test("facts are those of made columns too", async () => {
  const plan = {
    ...planOf("n:int64 day time"),
    key: ["shop"],
    eventTime: "at",
    made: [
      { kind: "constant", name: "shop", type: "string", value: "Shop 7" },
      { kind: "date_and_time", name: "at", date: "day", timeOfDay: "time" },
    ] satisfies MadeColumn[],
  };
  const file = new Blob(["n,day,time\n1,2025-01-01,17:30\n2,2025-01-02,\n3,2025-01-03,08:00\n"]);
  const { readable, facts } = await checkCsv(file, plan, {
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });
  expect(readable).toBe(2);
  expect(facts).toMatchObject({
    entities: 1,
    firstUs: 1_735_752_600_000_000n,
    lastUs: 1_735_891_200_000_000n,
  });
});

test("a check that is stopped rejects", async () => {
  await expect(check("user_id,at\n1,2025-01-01\n", AbortSignal.abort())).rejects.toMatchObject({
    name: "AbortError",
  });
});
