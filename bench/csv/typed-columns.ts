import { MADE_COLUMNS, type MadeType } from "./made-csv";
import type { ReadPiece } from "./reader";

/** What a parser of JavaScript values calls a cell. */
export type ParsedValue = number | string | boolean | Date | null;

type Values = BigInt64Array | Float64Array | Uint8Array | Int32Array;

/** One column that grows, as whoever needs typed columns of a parser's values would write it. */
class TypedColumn {
  readonly type: MadeType;
  values: Values;
  valid = new Uint8Array(1 << 16);
  readonly texts: string[] = [];
  readonly #codes = new Map<string, number>();

  constructor(type: MadeType) {
    this.type = type;
    this.values = room(type, 1 << 16);
  }

  set(row: number, value: ParsedValue | undefined): void {
    if (row === this.valid.length) this.#grow();
    if (value === null || value === undefined || value === "") return;
    this.valid[row] = 1;
    switch (this.type) {
      case "int64":
        this.values[row] = BigInt(value as number);
        break;
      case "timestamp":
        this.values[row] = BigInt((value as Date).getTime() * 1000);
        break;
      case "string":
        this.values[row] = this.#code(value as string);
        break;
      default:
        this.values[row] = Number(value);
    }
  }

  #code(text: string): number {
    let code = this.#codes.get(text);
    if (code === undefined) {
      code = this.texts.push(text) - 1;
      this.#codes.set(text, code);
    }
    return code;
  }

  #grow(): void {
    const values = room(this.type, 2 * this.valid.length);
    values.set(this.values as never);
    this.values = values;
    const valid = new Uint8Array(2 * this.valid.length);
    valid.set(this.valid);
    this.valid = valid;
  }
}

function room(type: MadeType, rows: number): Values {
  switch (type) {
    case "int64":
    case "timestamp":
      return new BigInt64Array(rows);
    case "float64":
      return new Float64Array(rows);
    case "bool":
      return new Uint8Array(rows);
    case "string":
      return new Int32Array(rows);
  }
}

/** Typed columns of the made file, filled row by row with what a parser made of its cells. */
export class TypedColumns {
  rows = 0;
  readonly #columns = MADE_COLUMNS.map(({ type }) => new TypedColumn(type));

  add(row: readonly ParsedValue[]): void {
    for (let at = 0; at < this.#columns.length; at++) this.#columns[at]?.set(this.rows, row[at]);
    this.rows++;
  }

  piece(): ReadPiece {
    return {
      rows: this.rows,
      valueAt: (column, row) => {
        const { type, values, valid, texts } = this.#columns[column] as TypedColumn;
        if (valid[row] === 0) return null;
        const value = values[row] as number | bigint;
        if (type === "string") return texts[Number(value)] ?? "";
        return type === "bool" ? value === 1 : value;
      },
    };
  }
}
