import { asofJoin, NULL_KEY, UNKNOWN_KEY } from "../asof-join";
import { featureIndex } from "../join/feature-index";
import type { JoinSides } from "../join/joined-cells";
import { type JoinRule, reasonName } from "../join/rule";
import { toTimes } from "../time";
import type { NaiveClock, NaiveFeature, NaiveRule, NaiveSpineRow } from "./naive-join";

/** Both sides of a join in the kernel's terms. */
export function kernelSides(
  spine: readonly NaiveSpineRow[],
  features: readonly NaiveFeature[],
  groupClock: NaiveClock,
): JoinSides {
  const codes = new Map<string, number>();
  // Only for these tests' keys: no text in them has a comma. The store's own way with keys has tests of its own.
  const code = (key: NaiveFeature["key"]) => key.map(String).join();
  for (const { key } of features) if (!codes.has(code(key))) codes.set(code(key), codes.size);

  const hasCreated = features.some((row) => row.createdTime !== null);
  const eventTimes = toTimes(BigInt64Array.from(features, (row) => row.eventTime));
  const createdTimes = hasCreated
    ? toTimes(BigInt64Array.from(features, (row) => row.createdTime ?? row.eventTime))
    : null;
  const entities = Int32Array.from(features, (row) => codes.get(code(row.key)) ?? UNKNOWN_KEY);
  return {
    spine: {
      keys: Int32Array.from(spine, (row) =>
        row.key.includes(null) ? NULL_KEY : (codes.get(code(row.key)) ?? UNKNOWN_KEY),
      ),
      times: toTimes(BigInt64Array.from(spine, (row) => row.time)),
    },
    features: featureIndex(entities, codes.size, eventTimes, createdTimes),
    eventTimes,
    createdTimes,
    groupClock: { clock: groupClock.asOf, delayUs: groupClock.delay },
  };
}

/** A rule of the oracle in the kernel's terms. */
export function kernelRule(rule: NaiveRule): JoinRule {
  return {
    direction: rule.direction,
    clock: rule.asOf,
    delayUs: rule.delay,
    ttlUs: rule.ttl,
    allowExactMatches: rule.allowExactMatches,
  };
}

/** The kernel, asked in the oracle's own terms: per spine row the feature row, or −1, and the reason. */
export function runKernel(
  spine: readonly NaiveSpineRow[],
  features: readonly NaiveFeature[],
  rule: NaiveRule,
): { index: number; reason: string }[] {
  const sides = kernelSides(spine, features, rule);
  const matches = asofJoin(sides.spine, sides.features, kernelRule(rule));
  return Array.from(matches.index, (index, row) => ({
    index,
    reason: reasonName(matches.reason[row] ?? -1),
  }));
}
