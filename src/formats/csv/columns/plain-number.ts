import { APOSTROPHE, byteAt, COMMA, isDigit, MINUS, PLUS, POINT, SPACE, TAB } from "../bytes";
import type { NumberFormat } from "../csv-plan";
import { WITH_UNIT, WITHOUT_UNIT } from "./cell-notes";

/** Where a number's plain spelling was written: `bytes[0, length)`, or length −1 where it is no number of the format. */
export interface PlainNumber {
  readonly bytes: Uint8Array;
  /** The unit of the format in UTF-8; no bytes where it has none. */
  readonly unit: Uint8Array;
  length: number;
  hasUnit: boolean;
}

const LONGEST = 64;
const OPEN = 40;
const CLOSE = 41;

/** A fresh place for {@link toPlainNumber} to write to. */
export function plainNumber({ unit = "" }: NumberFormat): PlainNumber {
  return {
    bytes: new Uint8Array(LONGEST + 2),
    unit: new TextEncoder().encode(unit),
    length: -1,
    hasUnit: false,
  };
}

/** What is to be noted of a number that was rewritten. */
export function unitNote({ unit, hasUnit }: PlainNumber): number {
  if (unit.length === 0) return 0;
  return hasUnit ? WITH_UNIT : WITHOUT_UNIT;
}

/**
 * Rewrites a number to the plain spelling, into `out`: thousands separators, a decimal comma, the unit, the minus sign
 * that is no hyphen, and the parentheses that accounts have for a minus. Sign, unit and parentheses may stand in any order.
 * Groups must be whole: one to three digits, then threes (or as `format.groups` says); so `1,2345` and `12,34` are no numbers.
 */
export function toPlainNumber(
  bytes: Uint8Array,
  start: number,
  end: number,
  format: NumberFormat,
  out: PlainNumber,
): void {
  const { unit } = out;
  let to = withoutUnit(bytes, start, end, unit);
  let hasUnit = to < end;
  let isInParentheses = false;
  let sign = 0;
  let at = start;
  for (let from = -1; from !== at; ) {
    from = at;
    if (!isInParentheses && sign === 0 && bytes[at] === OPEN && bytes[to - 1] === CLOSE && to - at > 2) {
      isInParentheses = true;
      at = skipBlanks(bytes, at + 1, to - 1);
      to = dropBlanks(bytes, at, to - 1);
      if (!hasUnit) {
        const cut = withoutUnit(bytes, at, to, unit);
        hasUnit = cut < to;
        to = cut;
      }
    } else if (!isInParentheses && sign === 0) {
      sign = signAt(bytes, at, to);
      if (sign !== 0) at += bytes[at] === sign ? 1 : 3;
    }
    if (!hasUnit && unit.length > 0 && unit.length < to - at && matches(bytes, at, unit)) {
      hasUnit = true;
      at = skipBlanks(bytes, at + unit.length, to);
    }
  }
  out.hasUnit = hasUnit;
  let length = 0;
  if (isInParentheses || sign === MINUS) out.bytes[length++] = MINUS;
  else if (sign === PLUS) out.bytes[length++] = PLUS;
  out.length = writeDigits(bytes, at, to, format, out.bytes, length);
}

/** Writes the digits behind the sign. Returns where they end in `out`, or −1. */
function writeDigits(
  bytes: Uint8Array,
  start: number,
  end: number,
  format: NumberFormat,
  out: Uint8Array,
  from: number,
): number {
  const decimal = format.decimal === "," ? COMMA : POINT;
  const isLakh = format.groups === "lakh";
  const firstGroup = isLakh ? 2 : 3;
  const innerGroup = isLakh ? 2 : 3;
  let at = start;
  let to = from;
  let inGroup = 0;
  let groups = 0;
  while (at < end && to < LONGEST) {
    const width = separatorWidth(bytes, at, format.thousands);
    if (width > 0) {
      if (inGroup === 0 || inGroup > firstGroup || (groups > 0 && inGroup !== innerGroup)) return -1;
      groups++;
      inGroup = 0;
      at += width;
    } else if (isDigit(bytes[at])) {
      out[to++] = byteAt(bytes, at++);
      inGroup++;
    } else break;
  }
  if (groups > 0 && inGroup !== 3) return -1;
  if (bytes[at] === decimal && at < end) {
    out[to++] = POINT;
    at++;
  }
  while (at < end && to < LONGEST) {
    const byte = byteAt(bytes, at++);
    if (byte === POINT || byte === COMMA) return -1;
    out[to++] = byte;
  }
  return at === end ? to : -1;
}

/** The sign that stands here as `-` or `+`, or 0. */
function signAt(bytes: Uint8Array, at: number, end: number): number {
  if (at >= end) return 0;
  const byte = bytes[at];
  if (byte === MINUS || byte === PLUS) return byte;
  return isMinusSign(bytes, at, end) ? MINUS : 0;
}

/** U+2212, the minus of typography. */
function isMinusSign(bytes: Uint8Array, at: number, end: number): boolean {
  return at + 3 <= end && bytes[at] === 0xe2 && bytes[at + 1] === 0x88 && bytes[at + 2] === 0x92;
}

/** Where the number ends once the unit behind it is left out; `end` where there is none. */
function withoutUnit(bytes: Uint8Array, start: number, end: number, unit: Uint8Array): number {
  const at = end - unit.length;
  return unit.length > 0 && at > start && matches(bytes, at, unit) ? dropBlanks(bytes, start, at) : end;
}

function matches(bytes: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word[i]) return false;
  return true;
}

function skipBlanks(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  for (let width = blankWidth(bytes, at); at < end && width > 0; width = blankWidth(bytes, at)) at += width;
  return at;
}

function dropBlanks(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  for (;;) {
    if (at > start && (bytes[at - 1] === SPACE || bytes[at - 1] === TAB)) at--;
    else if (at - 1 > start && blankWidth(bytes, at - 2) === 2) at -= 2;
    else if (at - 2 > start && blankWidth(bytes, at - 3) === 3) at -= 3;
    else return at;
  }
}

/** The bytes of the blank that stands here, a no-break space among them; 0 where there is none. */
function blankWidth(bytes: Uint8Array, at: number): number {
  return bytes[at] === TAB ? 1 : separatorWidth(bytes, at, " ");
}

function separatorWidth(bytes: Uint8Array, at: number, thousands: NumberFormat["thousands"]): number {
  switch (thousands) {
    case "":
      return 0;
    case ",":
      return bytes[at] === COMMA ? 1 : 0;
    case ".":
      return bytes[at] === POINT ? 1 : 0;
    case "'":
      if (bytes[at] === APOSTROPHE) return 1;
      return bytes[at] === 0xe2 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0x99 ? 3 : 0; // ’
    case " ":
      if (bytes[at] === SPACE) return 1;
      if (bytes[at] === 0xc2 && bytes[at + 1] === 0xa0) return 2; // no-break space
      return bytes[at] === 0xe2 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0xaf ? 3 : 0; // narrow no-break space
  }
}
