import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Candidate, explain } from "../explain";
import { caseOfAnyDuration, type GeneratedCase } from "../testing/generated-cases";
import { propertyRuns } from "../testing/property-runs";
import { toTimes } from "../time";
import { candidateAt, entityIndex, type FeatureIndex } from "./feature-index";
import { isLeak } from "./leakage";
import { type JoinRule, VERDICTS } from "./rule";
import { tieOf } from "./tie";
import { choice, verdicts } from "./verdicts";

const RUNS = propertyRuns(3000);

/** All of a case's rows as candidates of one entity: whose they are is not asked here. */
function candidatesOf({ features }: GeneratedCase): Candidate[] {
  return features.map(({ eventTime, createdTime }, row) => ({ row, eventTime, createdTime }));
}

function indexOf(candidates: readonly Candidate[]): FeatureIndex {
  const hasCreated = candidates.some(({ createdTime }) => createdTime !== null);
  return entityIndex(
    toTimes(BigInt64Array.from(candidates, ({ eventTime }) => eventTime)),
    hasCreated
      ? toTimes(BigInt64Array.from(candidates, ({ createdTime, eventTime }) => createdTime ?? eventTime))
      : null,
  );
}

function ruleOf({ rule }: GeneratedCase): JoinRule {
  return {
    direction: rule.direction,
    clock: rule.asOf,
    delayUs: rule.delay,
    ttlUs: rule.ttl,
    allowExactMatches: rule.allowExactMatches,
  };
}

/** Moves a case to the ends of time: as far as a row can lie, where no double is exact. */
const farthest = fc
  .tuple(caseOfAnyDuration, fc.constantFrom(-8_640_000_000_000_000_000n, 8_639_999_999_999_999_980n))
  .map(([given, end]): GeneratedCase => {
    const near = (us: bigint) => end + (((us % 10n) + 10n) % 10n);
    return {
      ...given,
      spine: given.spine.map((row) => ({ ...row, time: near(row.time) })),
      features: given.features.map((row) => ({
        ...row,
        eventTime: near(row.eventTime),
        createdTime: row.createdTime === null ? null : near(row.createdTime),
      })),
    };
  });

const anyCase = fc.oneof({ weight: 3, arbitrary: caseOfAnyDuration }, { weight: 1, arbitrary: farthest });

describe("verdicts", () => {
  test("are those of explain, candidate by candidate, for every rule and all times", () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const candidates = candidatesOf(given);
        const entity = indexOf(candidates);
        for (const { time } of given.spine) {
          const told = explain(time, candidates, ruleOf(given));
          const found = verdicts(time, entity, ruleOf(given));
          expect(
            Array.from(found.codes, (code, position) => ({
              ...candidateAt(entity, position),
              verdict: VERDICTS[code],
            })),
          ).toEqual(told.candidates);
          expect(found.reason).toBe(told.reason);
          expect(found.chosen).toBe(told.candidates.findIndex(({ verdict }) => verdict === "chosen"));
          for (const verdict of VERDICTS)
            expect(found.counts[verdict]).toBe(
              told.candidates.filter((row) => row.verdict === verdict).length,
            );
        }
      }),
      RUNS,
    );
  });

  test("of a null key are none, and so are those of an entity without rows", () => {
    const rule: JoinRule = {
      direction: "backward",
      clock: "event_time",
      delayUs: 0n,
      ttlUs: null,
      allowExactMatches: true,
    };
    expect(verdicts(0n, null, rule)).toMatchObject({ reason: "null_key", chosen: -1 });
    expect(verdicts(0n, indexOf([]), rule)).toMatchObject({ reason: "no_entity", chosen: -1 });
    expect(choice(0n, null, rule, rule)).toEqual({ position: -1, isLeak: false });
    expect(choice(0n, indexOf([]), rule, rule)).toEqual({ position: -1, isLeak: false });
  });
});

test("a choice is the row that explain says is chosen, and whether it leaks", () => {
  fc.assert(
    fc.property(anyCase, (given) => {
      const candidates = candidatesOf(given);
      const entity = indexOf(candidates);
      const groupClock = { clock: given.groupClock.asOf, delayUs: given.groupClock.delay };
      for (const { time } of given.spine) {
        const told = explain(time, candidates, ruleOf(given)).candidates;
        const position = told.findIndex(({ verdict }) => verdict === "chosen");
        const chosen = told[position];
        expect(choice(time, entity, ruleOf(given), groupClock)).toEqual({
          position,
          isLeak: chosen !== undefined && isLeak(chosen, time, groupClock),
        });
      }
    }),
    RUNS,
  );
});

test("a tie is among the rows that remained: of one event time, of one created time, equally far", () => {
  fc.assert(
    fc.property(anyCase, (given) => {
      const candidates = candidatesOf(given);
      const entity = indexOf(candidates);
      const rule = ruleOf(given);
      for (const { time } of given.spine) {
        const told = explain(time, candidates, rule).candidates;
        const chosen = told.find(({ verdict }) => verdict === "chosen");
        const remained = told.filter(({ verdict }) => verdict === "chosen" || verdict === "superseded");
        const sharers = remained.filter((row) => row.eventTime === chosen?.eventTime);
        const alike = sharers.filter((row) => row.createdTime === chosen?.createdTime);
        const tie = tieOf(time, entity, verdicts(time, entity, rule), rule);
        if (chosen === undefined) {
          expect(tie).toBeNull();
          continue;
        }
        expect(tie).toEqual({
          sharers: sharers.length,
          brokenBy: alike.length > 1 || chosen.createdTime === null ? "insertion" : "created_time",
          isEquallyFar:
            rule.direction === "nearest" &&
            remained.some(
              (row) => row.eventTime - time === time - chosen.eventTime && row.eventTime !== time,
            ),
        });
      }
    }),
    RUNS,
  );
});
