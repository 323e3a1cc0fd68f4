import duckdbWasm from "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url";
import pythonWasm from "pyodide/pyodide.asm.wasm?url";
import pythonLibrary from "pyodide/python_stdlib.zip?url";
import pythonScript from "../inside/python-worker.ts?program-file";
import sqlScript from "../inside/sql-worker.ts?program-file";

/** A file of a runtime, as it is served beside the page. */
export interface RuntimeFile {
  /** Under which the worker is handed it. */
  readonly name: string;
  readonly url: string;
  /** As it is in the end, whether or not a server compresses it on the way. */
  readonly bytes: number;
}

/** What runs a language: the script of its worker, and the files that the script is handed. */
export interface RuntimeFiles {
  readonly script: RuntimeFile;
  readonly parts: readonly RuntimeFile[];
}

/** The languages that come with a runtime of their own. The addresses are empty in an app that is one file. */
export const RUNTIME_FILES: Readonly<Record<"python" | "sql", RuntimeFiles>> = {
  python: {
    script: { name: "python-worker", ...pythonScript },
    parts: [
      { name: "python.wasm", url: pythonWasm, bytes: 9_598_218 },
      { name: "python_stdlib.zip", url: pythonLibrary, bytes: 2_545_637 },
    ],
  },
  sql: {
    script: { name: "sql-worker", ...sqlScript },
    parts: [{ name: "duckdb.wasm", url: duckdbWasm, bytes: 34_242_586 }],
  },
};

/** All that is fetched for a runtime. */
export function bytesOf({ script, parts }: RuntimeFiles): number {
  return parts.reduce((sum, { bytes }) => sum + bytes, script.bytes);
}
