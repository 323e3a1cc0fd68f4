import { duckdbReaders } from "./duckdb-reader";
import { MADE_COLUMNS, madeCsv } from "./made-csv";
import { type CsvReader, type Outcome, outcomeOf } from "./reader";
import { microfs, papaparse, udsv } from "./readers";
import { storeReaders } from "./store-reader";

/** What the page lets the measuring program do. */
export interface BenchPage {
  /** The file's size. */
  bytes: number;
  /** By name, those of other programs last. */
  readers: string[];
  /** Reads the file once. Returns the seconds, and where it is to be checked what the reading came to. */
  run(reader: string, isChecked: boolean): Promise<{ seconds: number; outcome: Outcome | null }>;
}

/** Makes the file and starts all readers. */
async function openBench(rows: number): Promise<BenchPage> {
  const file = madeCsv(rows);
  const readers: CsvReader[] = [
    microfs,
    ...storeReaders(rows),
    udsv,
    papaparse,
    ...(await duckdbReaders(file)),
  ];
  return {
    bytes: file.size,
    readers: readers.map(({ name }) => name),
    async run(name, isChecked) {
      const reader = readers.find((one) => one.name === name);
      if (reader === undefined) throw new Error(`no such reader: ${name}`);
      const start = performance.now();
      const pieces = await reader.read(file);
      const seconds = (performance.now() - start) / 1000;
      return {
        seconds,
        outcome: isChecked && pieces !== null ? outcomeOf(pieces(), MADE_COLUMNS.length) : null,
      };
    },
  };
}

declare global {
  interface Window {
    openBench: typeof openBench;
  }
}

window.openBench = openBench;
