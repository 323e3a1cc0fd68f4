import fc from "fast-check";
import type { FeatureStore } from "../../../microfs";
import { DIRECTIONS, formatTime } from "../../../microfs/core";
import { ORIGINS } from "../../../microfs/testing/generated-cases";
import { openFresh } from "../../../microfs/testing/open-fresh";
import type { ColumnChange } from "../../../scenario/edits/column-change";
import { type Edit, FIRST_ADDED_ROW } from "../../../scenario/edits/edit";
import type { InlineRow, InlineValue } from "../../../scenario/scenario";

/** A store of three groups to be, a view that joins them in several ways, and edits of all kinds. */
export interface EditedCase {
  hasCreated: boolean;
  delay: number;
  rows: Record<GroupName, readonly Row[]>;
  /** Rows that come in after some of the edits. */
  late: Record<GroupName, readonly Row[]>;
  joins: readonly Record<string, unknown>[];
  edits: readonly Edit[];
}

type GroupName = "asks" | "pays" | "tickets";
type Row = Record<string, bigint | number | string | boolean | null>;

const tick = fc.integer({ min: 0, max: 7 }).map(BigInt);
const time = fc.oneof(
  { weight: 6, arbitrary: tick.map((t) => 1_762_300_000_000_000n + t) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...Object.values(ORIGINS)), tick).map(([o, t]) => o + t) },
);
const user = fc.constantFrom(1n, 2n, 2n ** 53n + 1n);
const shop = fc.constantFrom("a", "b", "new", " a", "B\u00a0", "007", "7");
const level = fc.constantFrom(0, -0, 1.5, Number.NaN);
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { freq: 5 });

const asks = fc.record({
  user: orNull(user),
  shop: orNull(shop),
  level: orNull(level),
  good: fc.boolean(),
  ts: time,
});
const pays = fc.record({
  user,
  shop,
  level: orNull(level),
  amount: orNull(fc.constantFrom(5, -0, 0, Number.NaN)),
  note: orNull(shop),
  paid: time,
  known: time,
});
const tickets = fc.record({ shop, n: orNull(user), ts: time });
const rowsOf = (most: number): fc.Arbitrary<EditedCase["rows"]> =>
  fc.record({
    asks: fc.array(asks, { maxLength: most }),
    pays: fc.array(pays, { maxLength: 2 * most }),
    tickets: fc.array(tickets, { maxLength: most }),
  });

const duration = fc.constantFrom(0, 0.001, 0.002, 0.005);
const rule = (hasCreated: boolean) =>
  fc.record(
    {
      direction: fc.constantFrom("backward" as const, ...DIRECTIONS),
      ttl: fc.option(duration),
      delay: duration,
      allowExactMatches: fc.boolean(),
      asOf: hasCreated ? fc.constantFrom("created_time", "event_time") : fc.constant("event_time"),
    },
    { requiredKeys: [] },
  );

const joinsOf = (hasCreated: boolean) =>
  fc
    .tuple(rule(hasCreated), rule(hasCreated), rule(hasCreated), rule(false), rule(false))
    .map(([a, b, c, d, e]) => [
      { fgName: "pays", on: ["user", "shop"], features: ["amount", "note", "paid"], ...a },
      { fgName: "pays", on: ["user"], features: ["known"], ...b },
      { fgName: "pays", on: { level: "level" }, features: [], ...c },
      { fgName: "tickets", on: ["shop"], ...d },
      { fgName: "asks", on: { user: "user" }, features: ["good"], ...e },
    ])
    .chain((joins) => fc.subarray(joins, { minLength: 1 }));

/** What an edit may put into a column: mostly what the column takes, and in JSON's words. */
const timeText = time.map(formatTime);
const VALUES: Record<string, fc.Arbitrary<string | number | boolean | null>> = {
  user: fc.constantFrom("1", "2", "9007199254740993", "77"),
  shop: fc.constantFrom("a", "b", "new", "newer", "A ", "07"),
  level: fc.constantFrom(0, 1.5, 2, "NaN"),
  good: fc.boolean(),
  ts: timeText,
  paid: timeText,
  known: timeText,
  amount: fc.constantFrom(5, 6, "NaN", "no number"),
  note: fc.constantFrom("a", "never seen"),
  n: fc.constantFrom("1", "3"),
  elsewhere: fc.constant("of another link"),
};
const cells = Object.fromEntries(
  Object.entries(VALUES).map(([name, of]) => [name, fc.option(of, { freq: 10 })]),
);
const inline = (given: Record<string, InlineValue | undefined>): InlineRow =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
const values = fc.record(cells, { requiredKeys: [] }).map(inline);
/** All columns of all groups: those that the row's own group lacks are passed over. */
const wholeRow = fc.record(cells).map(inline);
const group = fc.constantFrom("asks", "pays", "pays", "tickets", "gone");
const row = fc.oneof(
  { weight: 4, arbitrary: fc.nat(12) },
  { weight: 1, arbitrary: fc.integer({ min: FIRST_ADDED_ROW, max: FIRST_ADDED_ROW + 2 }) },
);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("set" as const), group, row, values }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("add" as const),
      group,
      row: fc.integer({ min: FIRST_ADDED_ROW, max: FIRST_ADDED_ROW + 2 }),
      values: wholeRow,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("delete" as const), group, row }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("column" as const),
      group,
      column: fc.constantFrom("shop", "note", "ts", "paid", "known", "user", "elsewhere"),
      change: fc.oneof(
        fc.constantFrom<ColumnChange>(
          { kind: "trim" },
          { kind: "lower_case" },
          { kind: "strip_zeros" },
          { kind: "pad_zeros", width: 3 },
        ),
        fc.constantFrom("-2", "1", "5").map((byUs) => ({ kind: "shift" as const, byUs })),
        fc.constantFrom("1", "3", "10000000").map((by) => ({ kind: "scale" as const, by })),
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record(
      {
        kind: fc.constant("rule" as const),
        join: fc.nat(5),
        ttlUs: fc.constantFrom("0", "3", null),
        delayUs: fc.constantFrom("0", "2"),
        direction: fc.constantFrom(...DIRECTIONS),
        clock: fc.constantFrom("created_time" as const, "event_time" as const),
        allowExactMatches: fc.boolean(),
      },
      { requiredKeys: ["kind", "join"] },
    ),
  },
);

export const editedCase: fc.Arbitrary<EditedCase> = fc.boolean().chain((hasCreated) =>
  fc.record({
    hasCreated: fc.constant(hasCreated),
    delay: duration,
    rows: rowsOf(6),
    late: rowsOf(1),
    joins: joinsOf(hasCreated),
    edits: fc.array(edit, { maxLength: 8 }),
  }),
);

/** A store with the case's first rows in it, and its view, `view`. */
export async function storeOf(given: EditedCase): Promise<FeatureStore> {
  const store = await openFresh();
  await store.createFeatureGroup({
    name: "asks",
    schema: { seq: "int64", user: "int64", shop: "string", level: "float64", good: "bool", ts: "timestamp" },
    primaryKeys: ["seq"],
    eventTime: "ts",
  });
  await store.createFeatureGroup({
    name: "pays",
    schema: {
      user: "int64",
      shop: "string",
      level: "float64",
      amount: "float64",
      note: "string",
      paid: "timestamp",
      known: "timestamp",
    },
    primaryKeys: ["user", "shop"],
    eventTime: "paid",
    createdTime: given.hasCreated ? "known" : undefined,
    delay: given.delay,
  });
  await store.createFeatureGroup({
    name: "tickets",
    schema: { shop: "string", n: "int64", ts: "timestamp" },
    primaryKeys: ["shop"],
    eventTime: "ts",
    ttl: given.delay,
  });
  await insertRows(store, given.rows);
  await store.createFeatureView({ name: "view", labelFg: "asks", joins: given.joins as never });
  return store;
}

/** Stores rows of a case. `seq` keeps equal rows to predict for apart. */
export async function insertRows(store: FeatureStore, rows: EditedCase["rows"]): Promise<void> {
  for (const [name, some] of Object.entries(rows)) {
    const seq = store.featureGroups.get(name)?.numRows ?? 0;
    const numbered = name === "asks" ? some.map((values, i) => ({ seq: seq + i, ...values })) : some;
    if (numbered.length > 0) await store.insert(name, numbered);
  }
}
