import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explain } from "../explain";
import { isLeak, isStale, peekUs } from "../join/leakage";
import { type GeneratedCase, caseOfAnyDuration as generatedCase, ORIGINS } from "../testing/generated-cases";
import { type NaiveFeature, naiveJoin } from "../testing/naive-join";
import { propertyRuns } from "../testing/property-runs";
import { runKernel } from "../testing/run-kernel";

const RUNS = propertyRuns(3000);

const candidatesOf = (features: readonly NaiveFeature[], key: readonly unknown[]) =>
  features.flatMap(({ key: of, eventTime, createdTime }, row) =>
    of.every((value, i) => value === key[i]) ? [{ row, eventTime, createdTime }] : [],
  );

const explainRule = ({ rule }: GeneratedCase) => ({
  direction: rule.direction,
  clock: rule.asOf,
  delayUs: rule.delay,
  ttlUs: rule.ttl,
  allowExactMatches: rule.allowExactMatches,
});

describe("the kernel, explain and the naive join", () => {
  test("choose the same row for the same reason, for every rule", () => {
    fc.assert(
      fc.property(generatedCase, ({ spine, features, rule, groupClock }) => {
        const naive = naiveJoin(spine, features, rule, groupClock).map(({ index, reason }) => ({
          index,
          reason,
        }));
        expect(runKernel(spine, features, rule)).toEqual(naive);
      }),
      RUNS,
    );
  });

  test("give every candidate the same verdict", () => {
    fc.assert(
      fc.property(generatedCase, (given) => {
        const { spine, features, rule, groupClock } = given;
        naiveJoin(spine, features, rule, groupClock).forEach((answer, i) => {
          const { key, time } = spine[i] ?? { key: [], time: 0n };
          const told = explain(
            time,
            key.includes(null) ? null : candidatesOf(features, key),
            explainRule(given),
          );
          expect(told.reason).toBe(answer.reason);
          expect(new Map(told.candidates.map(({ row, verdict }) => [row, verdict]))).toEqual(answer.verdicts);
        });
      }),
      RUNS,
    );
  });

  test("measure leak, staleness and peek alike", () => {
    fc.assert(
      fc.property(generatedCase, ({ spine, features, rule, groupClock }) => {
        const ownClock = { clock: groupClock.asOf, delayUs: groupClock.delay };
        const right = naiveJoin(
          spine,
          features,
          { ...rule, ...groupClock, direction: "backward" },
          groupClock,
        );
        naiveJoin(spine, features, rule, groupClock).forEach((answer, i) => {
          const time = spine[i]?.time ?? 0n;
          const candidate = (row: number | undefined) => {
            const found = features[row ?? -1];
            return found === undefined ? null : { ...found, row: row ?? -1 };
          };
          const chosen = candidate(answer.index);
          expect(isStale(chosen, candidate(right[i]?.index))).toBe(answer.stale);
          expect(chosen !== null && isLeak(chosen, time, ownClock)).toBe(answer.leak);
          expect(chosen === null ? 0n : peekUs(chosen, time, ownClock)).toBe(answer.peek);
        });
      }),
      RUNS,
    );
  });
});

describe("a backward join", () => {
  const backward = generatedCase.map(
    (given): GeneratedCase => ({ ...given, rule: { ...given.rule, direction: "backward" } }),
  );

  test("never chooses a row whose event time or clock is after the spine row", () => {
    fc.assert(
      fc.property(backward, ({ spine, features, rule }) => {
        runKernel(spine, features, rule).forEach(({ index }, i) => {
          const row = features[index];
          if (row === undefined) return;
          const t = spine[i]?.time ?? 0n;
          const clock =
            rule.asOf === "created_time" && row.createdTime !== null ? row.createdTime : row.eventTime;
          expect(row.eventTime <= t && clock + rule.delay <= t).toBe(true);
        });
      }),
      RUNS,
    );
  });

  test("never leaks on its group's own clock and delay", () => {
    fc.assert(
      fc.property(backward, ({ spine, features, rule, groupClock }) => {
        const reference = { ...rule, ...groupClock };
        runKernel(spine, features, reference).forEach(({ index }, i) => {
          const row = features[index];
          if (row === undefined) return;
          expect(
            isLeak({ ...row, row: index }, spine[i]?.time ?? 0n, {
              clock: groupClock.asOf,
              delayUs: groupClock.delay,
            }),
          ).toBe(false);
        });
      }),
      RUNS,
    );
  });

  test("is not changed by tomorrow: rows that become known later are as good as absent", () => {
    fc.assert(
      fc.property(backward, fc.nat(7), ({ spine, features, rule }, at) => {
        const now = spine[at % Math.max(1, spine.length)]?.time;
        if (now === undefined) return;
        const asked = spine.filter((row) => row.time <= now);
        const known = (row: NaiveFeature) =>
          row.eventTime <= now &&
          (rule.asOf === "created_time" && row.createdTime !== null ? row.createdTime : row.eventTime) +
            rule.delay <=
            now;
        const kept = features.flatMap((row, i) => (known(row) ? [i] : []));
        const then = runKernel(asked, features.filter(known), rule).map(({ index }) => kept[index] ?? -1);
        expect(runKernel(asked, features, rule).map(({ index }) => index)).toEqual(then);
      }),
      RUNS,
    );
  });
});

describe("the order of insertion", () => {
  test("changes nothing but the last tie-break", () => {
    const shuffled = generatedCase.chain((given) =>
      fc.tuple(
        fc.constant(given),
        fc.shuffledSubarray([...given.features.keys()], { minLength: given.features.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([{ spine, features, rule }, order]) => {
        const moved = order.flatMap((from) => features[from] ?? []);
        // Where two rows are equal in key and both times, either may be chosen: compare the times, not the rows.
        const seen = (rows: readonly NaiveFeature[]) =>
          runKernel(spine, rows, rule).map(({ index, reason }) => [
            reason,
            rows[index]?.eventTime,
            rows[index]?.createdTime,
          ]);
        expect(seen(moved)).toEqual(seen(features));
      }),
      RUNS,
    );
  });

  test("of the spine changes nothing but the order of the answers", () => {
    fc.assert(
      fc.property(generatedCase, ({ spine, features, rule }) => {
        expect(runKernel([...spine].reverse(), features, rule)).toEqual(
          runKernel(spine, features, rule).reverse(),
        );
      }),
      RUNS,
    );
  });
});

describe.each(Object.entries(ORIGINS))("around %s", (_name, origin) => {
  // One feature row at tick 5, a TTL of 2, spine rows one microsecond apart: the edges stand where they are drawn.
  const spine = Array.from({ length: 10 }, (_, tick) => ({ key: [1n], time: origin + BigInt(tick) }));
  const ask = (
    features: readonly NaiveFeature[],
    ttl: bigint | null,
    delay: bigint,
    allowExactMatches: boolean,
  ) =>
    runKernel(spine, features, { direction: "backward", asOf: "created_time", ttl, delay, allowExactMatches })
      .map(({ index }) => (index === -1 ? "-" : index))
      .join("");
  const row = (tick: bigint, createdTick = tick): NaiveFeature => ({
    key: [1n],
    eventTime: origin + tick,
    createdTime: origin + createdTick,
  });

  test.each([
    ["a row is seen from its own microsecond on", [row(5n)], null, 0n, true, "-----00000"],
    ["from the next one on with exact matches off", [row(5n)], null, 0n, false, "------0000"],
    ["for its TTL, edge included", [row(5n)], 2n, 0n, true, "-----000--"],
    ["not before its delay", [row(5n)], null, 3n, true, "--------00"],
    ["not before it was created", [row(2n, 6n)], null, 0n, true, "------0000"],
    ["never before it happened, though created earlier", [row(5n, 1n)], null, 0n, true, "-----00000"],
    ["a late older row does not replace a later one", [row(4n), row(2n, 6n)], null, 0n, true, "----000000"],
    ["a correction replaces from its creation on", [row(4n), row(4n, 6n)], null, 0n, true, "----001111"],
    ["a TTL of 0 means the same instant only", [row(5n)], 0n, 0n, true, "-----0----"],
    ["a delay longer than the TTL leaves nothing", [row(2n)], 2n, 3n, true, "----------"],
  ])("%s", (_title, features, ttl, delay, exact, drawn) => {
    expect(ask(features, ttl, delay, exact)).toBe(drawn);
  });
});
