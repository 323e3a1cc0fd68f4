import { type GeneratedCase, generatedCase } from "../testing/generated-cases";
import { propertyRuns } from "../testing/property-runs";
import { storeOf } from "../testing/train-case";
import "fake-indexeddb/auto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readRows } from "../testing/read-table";

/** A case whose view is the kind that parity is promised for, and a moment at which everything is asked. */
const moment = fc.record({ given: generatedCase, at: fc.nat(30) }).map(({ given, at }) => {
  const times = [
    ...given.spine.map(({ time }) => time),
    ...given.features.flatMap((f) => [f.eventTime, f.createdTime ?? f.eventTime]),
  ];
  const now = times[at % Math.max(1, times.length)] ?? 0n;
  const asked = given.spine.map((row) => ({ ...row, time: now }));
  const rule: GeneratedCase["rule"] = {
    ...given.rule,
    ...given.groupClock,
    direction: "backward",
    allowExactMatches: true,
  };
  return { now, given: { ...given, rule, spine: asked } };
});

/** Which statuses of a look-up stand for which reasons of a training row. */
const STATUS: Readonly<Record<string, string>> = {
  chosen: "found",
  expired: "expired",
  null_key: "not_found",
  no_entity: "not_found",
  not_yet_known: "not_found",
  future_only: "not_found",
};

test("materialized as of T and looked up at T, an entity has the features of its training row at T", async () => {
  await fc.assert(
    fc.asyncProperty(moment, async ({ now, given }) => {
      const store = await storeOf(given);
      await store.materialize("features", { asOf: now });
      const { table } = await store.getTrainingData("view");
      for (const [row, trained] of readRows(table).entries()) {
        const [explained] = await store.explain("view", row);
        const { values, joins } = await store.getOnlineFeatures(
          "view",
          { user: trained.user, shop: trained.shop },
          { now },
        );
        // `seq` and `ts` are the label group's own, and its keys were not given.
        const { seq: _seq, ts: _ts, ...expected } = trained;
        expect(values).toEqual(expected);
        expect(joins.map(({ fgName, status }) => [fgName, status])).toEqual([
          ["features", STATUS[explained?.reason ?? ""]],
        ]);
        if (joins[0]?.status === "found") expect(joins[0].eventTime).toBe(trained.happened);
      }
    }),
    propertyRuns(200),
  );
});
