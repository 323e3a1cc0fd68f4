import fc from "fast-check";
import type { FeatureStore } from "../../../microfs";
import type { FeatureGroupDefinition, FeatureViewDefinition, JoinDefinition } from "../../../microfs/core";
import { openFresh } from "../../../microfs/testing/open-fresh";

type Row = Record<string, unknown>;

/** A small store's content: a spine, one or two joined groups, a view. Ties, edges and misses all happen often. */
export interface AnyView {
  groups: { definition: FeatureGroupDefinition; rows: Row[] }[];
  view: FeatureViewDefinition;
}

/** Names as people give them, those that a language could stumble over among them. */
const GROUP_NAMES = ["visits", "Visits", "order", "we\"ird 'name'", "a/b", "found_1"];
const VALUE_NAMES = [
  "amount",
  "Amount",
  "select",
  "t",
  "inserted",
  "moment",
  "__proto__",
  "a b\"c'd",
  "naïve",
  "s",
];

const START = 1_762_300_000_000_000n;
const HOUR = 3_600_000_000n;
const tick = fc.integer({ min: 0, max: 9 }).map((hour) => START + BigInt(hour) * HOUR);
const int64 = fc.constantFrom(0n, 1n, 2n ** 53n, 2n ** 53n + 1n, -(2n ** 63n) + 1n, null);
const float64 = fc.constantFrom(0, -1.5, 0.1, 1e300, 5e-324, Number.POSITIVE_INFINITY, Number.NaN, null);
const text = fc.constantFrom(
  "a",
  "A",
  "",
  "a,b",
  'x"y',
  "line\nbreak",
  " spaced ",
  "=1+1",
  "null",
  "NaN",
  "é",
  null,
);
const VALUES = {
  int64,
  float64,
  string: text,
  bool: fc.constantFrom(true, false, null),
  timestamp: fc.option(tick),
};
type Kind = keyof typeof VALUES;

const KEY_VALUES = {
  int64: fc.constantFrom(2n ** 53n, 2n ** 53n + 1n, 7n),
  string: fc.constantFrom("1", "11", "é", ""),
  float64: fc.constantFrom(0.5, 0, Number.POSITIVE_INFINITY),
  bool: fc.boolean(),
};
type KeyKind = keyof typeof KEY_VALUES;

interface Shape {
  name: string;
  keys: { name: string; kind: KeyKind }[];
  values: { name: string; kind: Kind }[];
  eventTime: string;
  createdTime: string | null;
  ttl: string | null;
  delay: string | null;
}

const duration = fc.constantFrom(null, "0s", "1h", "3h", "1h30m", "2d", "250ms");
const keyKinds = fc.uniqueArray(fc.constantFrom<KeyKind>("int64", "string", "float64", "bool"), {
  minLength: 1,
  maxLength: 2,
});
const values = fc
  .uniqueArray(fc.constantFrom(...VALUE_NAMES), { minLength: 1, maxLength: 3 })
  .chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc
          .constantFrom<Kind>("int64", "float64", "string", "bool", "timestamp")
          .map((kind) => ({ name, kind })),
      ),
    ),
  );

const shape = (name: string, kinds: readonly KeyKind[]): fc.Arbitrary<Shape> =>
  fc.record({
    name: fc.constant(name),
    keys: fc
      .boolean()
      .map((same) => kinds.map((kind) => ({ name: same ? `key ${kind}` : `their_${kind}`, kind }))),
    values,
    eventTime: fc.constantFrom("timestamp", "happened"),
    createdTime: fc.constantFrom(null, "created"),
    ttl: duration,
    delay: duration,
  });

function definitionOf({
  name,
  keys,
  values: own,
  eventTime,
  createdTime,
  ttl,
  delay,
}: Shape): FeatureGroupDefinition {
  const columns: [string, Kind][] = [...keys, ...own].map((column) => [column.name, column.kind]);
  const times: [string, Kind][] = [eventTime, createdTime].flatMap((time) =>
    time === null ? [] : [[time, "timestamp"]],
  );
  return {
    name,
    schema: Object.fromEntries([...columns, ...times]),
    primaryKeys: keys.map((key) => key.name),
    eventTime,
    createdTime,
    ttl,
    delay,
  };
}

const rowsOf = ({ keys, values: own, eventTime, createdTime }: Shape): fc.Arbitrary<Row[]> =>
  fc.array(
    fc
      .tuple(
        fc.tuple(...keys.map(({ name, kind }) => KEY_VALUES[kind].map((value) => [name, value] as const))),
        fc.tuple(...own.map(({ name, kind }) => VALUES[kind].map((value) => [name, value] as const))),
        tick,
        fc.integer({ min: -2, max: 4 }),
      )
      .map(([key, value, time, late]) => ({
        ...Object.fromEntries([...key, ...value]),
        [eventTime]: time,
        ...(createdTime === null ? {} : { [createdTime]: time + BigInt(late) * HOUR }),
      })),
    { maxLength: 12 },
  );

const rule = fc.record(
  {
    ttl: duration,
    delay: duration,
    allowExactMatches: fc.boolean(),
    direction: fc.constantFrom("backward", "backward", "backward", "nearest", "forward", "latest"),
    asOf: fc.constantFrom("event_time", "created_time"),
  },
  { requiredKeys: [] },
);

/** The spine: a number of its own, the joins' keys (which may be null), a label, a moment. */
const spineRows = (kinds: readonly KeyKind[]): fc.Arbitrary<Row[]> =>
  fc
    .array(
      fc.tuple(
        fc.tuple(
          ...kinds.map((kind) =>
            fc
              .option(KEY_VALUES[kind] as fc.Arbitrary<unknown>, { freq: 8 })
              .map((value) => [`key ${kind}`, value]),
          ),
        ),
        fc.option(fc.boolean()),
        tick,
      ),
      { maxLength: 8 },
    )
    .map((rows) =>
      rows.map(([keys, bought, time], number) => ({
        number: BigInt(number),
        ...Object.fromEntries(keys),
        bought,
        timestamp: time,
      })),
    );

/** Any view over any small store. Some of them no store takes, because columns clash: see {@link storeWith}. */
export const anyView: fc.Arbitrary<AnyView> = fc
  .tuple(keyKinds, fc.uniqueArray(fc.constantFrom(...GROUP_NAMES), { minLength: 2, maxLength: 3 }))
  .chain(([kinds, [spineName = "spine", ...joined]]) =>
    fc.tuple(...joined.map((name) => shape(name, kinds))).chain((shapes) =>
      fc
        .tuple(
          spineRows(kinds),
          fc.tuple(...shapes.map(rowsOf)),
          fc.tuple(...shapes.map(() => rule)),
          fc.tuple(...shapes.map(({ values: own }) => fc.option(fc.subarray(own.map((one) => one.name))))),
        )
        .map(([spine, rows, rules, features]): AnyView => {
          const keys = kinds.map((kind): [string, KeyKind] => [`key ${kind}`, kind]);
          const joins = shapes.map((one, at): JoinDefinition => {
            const { asOf, ...options } = rules[at] ?? {};
            return {
              fgName: one.name,
              on: Object.fromEntries(one.keys.map(({ name, kind }) => [`key ${kind}`, name])),
              ...options,
              ...(one.createdTime === null || asOf === undefined ? {} : { asOf }),
              ...(features[at] == null ? {} : { features: features[at] }),
            };
          });
          const spineGroup: FeatureGroupDefinition = {
            name: spineName,
            schema: { number: "int64", ...Object.fromEntries(keys), bought: "bool", timestamp: "timestamp" },
            primaryKeys: ["number"],
            eventTime: "timestamp",
          };
          return {
            groups: [
              { definition: spineGroup, rows: spine },
              ...shapes.map((one, at) => ({ definition: definitionOf(one), rows: rows[at] ?? [] })),
            ],
            view: { name: "view", labelFg: spineName, joins, label: "bought" },
          };
        }),
    ),
  );

/** A store with that content. Where a join's columns would clash it brings those that do not: none at all. */
export async function storeWith({ groups, view }: AnyView): Promise<FeatureStore> {
  const store = await openFresh();
  for (const { definition, rows } of groups) {
    await store.createFeatureGroup(definition);
    if (rows.length > 0) await store.insert(definition.name, rows);
  }
  await store.createFeatureView(view);
  return store;
}
