import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from "@duckdb/duckdb-wasm";
import workerUrl from "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url";
import wasmUrl from "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url";
import { MADE_COLUMNS, type MadeType } from "./made-csv";
import type { CsvReader, ReadPiece } from "./reader";

const SQL_TYPES: Readonly<Record<MadeType, string>> = {
  int64: "BIGINT",
  float64: "DOUBLE",
  string: "VARCHAR",
  bool: "BOOLEAN",
  timestamp: "TIMESTAMP",
};

/**
 * DuckDB in its worker, on one thread as on any page that shares no memory, with the table brought to the page as Arrow. It starts
 * before the clock does, and reads the file by itself.
 */
export async function duckdbReaders(file: File): Promise<CsvReader[]> {
  const db = new AsyncDuckDB(new VoidLogger(), new Worker(new URL(workerUrl, location.href)));
  await db.instantiate(new URL(wasmUrl, location.href).href);
  await db.registerFileHandle("made.csv", file, DuckDBDataProtocol.BROWSER_FILEREADER, true);
  const connection = await db.connect();
  const types = MADE_COLUMNS.map(({ name, type }) => `'${name}': '${SQL_TYPES[type]}'`).join(", ");
  const reader = (name: string, options = ""): CsvReader => ({
    name,
    async read() {
      const table = await connection.query(`SELECT * FROM read_csv('made.csv', header = true${options})`);
      return () => [pieceOf(table)];
    },
  });
  return [
    reader("DuckDB-WASM, types inferred"),
    reader(
      "DuckDB-WASM, types given",
      `, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {${types}}`,
    ),
  ];
}

type DuckTable = Awaited<ReturnType<Awaited<ReturnType<AsyncDuckDB["connect"]>>["query"]>>;

function pieceOf(table: DuckTable): ReadPiece {
  const columns = MADE_COLUMNS.map(({ name, type }) => ({ type, values: table.getChild(name) }));
  return {
    rows: table.numRows,
    valueAt(column, row) {
      const { type, values } = columns[column] ?? {};
      const value = values?.get(row) ?? null;
      // Arrow gives times as milliseconds.
      return type === "timestamp" && value !== null ? BigInt(value) * 1000n : value;
    },
  };
}
