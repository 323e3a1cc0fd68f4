import type { ColumnType } from "../microfs/core";

/** A generated group's history, column by column: what an Arrow table is made of, without Arrow. */
export interface GeneratedColumns {
  numRows: number;
  columns: ReadonlyMap<string, GeneratedColumn>;
}

/** Shape [numRows] throughout. `valid` holds 1 per value and 0 per null, and is absent where there is no null. */
export type GeneratedColumn =
  | { type: "int64"; values: BigInt64Array<ArrayBuffer>; valid?: Uint8Array<ArrayBuffer> }
  /** Microseconds since 1970, UTC. */
  | { type: "timestamp"; values: BigInt64Array<ArrayBuffer>; valid?: Uint8Array<ArrayBuffer> }
  | { type: "float64"; values: Float64Array<ArrayBuffer>; valid?: Uint8Array<ArrayBuffer> }
  /** 1 is true. */
  | { type: "bool"; values: Uint8Array<ArrayBuffer>; valid?: Uint8Array<ArrayBuffer> }
  /** `codes` point into `dictionary`, which holds each text once. */
  | { type: "string"; codes: Int32Array<ArrayBuffer>; dictionary: string[]; valid?: Uint8Array<ArrayBuffer> };

/** What a generator writes down: an int64 as a bigint or a whole number, a time as milliseconds since 1970. */
export type GeneratedValue = bigint | number | string | boolean | null;

/**
 * Turns rows into columns, in the order of the schema. Costs O(rows × columns).
 *
 * @throws TypeError when a value is not of its column's type, which is a bug in the generator.
 */
export function columnsOf<Name extends string>(
  schema: Readonly<Record<Name, ColumnType>>,
  rows: ReadonlyArray<Readonly<Record<Name, GeneratedValue>>>,
): GeneratedColumns {
  const columns = new Map<string, GeneratedColumn>();
  for (const name of Object.keys(schema) as Name[]) {
    const values = rows.map((row) => row[name]);
    columns.set(name, column(name, schema[name], values));
  }
  return { numRows: rows.length, columns };
}

function column(name: string, type: ColumnType, cells: readonly GeneratedValue[]): GeneratedColumn {
  const nulls = cells.includes(null)
    ? { valid: Uint8Array.from(cells, (cell) => (cell === null ? 0 : 1)) }
    : {};
  const wrong = (cell: GeneratedValue) =>
    new TypeError(`generated column "${name}" is ${type}: ${String(cell)}`);
  switch (type) {
    case "int64":
      return { type, values: BigInt64Array.from(cells, (cell) => toInt64(cell, wrong)), ...nulls };
    case "timestamp":
      return { type, values: BigInt64Array.from(cells, (cell) => toInt64(cell, wrong) * 1000n), ...nulls };
    case "float64":
      return { type, values: Float64Array.from(cells, (cell) => toFloat64(cell, wrong)), ...nulls };
    case "bool":
      return { type, values: Uint8Array.from(cells, (cell) => toFlag(cell, wrong)), ...nulls };
    case "string": {
      const codeOf = new Map<string, number>();
      const codes = Int32Array.from(cells, (cell) => {
        if (cell === null) return 0;
        if (typeof cell !== "string") throw wrong(cell);
        const code = codeOf.get(cell) ?? codeOf.size;
        codeOf.set(cell, code);
        return code;
      });
      return { type, codes, dictionary: [...codeOf.keys()], ...nulls };
    }
  }
}

function toInt64(cell: GeneratedValue, wrong: (cell: GeneratedValue) => TypeError): bigint {
  if (cell === null) return 0n;
  if (typeof cell === "bigint") return cell;
  if (typeof cell === "number" && Number.isSafeInteger(cell)) return BigInt(cell);
  throw wrong(cell);
}

function toFloat64(cell: GeneratedValue, wrong: (cell: GeneratedValue) => TypeError): number {
  if (cell === null) return 0;
  if (typeof cell === "number") return cell;
  throw wrong(cell);
}

function toFlag(cell: GeneratedValue, wrong: (cell: GeneratedValue) => TypeError): number {
  if (cell === null) return 0;
  if (typeof cell === "boolean") return cell ? 1 : 0;
  throw wrong(cell);
}
