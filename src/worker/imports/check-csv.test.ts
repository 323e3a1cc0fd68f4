import { expect, test } from "vitest";
import { sniffCsv } from "../../formats/csv/sniff-csv";
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

test("a check that is stopped rejects", async () => {
  await expect(check("user_id,at\n1,2025-01-01\n", AbortSignal.abort())).rejects.toMatchObject({
    name: "AbortError",
  });
});
