import { APOSTROPHE, byteAt, dropSpaces, QUOTE, skipSpaces } from "../bytes";
import { startsFormula } from "../formula";
import { REASONS } from "../rejection-reasons";
import { type BuiltColumn, type ColumnBuilder, firstRows } from "./built-column";
import { BLANK, CellNotes, QUOTED_BLANK, TRIMMED, VALUE } from "./cell-notes";

/** The parts of the plan that texts depend on. */
export interface TextOptions {
  quotedBlankIsNull: boolean;
  unescapeFormulas: boolean;
}

/**
 * Texts, as a dictionary of the different ones and a code per row. Equal bytes are found by hashing, so that a
 * text that comes again costs no string. Spaces are kept, unless the column trims them.
 */
export class StringColumn implements ColumnBuilder {
  readonly #options: TextOptions;
  readonly #codes: Int32Array<ArrayBuffer>;
  readonly #notes: CellNotes;
  readonly #valid: Uint8Array<ArrayBuffer>;
  readonly #trims: boolean;
  #bytes = new Uint8Array(1 << 12);
  #offsets = new Int32Array(1 << 9);
  #hashes = new Int32Array(1 << 9);
  #texts = 0;
  /** Open addressing: the code + 1 of the text whose hash led here, or 0. Always a power of two long, at most half full. */
  #slots = new Int32Array(1 << 10);

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
    let hash = 0x811c9dc5; // FNV-1a
    let union = 0;
    let hasNul = false;
    for (let at = from; at < to; at++) {
      const byte = byteAt(bytes, at);
      union |= byte;
      if (byte === 0) hasNul = true;
      hash = Math.imul(hash ^ byte, 0x01000193);
    }
    if (hasNul) return REASONS.nulByte;
    const code = this.#find(bytes, from, to, hash) ?? this.#add(bytes, from, to, hash, union >= 0x80);
    if (code < 0) return REASONS.notUtf8;
    this.#codes[row] = code;
    this.#valid[row] = VALUE | note;
    return undefined;
  }

  #setBlank(quoted: boolean, note: number, row: number): undefined {
    this.#codes[row] = 0;
    if (quoted) this.#notes.add(row, QUOTED_BLANK | note, QUOTES, 0, QUOTES.length);
    else this.#valid[row] = BLANK | note;
  }

  #find(bytes: Uint8Array, start: number, end: number, hash: number): number | undefined {
    const mask = this.#slots.length - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const code = (this.#slots[slot] as number) - 1;
      if (code < 0) return undefined;
      if (this.#hashes[code] === hash && this.#equals(code, bytes, start, end)) return code;
    }
  }

  #equals(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#offsets[code] as number;
    if ((this.#offsets[code + 1] as number) - from !== end - start) return false;
    for (let at = start; at < end; at++) if (this.#bytes[from + at - start] !== bytes[at]) return false;
    return true;
  }

  /** The new text's code, or −1 where its bytes are no UTF-8. */
  #add(bytes: Uint8Array, start: number, end: number, hash: number, isBeyondAscii: boolean): number {
    if (isBeyondAscii && !isUtf8(bytes.subarray(start, end))) return -1;
    const code = this.#texts++;
    const from = this.#offsets[code] as number;
    const to = from + end - start;
    if (to > this.#bytes.length)
      this.#bytes = copyInto(new Uint8Array(Math.max(2 * this.#bytes.length, to)), this.#bytes);
    for (let at = start; at < end; at++) this.#bytes[from + at - start] = byteAt(bytes, at);
    if (code + 2 > this.#offsets.length) {
      this.#offsets = copyInto(new Int32Array(2 * this.#offsets.length), this.#offsets);
      this.#hashes = copyInto(new Int32Array(2 * this.#hashes.length), this.#hashes);
    }
    this.#offsets[code + 1] = to;
    this.#hashes[code] = hash;
    if (this.#texts * 2 > this.#slots.length) this.#rehash();
    else this.#place(code);
    return code;
  }

  #place(code: number): void {
    const mask = this.#slots.length - 1;
    let slot = spread(this.#hashes[code] as number) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = code + 1;
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let code = 0; code < this.#texts; code++) this.#place(code);
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
    return {
      type: "string",
      codes: firstRows(this.#codes, rows),
      dictionary: {
        length: this.#texts,
        offsets: this.#offsets.slice(0, this.#texts + 1),
        bytes: this.#bytes.slice(0, this.#offsets[this.#texts] as number),
      },
      ...this.#notes.finish(rows, () => ""),
    };
  }
}

const QUOTES = new Uint8Array([QUOTE, QUOTE]);

/** Lets the high bits of a hash take part: FNV's low bits alone cluster for texts that end alike. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}

const strict = new TextDecoder("utf-8", { fatal: true });

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function copyInto<A extends Uint8Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(larger: A, smaller: A): A {
  larger.set(smaller);
  return larger;
}
