import { DefinitionError } from "./errors";

/** `"7d"`, `"90m"`, `"1h30m"`, `"250ms"`, or a number of milliseconds. Elapsed time: a day is 24 hours. */
export type Duration = string | number;

const UNIT_MS = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000, ms: 1 } as const;
const UNITS = ["d", "h", "m", "s", "ms"] as const;
const TEXT = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+)s)?(?:(\d+)ms)?$/;

/**
 * Reads a duration.
 *
 * @param what - What the duration is of, for the message: `ttl of "user_payments"`.
 * @returns Whole microseconds, 0 or more.
 * @throws DefinitionError `invalid_duration` for anything else, fractions of a microsecond included.
 */
export function parseDuration(duration: Duration, what: string): bigint {
  const us = typeof duration === "number" ? fromMilliseconds(duration) : fromText(duration);
  if (us === undefined) {
    const shown = typeof duration === "string" ? JSON.stringify(duration) : String(duration);
    throw new DefinitionError(
      "invalid_duration",
      `The ${what} is ${shown}, which is not a duration. Write "7d", "90m", "1h30m" or "250ms", or a number of milliseconds, 0 or more.`,
    );
  }
  return us;
}

function fromMilliseconds(ms: number): bigint | undefined {
  if (!(ms >= 0) || !Number.isFinite(ms)) return undefined;
  if (Number.isSafeInteger(ms)) return BigInt(ms) * 1000n;
  const us = Math.round(ms * 1000);
  return Number.isSafeInteger(us) && us / 1000 === ms ? BigInt(us) : undefined;
}

function fromText(text: unknown): bigint | undefined {
  if (typeof text !== "string" || text === "") return undefined;
  const parts = TEXT.exec(text);
  if (parts === null) return undefined;
  return UNITS.reduce((sum, unit, i) => sum + BigInt(parts[i + 1] ?? 0) * BigInt(UNIT_MS[unit]) * 1000n, 0n);
}

/** A duration as `parseDuration` reads it: text, or milliseconds where it is finer than one. Needs 0 or more. */
export function writeDuration(us: bigint): Duration {
  let rest = us / 1000n;
  if (rest * 1000n !== us) return Number(us) / 1000;
  const parts = UNITS.flatMap((unit) => {
    const size = BigInt(UNIT_MS[unit]);
    const count = rest / size;
    rest %= size;
    return count > 0n ? [`${count}${unit}`] : [];
  });
  return parts.join("") || "0s";
}

/** A duration as people say it: `2 d 4 h 48 min`, `250 ms`, `1 µs`, `0 s`. Exact: no unit is left out. */
export function formatDuration(us: bigint): string {
  if (us === 0n) return "0 s";
  const sign = us < 0n ? "−" : "";
  let rest = us < 0n ? -us : us;
  const words: string[] = [];
  for (const [unit, size] of SPOKEN_UNITS) {
    if (rest >= size) words.push(`${rest / size} ${unit}`);
    rest %= size;
  }
  return sign + words.join(" ");
}

const SPOKEN_UNITS: ReadonlyArray<readonly [string, bigint]> = [
  ["d", 86_400_000_000n],
  ["h", 3_600_000_000n],
  ["min", 60_000_000n],
  ["s", 1_000_000n],
  ["ms", 1_000n],
  ["µs", 1n],
];
