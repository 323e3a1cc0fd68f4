import fc from "fast-check";
import { expect, test } from "vitest";
import { knownAt } from "../explain";
import { caseOfAnyDuration } from "../testing/generated-cases";
import { propertyRuns } from "../testing/property-runs";
import { toTimes } from "../time";
import { isLeak, knownTimes } from "./leakage";

test("all rows' known at at once is each one's, cut where 64 bits end, and tells the same leaks", () => {
  fc.assert(
    fc.property(caseOfAnyDuration, ({ spine, features, groupClock }) => {
      const clock = { clock: groupClock.asOf, delayUs: groupClock.delay };
      const rows = features.map(({ eventTime, createdTime }, row) => ({ row, eventTime, createdTime }));
      const times = (of: readonly bigint[]) => toTimes(BigInt64Array.from(of));
      const created = rows.flatMap(({ createdTime }) => createdTime ?? []);
      const known = knownTimes(
        times(rows.map(({ eventTime }) => eventTime)),
        created.length === 0 ? null : times(created),
        clock,
      );
      rows.forEach((row, i) => {
        const exact = knownAt(row, clock);
        if (exact < 2n ** 62n) expect(BigInt(known[i] ?? 0)).toBe(exact);
        for (const { time } of spine) expect((known[i] ?? 0) > time).toBe(isLeak(row, time, clock));
      });
    }),
    propertyRuns(500),
  );
});
