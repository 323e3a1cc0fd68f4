import { DataType, type Vector } from "apache-arrow";
import type { CellValue } from "../../microfs";

/**
 * Reads an Arrow column cell by cell, exactly: int64 and timestamps (microseconds) as `bigint`. Arrow's own `get`
 * turns timestamps into fractional milliseconds.
 */
export function cellReader(vector: Vector | null): (row: number) => CellValue {
  const [chunk] = vector?.data ?? [];
  if (vector === null || chunk === undefined) return () => null;
  if (vector.data.length > 1) throw new RangeError(`a column must come in one chunk: ${vector.data.length}`);
  const type: DataType = vector.type;
  if (!DataType.isTimestamp(type)) return (row) => vector.get(row) as CellValue;
  const times: BigInt64Array = chunk.values;
  return (row) => (chunk.getValid(row) ? (times[row] ?? null) : null);
}
