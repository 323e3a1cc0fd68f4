import { byteAt, POINT, ZERO } from "../bytes";

/** What was found of a number: the nearest double, and whether that is written with the same digits. */
export interface LongDecimal {
  value: number;
  keepsDigits: boolean;
}

const MOST_DIGITS = 19;
const MOST_DECIMALS = 22;
const POWERS_OF_TEN = Float64Array.from({ length: MOST_DECIMALS + 1 }, (_, power) => Number(`1e${power}`));
/** How near to a border two results of doubled precision may be told apart, with much to spare. */
const MARGIN = 2 ** -30;
const BILLION = 1e9;

/**
 * Reads decimals of sixteen digits and more as `Number` does, and tells whether `String` writes the same digits, at a
 * third of the cost of the two: floats that programs write out in full are of this kind. The quotient of digits and power of ten is found as a sum of two doubles (Dekker 1971, "A
 * floating-point technique for extending the available precision"), whose rest says how far the nearest double is from what is written.
 */
export class LongDecimalReader {
  readonly found: LongDecimal = { value: 0, keepsDigits: false };
  readonly #float = new Float64Array(1);
  readonly #halves = new Int32Array(this.#float.buffer);

  /**
   * @param decimals - How many of the digits stand behind the point, or less than 1 for none.
   * @returns Whether it could be decided; `found` holds it then.
   */
  read(bytes: Uint8Array, start: number, end: number, decimals: number): boolean {
    if (decimals > MOST_DECIMALS) return false;
    let from = start;
    while (from < end && (bytes[from] === ZERO || bytes[from] === POINT)) from++;
    if (end - from > MOST_DIGITS + 1) return false;
    let digits = 0;
    for (let at = from; at < end; at++) if (bytes[at] !== POINT) digits++;
    const last = byteAt(bytes, end - 1) - ZERO;
    // Zeros at the end are no digits that need keeping: rare, and left to the slow way, as is a point there.
    if (digits > MOST_DIGITS || last < 1) return false;
    let billions = 0;
    let rest = 0;
    let left = digits;
    for (let at = from; at < end; at++) {
      if (bytes[at] === POINT) continue;
      const digit = byteAt(bytes, at) - ZERO;
      if (left > 9) billions = billions * 10 + digit;
      else rest = rest * 10 + digit;
      left--;
    }
    return this.#divide(billions, rest, POWERS_OF_TEN[Math.max(decimals, 0)] as number, last);
  }

  /** Finds the nearest double to (billions · 10⁹ + rest) / power. */
  #divide(billions: number, rest: number, power: number, last: number): boolean {
    const product = billions * BILLION;
    const sum = product + rest;
    const back = sum - product;
    const below = product - (sum - back) + (rest - back) + productRest(billions, BILLION, product);
    const high = sum + below;
    const low = below - (high - sum);

    const quotient = high / power;
    const again = quotient * power;
    const correction = (high - again - productRest(quotient, power, again) + low) / power;
    const value = quotient + correction;
    // What is written is value + offset.
    const offset = correction - (value - quotient);

    const half = this.#halfUlp(value);
    const off = Math.abs(offset);
    if (half === 0 || Math.abs(off - half) < half * MARGIN) return false;
    const unit = 1 / power;
    // Of all numbers with as many digits, the written one must be the nearest to the double, …
    const toHalfUnit = unit / 2 - off;
    // … and none with a digit less may be read as the same double.
    const toShorter = Math.min(last * unit - offset, (10 - last) * unit + offset) - half;
    if (Math.abs(toHalfUnit) < unit * MARGIN || Math.abs(toShorter) < half * MARGIN) return false;
    this.found.value = value;
    this.found.keepsDigits = toHalfUnit > 0 && toShorter > 0;
    return true;
  }

  /** Half the distance to the next double; 0 for a power of two, whose neighbours are not equally far. */
  #halfUlp(value: number): number {
    this.#float[0] = value;
    const high = this.#halves[1] as number;
    if ((high & 0xfffff) === 0 && this.#halves[0] === 0) return 0;
    this.#halves[1] = (high & 0x7ff00000) - (53 << 20);
    this.#halves[0] = 0;
    return this.#float[0];
  }
}

/** What a · b is more than `product`, its nearest double: exactly. */
function productRest(a: number, b: number, product: number): number {
  const aHigh = highHalf(a);
  const bHigh = highHalf(b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
}

function highHalf(a: number): number {
  const shifted = a * 134_217_729; // 2^27 + 1
  return shifted - (shifted - a);
}
