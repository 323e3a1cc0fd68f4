import type { ColumnType } from "../schema";
import type { Column } from "./column";

/** Texts end to end in UTF-8: text i is the bytes [`offsets[i]`, `offsets[i + 1]`). */
export interface Utf8Texts {
  readonly length: number;
  readonly offsets: Int32Array;
  readonly bytes: Uint8Array;
}

/** A column of a batch. Shape [rows], elements as in {@link Column}; a text is a code into `texts`, which are all different. */
export interface BatchColumn {
  readonly type: ColumnType;
  readonly values: Column["values"];
  /** 1 where there is a value, 0 where there is null; what stands under a null is 0. */
  readonly valid: Uint8Array;
  readonly texts: Utf8Texts | null;
}

/**
 * Rows as columns of typed arrays, as the readers of files make them: what is a value there is never converted again, but
 * copied behind the group's own.
 */
export class ColumnBatch {
  readonly numRows: number;
  /** By name, in the order of the columns. */
  readonly columns: ReadonlyMap<string, BatchColumn>;

  constructor(numRows: number, columns: ReadonlyMap<string, BatchColumn>) {
    this.numRows = numRows;
    this.columns = columns;
  }
}

// A text may begin with a byte order mark: only a file's own is none of it.
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** The text of a code. */
export function textAt({ offsets, bytes }: Utf8Texts, code: number): string {
  return utf8.decode(bytes.subarray(offsets[code], offsets[code + 1]));
}

/** Adds all rows of a batch's column behind a column of the same type. */
export function appendColumn(column: Column, { values, valid, texts }: BatchColumn, rows: number): void {
  const at = column.length;
  column.reserve(at + rows);
  column.valid.set(valid.subarray(0, rows), at);
  if (column.dictionary === null || texts === null) column.values.set(values.subarray(0, rows) as never, at);
  else {
    const { dictionary } = column;
    const textOf = textSlices(texts);
    const codes = new Int32Array(texts.length).fill(-1);
    for (let row = 0; row < rows; row++) {
      if (valid[row] === 0) {
        column.values[at + row] = 0;
        continue;
      }
      const code = values[row] as number;
      if (codes[code] < 0) {
        const text = textOf(code);
        codes[code] = dictionary.codeOf(text) ?? dictionary.add(ownCopy(text));
      }
      column.values[at + row] = codes[code];
    }
  }
  column.length = at + rows;
}

/** Above this, all texts together may be more than one string can hold. */
const MOST_AT_ONCE = 2 ** 27;

/** As {@link textAt}, where most texts are asked for: all are decoded at once, since a call of the decoder costs more than a text. */
function textSlices(texts: Utf8Texts): (code: number) => string {
  const { length, offsets, bytes } = texts;
  if (offsets[length] > MOST_AT_ONCE) return (code) => textAt(texts, code);
  const all = utf8.decode(bytes.subarray(0, offsets[length]));
  const starts = all.length === offsets[length] ? offsets : stringOffsets(texts);
  return (code) => all.slice(starts[code], starts[code + 1]);
}

/** Where each text begins, and the last one ends, in a string of all. Shape [texts + 1]. */
function stringOffsets({ length, offsets, bytes }: Utf8Texts): Int32Array {
  const starts = new Int32Array(length + 1);
  let units = 0;
  for (let code = 0; code < length; code++) {
    for (let at = offsets[code]; at < offsets[code + 1]; at++) {
      // All but the first byte of a character begin with the bits 10; one of four bytes is two units of a string.
      if ((bytes[at] & 0xc0) !== 0x80) units += bytes[at] >= 0xf0 ? 2 : 1;
    }
    starts[code + 1] = units;
  }
  return starts;
}

/** The text in memory of its own: a slice that is kept would keep all that it was cut from. */
function ownCopy(slice: string): string {
  return ` ${slice}`.slice(1);
}

/** Reads a batch's column value by value, as `readValue` takes them: times as microseconds. */
export function batchReader({ type, values, valid, texts }: BatchColumn): (row: number) => unknown {
  if (texts !== null) return (row) => (valid[row] === 1 ? textAt(texts, values[row] as number) : null);
  if (type === "bool") return (row) => (valid[row] === 1 ? values[row] === 1 : null);
  return (row) => (valid[row] === 1 ? values[row] : null);
}
