const UNITS: ReadonlyArray<readonly [long: string, short: string, sizeUs: bigint]> = [
  ["day", "d", 86_400_000_000n],
  ["hour", "h", 3_600_000_000n],
  ["minute", "min", 60_000_000n],
  ["second", "s", 1_000_000n],
  ["millisecond", "ms", 1_000n],
  ["microsecond", "µs", 1n],
];

/** An exact duration in words, for sentences: `4 days`, `1 hour 30 minutes`. Its sign is left to the sentence. */
export function durationInWords(us: bigint): string {
  return inUnits(
    us,
    UNITS.length,
    ([long], count) => `${count} ${long}${count === 1n ? "" : "s"}`,
    "0 seconds",
  );
}

/** A duration to be taken in at a glance: its two largest units, `7 d 8 h`; the rest is cut, never rounded up. */
export function roughDuration(us: bigint, units = 2): string {
  return inUnits(us, units, ([, short], count) => `${count} ${short}`, "0 s");
}

/** A duration to be heard: `2 days`, `1 day 20 hours`. The second unit is left out where the first says enough. */
export function spokenDuration(us: bigint): string {
  const size = us < 0n ? -us : us;
  const largest = UNITS.find(([, , sizeUs]) => size >= sizeUs);
  const enough = largest !== undefined && size / largest[2] > 1n;
  return inUnits(
    us,
    enough ? 1 : 2,
    ([long], count) => `${count} ${long}${count === 1n ? "" : "s"}`,
    "0 seconds",
  );
}

function inUnits(
  us: bigint,
  most: number,
  word: (unit: (typeof UNITS)[number], count: bigint) => string,
  nothing: string,
): string {
  let rest = us < 0n ? -us : us;
  if (rest === 0n) return nothing;
  const words: string[] = [];
  const first = UNITS.findIndex(([, , sizeUs]) => rest >= sizeUs);
  for (const unit of UNITS.slice(first, first + most)) {
    const count = rest / unit[2];
    rest %= unit[2];
    if (count > 0n) words.push(word(unit, count));
  }
  return words.join(" ");
}
