import { byteAt, dropSpaces, skipSpaces } from "../bytes";
import { REASONS } from "../rejection-reasons";
import { type BuiltColumn, type ColumnBuilder, firstRows } from "./built-column";
import { CellNotes, VALUE, WORD_PAIR_SHIFT } from "./cell-notes";

/** The words for true and false that belong together. The first pair is what most programs write. */
export const BOOL_WORDS: ReadonlyArray<readonly [yes: string, no: string]> = [
  ["true", "false"],
  ["t", "f"],
  ["yes", "no"],
  ["y", "n"],
  ["1", "0"],
];

const WORDS = new Map(
  BOOL_WORDS.flatMap(([yes, no], pair) => [
    [yes, { value: 1, pair }],
    [no, { value: 0, pair }],
  ]),
);

/** `true`/`false`, `t`/`f`, `yes`/`no`, `y`/`n` and `1`/`0`, in any case. */
export class BoolColumn implements ColumnBuilder {
  readonly #values: Uint8Array<ArrayBuffer>;
  readonly #notes: CellNotes;

  constructor(capacity: number) {
    this.#values = new Uint8Array(capacity);
    this.#notes = new CellNotes(capacity);
  }

  read(bytes: Uint8Array, start: number, end: number, _quoted: boolean, row: number): string | undefined {
    const from = skipSpaces(bytes, start, end);
    const to = dropSpaces(bytes, from, end);
    if (from === to) return this.setNull(row);
    let word = "";
    for (let at = from; at < Math.min(to, from + 6); at++) word += String.fromCharCode(byteAt(bytes, at));
    const found = WORDS.get(word) ?? WORDS.get(word.toLowerCase());
    if (found === undefined) return REASONS.notBool;
    this.#values[row] = found.value;
    this.#notes.add(row, VALUE | ((found.pair + 1) << WORD_PAIR_SHIFT), bytes, from, to);
    return undefined;
  }

  setNull(row: number): undefined {
    this.#notes.bytes[row] = 0;
    this.#values[row] = 0;
  }

  isNull(row: number): boolean {
    return this.#notes.bytes[row] === 0;
  }

  drop(row: number): void {
    this.#notes.drop(row);
  }

  finish(rows: number): BuiltColumn {
    const values = firstRows(this.#values, rows);
    return {
      type: "bool",
      values,
      ...this.#notes.finish(rows, (row) => (values[row] === 1 ? "true" : "false")),
    };
  }
}
