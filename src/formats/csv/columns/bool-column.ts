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

const LONGEST = 5;
const UPPER_A = 65;
const UPPER_Z = 90;

/** By their bytes in small letters. */
const WORDS = new Map(
  BOOL_WORDS.flatMap(([yes, no], pair) => [
    [wordKey(new TextEncoder().encode(yes), 0, yes.length), { value: 1, pair }],
    [wordKey(new TextEncoder().encode(no), 0, no.length), { value: 0, pair }],
  ]),
);

/** At most {@link LONGEST} bytes in small letters as one number: a string for each cell would cost more than all else. */
function wordKey(bytes: Uint8Array, start: number, end: number): number {
  let key = 0;
  for (let at = start; at < end; at++) {
    const byte = byteAt(bytes, at);
    key = key * 256 + (byte >= UPPER_A && byte <= UPPER_Z ? byte + 32 : byte);
  }
  return key;
}

/** `true`/`false`, `t`/`f`, `yes`/`no`, `y`/`n` and `1`/`0`, in any case. */
export class BoolColumn implements ColumnBuilder {
  #values: Uint8Array<ArrayBuffer>;
  readonly #notes: CellNotes;

  constructor(capacity: number) {
    this.#values = new Uint8Array(capacity);
    this.#notes = new CellNotes(capacity);
  }

  read(bytes: Uint8Array, start: number, end: number, _quoted: boolean, row: number): string | undefined {
    const from = skipSpaces(bytes, start, end);
    const to = dropSpaces(bytes, from, end);
    if (from === to) return this.setNull(row);
    const found = to - from > LONGEST ? undefined : WORDS.get(wordKey(bytes, from, to));
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
    this.#values = new Uint8Array(this.#values.length);
    return {
      type: "bool",
      values,
      ...this.#notes.finish(rows, (row) => (values[row] === 1 ? "true" : "false")),
    };
  }
}
