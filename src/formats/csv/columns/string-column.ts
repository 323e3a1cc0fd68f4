import { APOSTROPHE, dropSpaces, QUOTE, skipSpaces } from "../bytes";
import { startsFormula } from "../formula";
import { REASONS } from "../rejection-reasons";
import { type BuiltColumn, type ColumnBuilder, firstRows } from "./built-column";
import { BLANK, CellNotes, QUOTED_BLANK, TRIMMED, VALUE } from "./cell-notes";
import { HAS_NUL, TextDictionary } from "./text-dictionary";

/** The parts of the plan that texts depend on. */
export interface TextOptions {
  quotedBlankIsNull: boolean;
  unescapeFormulas: boolean;
}

/** Texts, as a dictionary of the different ones and a code per row. Spaces are kept, unless the column trims them. */
export class StringColumn implements ColumnBuilder {
  readonly #options: TextOptions;
  #codes: Int32Array<ArrayBuffer>;
  readonly #notes: CellNotes;
  readonly #valid: Uint8Array<ArrayBuffer>;
  readonly #trims: boolean;
  readonly #texts = new TextDictionary();

  constructor(capacity: number, options: TextOptions, trims: boolean) {
    this.#options = options;
    this.#trims = trims;
    this.#codes = new Int32Array(capacity);
    this.#notes = new CellNotes(capacity);
    this.#valid = this.#notes.bytes;
  }

  read(bytes: Uint8Array, start: number, end: number, quoted: boolean, row: number): string | undefined {
    let from = start;
    let to = end;
    if (this.#trims) {
      from = skipSpaces(bytes, start, end);
      to = dropSpaces(bytes, from, end);
    }
    const note = to - from < end - start ? TRIMMED : 0;
    if (from === to && (!quoted || this.#options.quotedBlankIsNull)) return this.#setBlank(quoted, note, row);
    if (this.#options.unescapeFormulas && bytes[from] === APOSTROPHE && startsFormula(bytes, from, to))
      from++;
    const code = this.#texts.codeOf(bytes, from, to);
    if (code < 0) return code === HAS_NUL ? REASONS.nulByte : REASONS.notUtf8;
    this.#codes[row] = code;
    this.#valid[row] = VALUE | note;
    return undefined;
  }

  #setBlank(quoted: boolean, note: number, row: number): undefined {
    this.#codes[row] = 0;
    if (quoted) this.#notes.add(row, QUOTED_BLANK | note, QUOTES, 0, QUOTES.length);
    else this.#valid[row] = BLANK | note;
  }

  setNull(row: number): undefined {
    this.#valid[row] = 0;
    this.#codes[row] = 0;
  }

  isNull(row: number): boolean {
    return ((this.#valid[row] as number) & VALUE) === 0;
  }

  drop(row: number): void {
    this.#notes.drop(row);
  }

  finish(rows: number): BuiltColumn {
    const codes = firstRows(this.#codes, rows);
    this.#codes = new Int32Array(this.#codes.length);
    return {
      type: "string",
      codes,
      dictionary: this.#texts.take(),
      ...this.#notes.finish(rows, () => ""),
    };
  }
}

const QUOTES = new Uint8Array([QUOTE, QUOTE]);
