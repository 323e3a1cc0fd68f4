import { APOSTROPHE, byteAt, COMMA, isDigit, MINUS, PLUS, POINT, SPACE } from "../bytes";
import type { NumberFormat } from "../csv-plan";

/** Where a number's plain spelling was written: `bytes[0, length)`, or length −1 where it is no number of the format. */
export interface PlainNumber {
  bytes: Uint8Array;
  length: number;
}

const LONGEST = 64;

/**
 * Rewrites a number with thousands separators or a decimal comma to the plain spelling, into `out`.
 * Groups must be whole: one to three digits, then threes; so `1,2345` and `12,34` are no numbers.
 */
export function toPlainNumber(
  bytes: Uint8Array,
  start: number,
  end: number,
  format: NumberFormat,
  out: PlainNumber,
): void {
  out.length = -1;
  const decimal = format.decimal === "," ? COMMA : POINT;
  let at = start;
  let to = 0;
  const write = (byte: number) => {
    out.bytes[to++] = byte;
  };
  if (at < end && (bytes[at] === MINUS || bytes[at] === PLUS)) write(byteAt(bytes, at++));
  let inGroup = 0;
  let groups = 0;
  while (at < end && to < LONGEST) {
    const width = separatorWidth(bytes, at, format.thousands);
    if (width > 0) {
      if (inGroup === 0 || inGroup > 3 || (groups > 0 && inGroup !== 3)) return;
      groups++;
      inGroup = 0;
      at += width;
    } else if (isDigit(bytes[at])) {
      write(byteAt(bytes, at++));
      inGroup++;
    } else break;
  }
  if (groups > 0 && inGroup !== 3) return;
  if (bytes[at] === decimal && at < end) {
    write(POINT);
    at++;
  }
  while (at < end && to < LONGEST) {
    const byte = byteAt(bytes, at++);
    if (byte === POINT || byte === COMMA) return;
    write(byte);
  }
  if (at === end) out.length = to;
}

/** A fresh place for {@link toPlainNumber} to write to. */
export function plainNumber(): PlainNumber {
  return { bytes: new Uint8Array(LONGEST + 2), length: -1 };
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
