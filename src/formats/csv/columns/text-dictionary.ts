import type { Utf8Texts } from "../../../microfs/core";
import { byteAt } from "../bytes";
import { firstRows } from "./built-column";

/** What {@link TextDictionary.codeOf} returns for bytes that are no text. */
export const HAS_NUL = -1;
export const NOT_UTF8 = -2;

/**
 * The different texts of a column, in the order of their coming. Equal bytes are found by hashing, so that a text that comes again
 * costs no string.
 */
export class TextDictionary {
  #bytes = new Uint8Array(1 << 12);
  #offsets = new Int32Array(1 << 9);
  #length = 0;
  /**
   * Open addressing. Slot i is two numbers: at 2 i the code + 1 of the text whose hash led here, or 0, and the hash behind it, so that
   * both come from memory together. Always a power of two of them, at most half full.
   */
  #slots = new Int32Array(1 << 11);

  /** The code of the text [`start`, `end`), which is added where it is new, or why it is none. Costs O(bytes). */
  codeOf(bytes: Uint8Array, start: number, end: number): number {
    let hash = SEED;
    let union = 0;
    let zeros = 0;
    let at = start;
    // Four bytes a step: one at a time, each would wait for the multiplication before it.
    for (const last = end - 3; at < last; at += 4) {
      const word =
        byteAt(bytes, at) |
        (byteAt(bytes, at + 1) << 8) |
        (byteAt(bytes, at + 2) << 16) |
        (byteAt(bytes, at + 3) << 24);
      union |= word;
      zeros |= zeroBytes(word);
      hash = mixed(hash, word);
    }
    for (; at < end; at++) {
      const byte = byteAt(bytes, at);
      union |= byte;
      if (byte === 0) zeros = HIGH_BITS;
      hash = mixed(hash, byte);
    }
    if (zeros !== 0) return HAS_NUL;
    const slots = this.#slots;
    const last = slots.length - 2;
    for (let slot = (hash << 1) & last; ; slot = (slot + 2) & last) {
      const code = (slots[slot] as number) - 1;
      if (code < 0) break;
      if (slots[slot + 1] === hash && this.#equals(code, bytes, start, end)) return code;
    }
    if ((union & HIGH_BITS) !== 0 && !isUtf8(bytes.subarray(start, end))) return NOT_UTF8;
    return this.#add(bytes, start, end, hash);
  }

  #equals(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#offsets[code] as number;
    if ((this.#offsets[code + 1] as number) - from !== end - start) return false;
    for (let at = start; at < end; at++) if (this.#bytes[from + at - start] !== bytes[at]) return false;
    return true;
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const code = this.#length++;
    const from = this.#offsets[code] as number;
    const to = from + end - start;
    if (to > this.#bytes.length)
      this.#bytes = copyInto(new Uint8Array(Math.max(2 * this.#bytes.length, to)), this.#bytes);
    for (let at = start; at < end; at++) this.#bytes[from + at - start] = byteAt(bytes, at);
    if (code + 2 > this.#offsets.length)
      this.#offsets = copyInto(new Int32Array(2 * this.#offsets.length), this.#offsets);
    this.#offsets[code + 1] = to;
    if (this.#length * 4 > this.#slots.length) this.#grow();
    this.#place(code, hash);
    return code;
  }

  #place(code: number, hash: number): void {
    const last = this.#slots.length - 2;
    let slot = (hash << 1) & last;
    while (this.#slots[slot] !== 0) slot = (slot + 2) & last;
    this.#slots[slot] = code + 1;
    this.#slots[slot + 1] = hash;
  }

  #grow(): void {
    const slots = this.#slots;
    this.#slots = new Int32Array(2 * slots.length);
    for (let slot = 0; slot < slots.length; slot += 2) {
      const code = (slots[slot] as number) - 1;
      if (code >= 0) this.#place(code, slots[slot + 1] as number);
    }
  }

  /** The texts so far. The dictionary is empty afterwards, and keeps its room: the next batch has as many texts, likely. */
  take(): Utf8Texts {
    const length = this.#length;
    const offsets = firstRows(this.#offsets, length + 1);
    const bytes = firstRows(this.#bytes, this.#offsets[length] as number);
    if (offsets.buffer === this.#offsets.buffer) this.#offsets = new Int32Array(this.#offsets.length);
    if (bytes.buffer === this.#bytes.buffer) this.#bytes = new Uint8Array(this.#bytes.length);
    this.#slots.fill(0);
    this.#length = 0;
    return { length, offsets, bytes };
  }
}

// Signed, as hashes are kept.
const SEED = 0x811c9dc5 | 0;
const HIGH_BITS = 0x80808080 | 0;

/**
 * The high bit of each byte that is 0, and of no byte where none is.
 * @see https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord
 */
function zeroBytes(word: number): number {
  return (word - 0x01010101) & ~word & HIGH_BITS;
}

/** As FNV-1a, and what a multiplication leaves in the high bits alone is brought to the low ones, which choose the slot. */
function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x9e3779b1);
  return product ^ (product >>> 15);
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
