import { tableFromIPC } from "apache-arrow";
import { describe, expect, test } from "vitest";
import { tableToArrow } from "./arrow";
import { readCsv } from "./csv/read-csv";
import { planOf, tableRows } from "./csv/testing/csv-rows";
import { csvTable } from "./csv/testing/csv-table";

async function tables(text: string, columns: string, batchRows: number) {
  const read = [];
  for await (const { rows } of readCsv(new Blob([text]), planOf(columns), { batchRows }))
    read.push(csvTable(rows));
  return read;
}

const TEXT = "id,at,name\n9007199254740993,2025-11-05T14:00:00.000001Z,Ann\n2,,Bob\n3,2025-11-06,Ann\n";

describe("tableToArrow", () => {
  test("writes one batch as a file, which reads as the same rows", async () => {
    const [table] = await tables(TEXT, "id:int64 at:timestamp name", 10);
    if (table === undefined) throw new Error("no batch");
    const { bytes, format, extension } = tableToArrow(table);
    expect([format, extension]).toEqual(["file", ".arrow"]);
    expect(new TextDecoder().decode(bytes.subarray(0, 6))).toBe("ARROW1");
    expect(tableRows(tableFromIPC(bytes))).toEqual(tableRows(table));
  });

  test("writes batches with dictionaries of their own as a stream", async () => {
    const [first, ...others] = await tables(TEXT, "id:int64 at:timestamp name", 1);
    if (first === undefined) throw new Error("no batch");
    const table = first.concat(...others);
    const { bytes, format, extension } = tableToArrow(table);
    expect([format, extension]).toEqual(["stream", ".arrows"]);
    expect(tableRows(tableFromIPC(bytes)).map(([, , name]) => name)).toEqual(["Ann", "Bob", "Ann"]);
  });

  test("writes a text column of nothing but nulls", async () => {
    const [table] = await tables("id,name\n1,\n", "id:int64 name", 10);
    if (table === undefined) throw new Error("no batch");
    expect(tableRows(tableFromIPC(tableToArrow(table).bytes))).toEqual([[1n, null]]);
  });
});
