const UNITS = [
  ["day", 86_400_000_000n],
  ["hour", 3_600_000_000n],
  ["minute", 60_000_000n],
  ["second", 1_000_000n],
  ["millisecond", 1_000n],
  ["microsecond", 1n],
] as const;

/** Longer than all time that a timestamp can span, and still an interval. */
const LONGEST_US = 1_000_000n * 365n * 86_400_000_000n;

/** A duration as DuckDB writes one, exactly: `INTERVAL '1 day 6 hours'`. What is longer than all time is cut to that. */
export function interval(us: bigint): string {
  let rest = us > LONGEST_US ? LONGEST_US : us;
  const words: string[] = [];
  for (const [unit, size] of UNITS) {
    const count = rest / size;
    if (count > 0n) words.push(`${count} ${unit}${count === 1n ? "" : "s"}`);
    rest %= size;
  }
  return `INTERVAL '${words.join(" ") || "0 seconds"}'`;
}

/** Whether a timestamp may be moved by that much and still be one: DuckDB's reach 18,000 years farther than ours. */
export function canShift(us: bigint): boolean {
  return us < 10_000n * 365n * 86_400_000_000n;
}
