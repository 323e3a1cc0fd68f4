import { type Table, tableToIPC } from "apache-arrow";

/** A table as a file for a download. */
export interface ArrowDownload {
  bytes: Uint8Array<ArrayBuffer>;
  /** `file` opens everywhere and at any row; `stream` is read from its beginning. */
  format: "file" | "stream";
  /** What its name ends with by custom, dot included. */
  extension: ".arrow" | ".arrows";
  mediaType: string;
}

/**
 * A table in Arrow's IPC format: the file format, or the stream format where a text column has another dictionary in
 * each batch, which the file format cannot hold. Both are read by pandas, polars, DuckDB and R's arrow.
 */
export function tableToArrow(table: Table): ArrowDownload {
  const format = hasOneDictionaryEach(table) ? "file" : "stream";
  const bytes = tableToIPC(table, format) as Uint8Array<ArrayBuffer>;
  return format === "file"
    ? { bytes, format, extension: ".arrow", mediaType: "application/vnd.apache.arrow.file" }
    : { bytes, format, extension: ".arrows", mediaType: "application/vnd.apache.arrow.stream" };
}

function hasOneDictionaryEach(table: Table): boolean {
  const [first] = table.batches;
  return table.batches.every((batch) =>
    batch.data.children.every((column, at) => column.dictionary === first?.data.children[at]?.dictionary),
  );
}
