/**
 * Times are whole microseconds since 1970-01-01T00:00:00Z, held as `bigint`, and in columns as 64-bit integers.
 * Durations are elapsed time: no time zone, no daylight saving.
 */

/** The farthest a JavaScript `Date` reaches, both ways, in microseconds: years −271821 to 275760. */
const FARTHEST_US = 8_640_000_000_000_000_000n;

/** Gives the time now, in microseconds since 1970. */
export type Clock = () => bigint;

/** The wall clock: the one place where the engine reads the time. Tests replace it. */
export const wallClock: Clock = () => BigInt(Date.now()) * 1000n;

/** A moment as callers may give it: a `Date`, milliseconds, a `bigint` of microseconds, or ISO text. */
export type TimeInput = Date | number | bigint | string;

/** What reading a value gives: the value, or the reason why it is none. */
export type Read<T> = { ok: true; value: T } | { ok: false; reason: string };

/**
 * Reads a moment. Numbers are milliseconds, fractional where that is exactly a whole microsecond
 * (some integer u with u / 1000 equal to it). Text without an offset is UTC.
 */
export function readTime(input: unknown): Read<bigint> {
  if (typeof input === "bigint") return inRange(input);
  if (typeof input === "string") return readTimeText(input);
  if (input instanceof Date) return fromMilliseconds(input.getTime());
  if (typeof input === "number") return fromMilliseconds(input);
  return fail(
    `is ${kindOf(input)}, not a time: give a Date, milliseconds, a bigint of microseconds, or text like 2025-11-05T14:00:00Z`,
  );
}

function fromMilliseconds(ms: number): Read<bigint> {
  if (!Number.isFinite(ms)) return fail("is not a time");
  if (Number.isInteger(ms)) return inRange(BigInt(ms) * 1000n);
  const near = Math.round(ms * 1000);
  for (const us of [near, near - 1, near + 1]) if (us / 1000 === ms) return inRange(BigInt(us));
  return fail("is finer than a microsecond: round it to whole microseconds");
}

const TEXT =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/;

/** Reads `YYYY-MM-DD`, optionally with a time of day and an offset. Text without an offset is UTC. */
export function readTimeText(text: string): Read<bigint> {
  const parts = TEXT.exec(text);
  if (parts === null)
    return fail(
      "is not a time: write it like 2025-11-05, 2025-11-05 14:00 or 2025-11-05T14:00:00.000001+01:00",
    );
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const [hour, minute, second] = [Number(parts[4] ?? 0), Number(parts[5] ?? 0), Number(parts[6] ?? 0)];
  return composeTime({
    year,
    month,
    day,
    hour,
    minute,
    second,
    fraction: parts[7] ?? "",
    offset: parts[8] ?? "Z",
  });
}

/** The fields of a written time. `fraction` is the digits after the point; `offset` is `Z` or `±hh[[:]mm]`. */
export interface WrittenTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  fraction: string;
  offset: string;
}

/** The moment that written fields name, or why there is none: days that do not exist, 24:00, second 60. */
export function composeTime(t: WrittenTime): Read<bigint> {
  if (t.month < 1 || t.month > 12) return fail(`has month ${t.month}: months go from 01 to 12`);
  const days = daysInMonth(t.year, t.month);
  if (t.day < 1 || t.day > days)
    return fail(`has day ${t.day}: ${MONTHS[t.month - 1]} ${t.year} has ${days} days`);
  if (t.hour > 23) return fail(`has hour ${t.hour}: hours go from 00 to 23`);
  if (t.minute > 59) return fail(`has minute ${t.minute}: minutes go from 00 to 59`);
  if (t.second > 59) return fail(`has second ${t.second}: seconds go from 00 to 59`);
  if (/[1-9]/.test(t.fraction.slice(6))) return fail("is finer than a microsecond: round it to six decimals");
  const offsetMinutes = readOffset(t.offset);
  if (offsetMinutes === undefined)
    return fail(`has the offset ${t.offset}: offsets go from -23:59 to +23:59`);
  // Date.UTC takes the years 0 to 99 for 1900 to 1999, so the year is set apart.
  const date = new Date(0);
  date.setUTCFullYear(t.year, t.month - 1, t.day);
  date.setUTCHours(t.hour, t.minute - offsetMinutes, t.second);
  return inRange(BigInt(date.getTime()) * 1000n + BigInt(t.fraction.slice(0, 6).padEnd(6, "0")));
}

const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
]; // biome-ignore format: one line a half-year

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function readOffset(offset: string): number | undefined {
  if (offset === "Z") return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(3).replace(":", ""));
  if (hours > 23 || minutes > 59) return undefined;
  return (offset[0] === "-" ? -1 : 1) * (hours * 60 + minutes);
}

/** A moment in full: `2025-11-05T14:00:00Z`, with as many decimals of a second as it has, in threes. */
export function formatTime(us: bigint): string {
  const ms = floorDivide(us, 1000n);
  const text = new Date(Number(ms)).toISOString().replace("Z", "");
  const micros = String(us - ms * 1000n).padStart(3, "0");
  return `${`${text}${micros}`.replace(/\.000000$/, "").replace(/(\.\d{3})000$/, "$1")}Z`;
}

/** The quotient rounded towards −∞; `/` on bigint rounds towards 0. */
export function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

function inRange(us: bigint): Read<bigint> {
  if (!isTimeInRange(us)) return fail("is outside the years -271821 to 275760");
  return { ok: true, value: us };
}

/** Whether a moment is one that a column may hold. */
export function isTimeInRange(us: bigint): boolean {
  return us >= -FARTHEST_US && us <= FARTHEST_US;
}

function fail(reason: string): { ok: false; reason: string } {
  return { ok: false, reason };
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "boolean" ? "a bool" : `of type ${typeof value}`;
}

/**
 * Times for comparing fast. A `Float64Array` where every time is an exact double (years 1684 to 2255),
 * else the 64-bit integers themselves. JavaScript compares number and bigint exactly, so both kinds
 * may meet in one comparison.
 */
export type Times = Float64Array | BigInt64Array;

/** The same times in the form that compares fastest and is still exact. Shape [n] to [n]. */
export function toTimes(us: BigInt64Array): Times {
  // Read as two 32-bit halves, because reading a 64-bit element allocates a bigint. All platforms
  // that run JavaScript engines today are little-endian: the low half comes first.
  const halves = new Int32Array(us.buffer, us.byteOffset, us.length * 2);
  const times = new Float64Array(us.length);
  for (let i = 0; i < times.length; i++) {
    const high = halves[2 * i + 1];
    if (high < -0x200000 || high >= 0x200000) return us;
    times[i] = high * 0x100000000 + (halves[2 * i] >>> 0);
  }
  return times;
}

/**
 * A moment, as it compares fastest with given times: a number with doubles, a bigint with 64-bit integers. Exact for
 * any moment, also one that no 64-bit integer holds: it then lies before or after all doubles there can be.
 */
export function comparableWith(times: Times, us: bigint): number | bigint {
  if (!(times instanceof Float64Array)) return us;
  if (us > Number.MAX_SAFE_INTEGER) return Number.POSITIVE_INFINITY;
  return us < -(2n ** 53n) ? Number.NEGATIVE_INFINITY : Number(us);
}

/** The times at the given positions. Shape [k] like `positions`. */
export function takeTimes(times: Times, positions: Int32Array): Times {
  if (times instanceof Float64Array) {
    const taken = new Float64Array(positions.length);
    for (let i = 0; i < positions.length; i++) taken[i] = times[positions[i]];
    return taken;
  }
  const taken = new BigInt64Array(positions.length);
  for (let i = 0; i < positions.length; i++) taken[i] = times[positions[i]];
  return taken;
}

/** Every time moved by `byUs`: exactly, but clamped where it would leave 64 bits. Shape [n] to [n]; the same array where nothing moves. */
export function shiftTimes(times: Times, byUs: bigint): Times {
  if (byUs === 0n) return times;
  const by = Number(byUs);
  if (times instanceof Float64Array && Number.isSafeInteger(by)) {
    const shifted = times.map((time) => time + by);
    if (shifted.every(Number.isSafeInteger)) return shifted;
  }
  return BigInt64Array.from(times as ArrayLike<number | bigint>, (time) => saturate(BigInt(time) + byUs));
}

function saturate(us: bigint): bigint {
  if (us > END_OF_TIME_US) return END_OF_TIME_US;
  return us < -END_OF_TIME_US ? -END_OF_TIME_US : us;
}

/** Past every time that a row can have, and still a 64-bit integer. */
const END_OF_TIME_US = 9_200_000_000_000_000_000n;

/** Whether `now` is at least as close to `past` as to `next`; past ≤ now ≤ next. Exact. */
export function distanceAtMost(past: number | bigint, now: number | bigint, next: number | bigint): boolean {
  if (typeof past === "number" && typeof now === "number" && typeof next === "number") {
    // Times are exact doubles, but the difference of two of them need not be.
    if (next - past <= Number.MAX_SAFE_INTEGER) return now - past <= next - now;
  }
  return BigInt(now) - BigInt(past) <= BigInt(next) - BigInt(now);
}

/** The later of each two times. Shape [n] like both. */
export function laterOf(a: Times, b: Times): Times {
  if (a instanceof Float64Array && b instanceof Float64Array) return a.map((time, i) => Math.max(time, b[i]));
  return BigInt64Array.from({ length: a.length }, (_, i) => BigInt(a[i] < b[i] ? b[i] : a[i]));
}
