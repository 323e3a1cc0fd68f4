import { byteAt, dropSpaces, skipSpaces } from "../bytes";
import { REASONS } from "../rejection-reasons";
import { type BuiltColumn, type ColumnBuilder, countNulls } from "./built-column";

const WORDS = new Map([
  ["true", 1],
  ["t", 1],
  ["yes", 1],
  ["y", 1],
  ["1", 1],
  ["false", 0],
  ["f", 0],
  ["no", 0],
  ["n", 0],
  ["0", 0],
]);

/** `true`/`false`, `t`/`f`, `yes`/`no`, `y`/`n` and `1`/`0`, in any case. */
export class BoolColumn implements ColumnBuilder {
  readonly #values: Uint8Array<ArrayBuffer>;
  readonly #valid: Uint8Array<ArrayBuffer>;

  constructor(capacity: number) {
    this.#values = new Uint8Array(capacity);
    this.#valid = new Uint8Array(capacity);
  }

  read(bytes: Uint8Array, start: number, end: number, _quoted: boolean, row: number): string | undefined {
    const from = skipSpaces(bytes, start, end);
    const to = dropSpaces(bytes, from, end);
    if (from === to) return this.setNull(row);
    let word = "";
    for (let at = from; at < Math.min(to, from + 6); at++) word += String.fromCharCode(byteAt(bytes, at));
    const value = WORDS.get(word.toLowerCase());
    if (value === undefined) return REASONS.notBool;
    this.#valid[row] = 1;
    this.#values[row] = value;
    return undefined;
  }

  setNull(row: number): undefined {
    this.#valid[row] = 0;
    this.#values[row] = 0;
  }

  isNull(row: number): boolean {
    return this.#valid[row] === 0;
  }

  finish(rows: number): BuiltColumn {
    return {
      type: "bool",
      values: this.#values.slice(0, rows),
      valid: this.#valid.slice(0, rows),
      nulls: countNulls(this.#valid, rows),
    };
  }
}
