import { type FeatureStore, reasonName } from "../index";
import type { GeneratedCase } from "./generated-cases";
import type { NaiveMatch } from "./naive-join";
import { openFresh } from "./open-fresh";

/** Microseconds as the duration that the store takes: milliseconds, or text where that many are no exact number. */
export function duration(us: bigint): number | string {
  const ms = Number(us) / 1000;
  return BigInt(Math.round(ms * 1000)) === us && Number.isSafeInteger(Number(us)) ? ms : `${us / 1000n}ms`;
}

/** The case's rows as the store takes them. `seq` is the row's number, which also keeps equal rows apart. */
export function spineRows({ spine }: GeneratedCase): Record<string, unknown>[] {
  return spine.map(({ key: [user, shop], time }, seq) => ({ seq, user, shop, ts: time }));
}

export function featureRows({ features }: GeneratedCase): Record<string, unknown>[] {
  return features.map(({ key: [user, shop], eventTime, createdTime }, seq) => ({
    user,
    shop,
    seq,
    happened: eventTime,
    ...(createdTime === null ? {} : { created: createdTime }),
  }));
}

/** Declares a case's two groups, `spine` and `features`, and its view, `view`. Inserts nothing. */
export async function declareCase(store: FeatureStore, given: GeneratedCase): Promise<void> {
  const hasCreated = given.groupClock.asOf === "created_time";
  await store.createFeatureGroup({
    name: "spine",
    schema: { seq: "int64", user: "int64", shop: "string", ts: "timestamp" },
    primaryKeys: ["seq"],
    eventTime: "ts",
  });
  await store.createFeatureGroup({
    name: "features",
    schema: {
      user: "int64",
      shop: "string",
      seq: "int64",
      happened: "timestamp",
      ...(hasCreated ? { created: "timestamp" as const } : {}),
    },
    primaryKeys: ["user", "shop"],
    eventTime: "happened",
    createdTime: hasCreated ? "created" : undefined,
    delay: duration(given.groupClock.delay),
  });
  await store.createFeatureView({
    name: "view",
    labelFg: "spine",
    joins: [
      {
        fgName: "features",
        on: ["user", "shop"],
        ttl: given.rule.ttl === null ? null : duration(given.rule.ttl),
        delay: duration(given.rule.delay),
        allowExactMatches: given.rule.allowExactMatches,
        direction: given.rule.direction,
        asOf: given.rule.asOf,
      },
    ],
  });
}

/** Opens a store with a case's rows in it. */
export async function storeOf(given: GeneratedCase): Promise<FeatureStore> {
  const store = await openFresh();
  await declareCase(store, given);
  if (given.spine.length > 0) await store.insert("spine", spineRows(given));
  if (given.features.length > 0) await store.insert("features", featureRows(given));
  return store;
}

/** What the store answers, in the order of the case's spine rows and in the oracle's terms. */
export async function trainingMatches(store: FeatureStore): Promise<Omit<NaiveMatch, "verdicts">[]> {
  const { joins, spineIndex } = await store.getTrainingData("view");
  const join = joins[0];
  if (join === undefined) throw new RangeError("the view must have a join");
  const answers: Omit<NaiveMatch, "verdicts">[] = [];
  spineIndex.forEach((spineRow, row) => {
    answers[spineRow] = {
      index: join.index[row] ?? -2,
      reason: reasonName(join.reason[row] ?? -1),
      leak: join.leak[row] === 1,
      stale: join.stale[row] === 1,
      peek: join.peek[row] ?? -1n,
    };
  });
  return answers;
}
