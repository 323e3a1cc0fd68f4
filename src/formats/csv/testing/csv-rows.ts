import type { Table } from "apache-arrow";
import { formatTime } from "../../../microfs/core";
import { type CsvColumn, type CsvPlan, type CsvType, columnOf, type RejectedRow } from "../csv-plan";
import { type CsvBatch, type ReadCsvOptions, readCsv } from "../read-csv";
import { csvTable } from "./csv-table";

/** A cell as tests write it: bigint for int64, ISO text for a timestamp. */
export type Cell = bigint | number | string | boolean | null;

/** A plan for columns written as `name:type`, with anything else as patches. */
export function planOf(
  columns: string,
  patch: Partial<CsvPlan> = {},
  columnPatch: Partial<CsvColumn> = {},
): CsvPlan {
  return {
    encoding: "utf-8",
    delimiter: ",",
    firstLine: 1,
    hasHeader: true,
    comment: "",
    zone: "UTC",
    quotedBlankIsNull: true,
    unescapeFormulas: false,
    columns: columns.split(" ").map((column) => {
      const [name = "", type = "string"] = column.split(":");
      return { ...columnOf(name, type as CsvType), ...columnPatch };
    }),
    made: [],
    key: [],
    eventTime: null,
    createdTime: null,
    ...patch,
  };
}

/** What a file reads as, all batches together. */
export interface ReadResult {
  rows: Cell[][];
  lines: number[];
  rejected: RejectedRow[];
  ambiguousTimes: number;
}

export async function readText(
  text: string | Uint8Array<ArrayBuffer>,
  plan: CsvPlan,
  options?: ReadCsvOptions,
): Promise<ReadResult> {
  return collect(readCsv(new Blob([text]), plan, options));
}

export async function collect(batches: AsyncIterable<CsvBatch>): Promise<ReadResult> {
  const result: ReadResult = { rows: [], lines: [], rejected: [], ambiguousTimes: 0 };
  for await (const batch of batches) {
    result.rows.push(...tableRows(csvTable(batch.rows)));
    result.lines.push(...batch.lines);
    result.rejected.push(...batch.rejected);
    result.ambiguousTimes += batch.ambiguousTimes;
  }
  return result;
}

/** A table's rows, read the slow and public way; times from the raw integers, because get() rounds them. */
export function tableRows(table: Table): Cell[][] {
  const columns = table.schema.fields.map((field, at) => {
    const vector = table.getChildAt(at);
    if (vector === null) throw new Error(`no column ${field.name}`);
    const isTime = String(field.type).startsWith("Timestamp");
    const raw = isTime ? vector.data.flatMap((data) => Array.from(data.values as BigInt64Array)) : [];
    return (row: number): Cell => {
      if (!vector.isValid(row)) return null;
      return isTime ? formatTime(raw[row] ?? 0n) : (vector.get(row) as Cell);
    };
  });
  return Array.from({ length: table.numRows }, (_, row) => columns.map((cell) => cell(row)));
}
