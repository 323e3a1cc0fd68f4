import fc from "fast-check";
import type { NaiveClock, NaiveFeature, NaiveRule, NaiveSpineRow } from "./naive-join";

/** A feature group's rows, a spine and a rule, small enough that ties, edges and misses all happen often. */
export interface GeneratedCase {
  spine: NaiveSpineRow[];
  features: NaiveFeature[];
  rule: NaiveRule;
  groupClock: NaiveClock;
}

/** Where the small times start: each is a place at which some representation of time changes. */
export const ORIGINS: Readonly<Record<string, bigint>> = {
  "year 0001": -62_135_596_800_000_000n,
  "the last double before −2^53": -(2n ** 53n) - 4n,
  "1970": 0n,
  "2025": 1_762_300_000_000_000n,
  "the first bigint after 2^53": 2n ** 53n - 4n,
  "year 9999": 253_402_300_799_999_990n,
};

const origin = fc.constantFrom(...Object.values(ORIGINS));
const tick = fc.integer({ min: 0, max: 9 }).map(BigInt);
/** Whole milliseconds, so that each can be written as a duration: past 2^53 microseconds, and from year 0001 to 9999. */
const WIDE_DURATIONS = [9_007_199_254_741_000n, 315_537_897_600_000_000n];
/** Also what no 64-bit integer holds; a multiple of 2^64 is 0 to whoever wraps around. */
const ANY_DURATIONS = [...WIDE_DURATIONS, 125n * 2n ** 64n, 10n ** 30n];

/** Mostly one origin, so that times meet; sometimes every row its own, so that they lie ages apart. */
const times = fc.oneof(
  { weight: 4, arbitrary: origin.map((start) => tick.map((t) => start + t)) },
  { weight: 1, arbitrary: fc.constant(fc.tuple(origin, tick).map(([start, t]) => start + t)) },
);

/** Pairs that are equal as joined text or as doubles, and are not equal. */
const KEYS: [bigint, string][] = [
  [1n, "11"],
  [11n, "1"],
  [2n ** 53n, "1"],
  [2n ** 53n + 1n, "1"],
];
const NO_KEYS: [bigint | null, string | null][] = [
  [null, "1"],
  [1n, null],
  [11n, "11"],
];
const featureKey = fc.constantFrom(...KEYS);
const spineKey = fc.oneof(
  { weight: 6, arbitrary: featureKey },
  { weight: 1, arbitrary: fc.constantFrom(...NO_KEYS) },
);

const duration = (most: number, wide: readonly bigint[]) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: most }).map(BigInt) },
    { weight: 1, arbitrary: fc.constantFrom(...wide) },
  );

const ruleOf = (
  hasCreated: boolean,
  groupClock: NaiveClock,
  wide: readonly bigint[],
): fc.Arbitrary<NaiveRule> =>
  fc.record({
    direction: fc.constantFrom("backward", "backward", "backward", "nearest", "forward", "latest"),
    ttl: fc.option(duration(7, wide)),
    allowExactMatches: fc.boolean(),
    asOf: hasCreated ? fc.constantFrom("created_time", "event_time") : fc.constant("event_time"),
    delay: fc.oneof(fc.constant(groupClock.delay), duration(4, wide)),
  });

/** A created time may be missing, later than the event (late data), or earlier (a forecast, a wrong clock). */
const caseWith = (wide: readonly bigint[]): fc.Arbitrary<GeneratedCase> =>
  fc.tuple(times, fc.boolean(), duration(3, wide)).chain(([time, hasCreated, delay]) => {
    const groupClock: NaiveClock = { asOf: hasCreated ? "created_time" : "event_time", delay };
    const lateness = hasCreated ? fc.integer({ min: -3, max: 5 }).map(BigInt) : fc.constant(null);
    return fc.record({
      spine: fc.array(fc.record({ key: spineKey, time }), { maxLength: 8 }),
      features: fc.array(
        fc.record({ key: featureKey, eventTime: time, lateness }).map(({ lateness: late, ...row }) => ({
          ...row,
          createdTime: late === null ? null : row.eventTime + late,
        })),
        { maxLength: 14 },
      ),
      rule: ruleOf(hasCreated, groupClock, wide),
      groupClock: fc.constant(groupClock),
    });
  });

/** What a store can be told. */
export const generatedCase = caseWith(WIDE_DURATIONS);

/** What the kernel can be asked: also durations longer than all time. */
export const caseOfAnyDuration = caseWith(ANY_DURATIONS);
