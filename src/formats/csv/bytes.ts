/** The bytes that CSV and numbers are made of. */
export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const QUOTE = 34;
export const HASH = 35;
export const APOSTROPHE = 39;
export const PLUS = 43;
export const COMMA = 44;
export const MINUS = 45;
export const POINT = 46;
export const SLASH = 47;
export const ZERO = 48;
const NINE = 57;
export const COLON = 58;

/**
 * `bytes[at]` for an `at` that the caller keeps inside the array.
 * The compiler takes every element for maybe missing; a check per byte would cost a fifth of the speed.
 */
export function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] as number;
}

/** Where the cell begins once spaces before it are left out. */
export function skipSpaces(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && (bytes[at] === SPACE || bytes[at] === TAB)) at++;
  return at;
}

/** Where the cell ends (exclusive) once spaces after it are left out. */
export function dropSpaces(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start && (bytes[at - 1] === SPACE || bytes[at - 1] === TAB)) at--;
  return at;
}

/** Whether the byte is `0` to `9`. */
export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= NINE;
}

/** Whether the bytes [`start`, `end`) are one of the words. */
export function isOneOf(
  words: readonly Uint8Array[],
  bytes: Uint8Array,
  start: number,
  end: number,
): boolean {
  for (const word of words) if (isWord(word, bytes, start, end)) return true;
  return false;
}

function isWord(word: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = start; at < end; at++) if (bytes[at] !== word[at - start]) return false;
  return true;
}
