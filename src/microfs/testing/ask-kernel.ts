import { asofJoin, NULL_KEY, UNKNOWN_KEY } from "../asof-join";
import { featureIndex } from "../join/feature-index";
import { reasonName } from "../join/verdict";
import { toTimes } from "../time";
import type { NaiveFeature, NaiveRule, NaiveSpineRow } from "./naive-join";

/** The kernel, asked in the oracle's own terms: per spine row the feature row, or −1, and the reason. */
export function askKernel(
  spine: readonly NaiveSpineRow[],
  features: readonly NaiveFeature[],
  rule: NaiveRule,
): { index: number; reason: string }[] {
  const codes = new Map<string, number>();
  // Only for these tests' keys: no text in them has a comma. The store's own way with keys has tests of its own.
  const code = (key: NaiveFeature["key"]) => key.map(String).join();
  for (const { key } of features) if (!codes.has(code(key))) codes.set(code(key), codes.size);

  const hasCreated = features.some((row) => row.createdTime !== null);
  const rows = featureIndex(
    Int32Array.from(features, (row) => codes.get(code(row.key)) ?? UNKNOWN_KEY),
    codes.size,
    toTimes(BigInt64Array.from(features, (row) => row.eventTime)),
    hasCreated ? toTimes(BigInt64Array.from(features, (row) => row.createdTime ?? row.eventTime)) : null,
  );
  const asked = {
    keys: Int32Array.from(spine, (row) =>
      row.key.includes(null) ? NULL_KEY : (codes.get(code(row.key)) ?? UNKNOWN_KEY),
    ),
    times: toTimes(BigInt64Array.from(spine, (row) => row.time)),
  };
  const matches = asofJoin(asked, rows, {
    direction: rule.direction,
    clock: rule.asOf,
    delayUs: rule.delay,
    ttlUs: rule.ttl,
    allowExactMatches: rule.allowExactMatches,
  });
  return Array.from(matches.index, (index, row) => ({
    index,
    reason: reasonName(matches.reason[row] ?? -1),
  }));
}
