import { DataType, DateUnit, type Table, TimeUnit, type Vector } from "apache-arrow";
import type { ColumnType } from "../schema";
import type { Column } from "./column";

/** Whether every value of an Arrow column can be taken over as it is, without reading each on its own. */
export function isSameType(vector: Vector, type: ColumnType): boolean {
  const arrow: DataType = vector.type;
  switch (type) {
    case "int64":
      return DataType.isInt(arrow) && arrow.bitWidth === 64 && arrow.isSigned;
    case "float64":
      return DataType.isFloat(arrow) && arrow.precision === 2;
    case "bool":
      return DataType.isBool(arrow);
    case "timestamp":
      return DataType.isTimestamp(arrow) && arrow.unit === TimeUnit.MICROSECOND;
    case "string":
      return (
        DataType.isDictionary(arrow) &&
        DataType.isUtf8(arrow.dictionary) &&
        DataType.isInt(arrow.indices) &&
        arrow.indices.bitWidth === 32
      );
  }
}

/** Adds all rows of an Arrow column of the same type, chunk by chunk, as whole arrays. */
export function appendVector(column: Column, vector: Vector): void {
  column.reserve(column.length + vector.length);
  for (const chunk of vector.data) {
    const at = column.length;
    const valid = column.valid.subarray(at, at + chunk.length);
    if (chunk.nullCount === 0) valid.fill(1);
    else for (let row = 0; row < chunk.length; row++) valid[row] = chunk.getValid(row) ? 1 : 0;
    if (column.dictionary !== null) {
      appendCodes(column, chunk.values, valid, chunk.dictionary);
    } else if (column.type === "bool") {
      const bits: Uint8Array = chunk.values;
      for (let row = 0; row < chunk.length; row++) {
        const bit = chunk.offset + row;
        column.values[at + row] = valid[row] & (bits[bit >> 3] >> (bit & 7));
      }
    } else {
      column.values.set(chunk.values.subarray(0, chunk.length) as never, at);
      if (chunk.nullCount > 0) clearNulls(column, at, valid);
    }
    column.length = at + chunk.length;
  }
}

/** Each chunk has a dictionary of its own: its codes are translated, each distinct text once. */
function appendCodes(column: Column, codes: Int32Array, valid: Uint8Array, texts: Vector | undefined): void {
  const translation = new Int32Array(texts?.length ?? 0).fill(-1);
  for (let row = 0; row < valid.length; row++) {
    let code = 0;
    // Arrow allows a null among the texts, too.
    if (valid[row] === 1 && !(texts?.isValid(codes[row]) ?? false)) valid[row] = 0;
    if (valid[row] === 1) {
      if (translation[codes[row]] < 0)
        translation[codes[row]] = column.dictionary?.add(String(texts?.get(codes[row]))) ?? 0;
      code = translation[codes[row]];
    }
    column.values[column.length + row] = code;
  }
}

/** What stands under a null is anything; here it is 0, so that equal rows have equal words. */
function clearNulls(column: Column, at: number, valid: Uint8Array): void {
  const zero = column.values instanceof BigInt64Array ? 0n : 0;
  for (let row = 0; row < valid.length; row++) if (valid[row] === 0) column.values[at + row] = zero;
}

/**
 * Reads an Arrow column value by value, as `readValue` takes them. Times become exact `bigint` microseconds;
 * finer ones that are no whole microsecond become text that `readValue` refuses with the reason.
 */
export function vectorReader(vector: Vector): (row: number) => unknown {
  const type: DataType = vector.type;
  if (DataType.isTimestamp(type)) return integerReader(vector, TO_MICROSECONDS[type.unit]);
  if (DataType.isDate(type)) {
    return type.unit === DateUnit.DAY
      ? integerReader(vector, (day) => day * 86_400_000_000n)
      : integerReader(vector, (ms) => ms * 1000n);
  }
  return (row) => vector.get(row);
}

const TO_MICROSECONDS: Readonly<Record<TimeUnit, (value: bigint) => bigint | string>> = {
  [TimeUnit.SECOND]: (s) => s * 1_000_000n,
  [TimeUnit.MILLISECOND]: (ms) => ms * 1000n,
  [TimeUnit.MICROSECOND]: (us) => us,
  [TimeUnit.NANOSECOND]: (ns) => (ns % 1000n === 0n ? ns / 1000n : `${ns} ns`),
};

/** Reads the integers behind a time column: Arrow's own `get` gives fractional milliseconds, which are not exact. */
function integerReader(
  vector: Vector,
  convert: (value: bigint) => bigint | string,
): (row: number) => unknown {
  const starts: number[] = [];
  let start = 0;
  for (const chunk of vector.data) {
    starts.push(start);
    start += chunk.length;
  }
  let at = 0;
  return (row) => {
    while (at > 0 && row < starts[at]) at--;
    while (at + 1 < starts.length && row >= starts[at + 1]) at++;
    const chunk = vector.data[at];
    const inChunk = row - starts[at];
    return chunk.getValid(inChunk) ? convert(BigInt(chunk.values[inChunk])) : null;
  };
}

/** The columns of an Arrow table by name. */
export function tableColumns(table: Table): Map<string, Vector> {
  return new Map(
    table.schema.fields.flatMap((field, i) => {
      const vector = table.getChildAt(i);
      return vector === null ? [] : [[field.name, vector]];
    }),
  );
}
