import { deepStrictEqual } from "node:assert";
import { type DuckDBConnection, DuckDBInstance, DuckDBTimestampValue } from "@duckdb/node-api";
import { comparedView } from "../src/compare/compared-view";
import { countsOf, countVariant, factsOf } from "../src/compare/counts/count-variant";
import type { VariantCounts } from "../src/compare/counts/variant-counts";
import { variantsOf } from "../src/compare/variant";
import { type VariantTable, variantTable } from "../src/compare/variant-table";
import { Column, FeatureGroup, type FeatureGroupDefinition } from "../src/microfs";
import { asofJoin, type ColumnType, checkView } from "../src/microfs/core";
import { makeData, type Side, type Sizes } from "./made-data";

export const COMPARE_TITLE = "compare the joins of a million rows with four groups";

const RUNS = 3;
const HOUR_US = 3_600_000_000n;
const GROUPS = 4;

const SIZES: Sizes = {
  spineRows: 1_000_000,
  featureRows: 1_000_000,
  entities: 20_000,
  order: "in time order",
};

/** One group's rows. Every second group has created times: one row in four came up to a month late. */
interface GroupRows extends Side {
  readonly created: BigInt64Array<ArrayBuffer> | null;
}

/**
 * Seconds of joining and counting each variant of a view, medians and histograms too: 1 M predictions × 4 groups of 1 M rows, some 50
 * of an entity in each, so that an ordinary join would have 10¹³ rows. DuckDB is asked for less: the rows of the table and the cells that
 * leak, of the variants that SQL can say without building a table. Throws where the two do not come to the same numbers.
 */
export async function measureCompare(): Promise<Record<string, number[]>> {
  const { spine, groups } = rowsOfAll();
  const data = viewOf(spine, groups);
  const duckdb = await loaded(spine, groups);
  const seconds: Record<string, number[]> = { "the four joins alone, by the kernel": [] };
  const note = (way: string, since: number) => {
    seconds[way] = [...(seconds[way] ?? []), (performance.now() - since) / 1000];
  };
  const rules = data.joins.map(({ join }) => join.rule);
  // What is kept with a group is there before: the rows by entity and time, and when each can be used.
  for (const { sides, join } of data.joins) asofJoin(sides.spine, sides.features, join.rule);
  for (let run = 0; run < RUNS; run++) {
    let since = performance.now();
    for (const { sides, join } of data.joins) asofJoin(sides.spine, sides.features, join.rule);
    note("the four joins alone, by the kernel", since);
    const facts = factsOf(data);
    const counted = new Map<string, VariantCounts>();
    for (const variant of variantsOf(rules)) {
      since = performance.now();
      const counts = toEnd(countVariant(variantTable(data, variant), facts));
      note(`microFS: ${variant.name}`, since);
      counted.set(variant.name, counts);
    }
    for (const [name, sql] of Object.entries(QUERIES)) {
      const variant = variantsOf(rules).find((one) => one.name === name);
      if (variant === undefined) throw new RangeError(`${name} must be on the menu`);
      since = performance.now();
      const alone = rowsAndLeaks(variantTable(data, variant), facts);
      note(`microFS: ${name}, rows and leaks alone`, since);
      since = performance.now();
      const found = await one(duckdb, sql);
      note(`DuckDB: ${name}, rows and leaks alone`, since);
      const counts = counted.get(name);
      const leaked = data.joins.map(({ number }) =>
        BigInt(counts?.features.find(({ join }) => join === number)?.leaked ?? -1),
      );
      deepStrictEqual(found, [BigInt(counts?.rows ?? -1), ...leaked], `${name} must come to the same`);
      deepStrictEqual(found, alone, `${name} must come to the same alone`);
    }
  }
  duckdb.closeSync();
  return seconds;
}

/** What DuckDB is asked for, and no more. */
function rowsAndLeaks(table: VariantTable, facts: ReturnType<typeof factsOf>): bigint[] {
  const leaked = countsOf(table, facts).map((counts, join) => {
    let sum = 0;
    for (let i = 0; i < SIZES.spineRows; i++) {
      const leaks = counts.leaked(i);
      if (leaks > 0) sum += leaks * table.rowsMadeOf(i, join);
    }
    return BigInt(sum);
  });
  return [BigInt(table.numRows), ...leaked];
}

function rowsOfAll(): { spine: Side; groups: GroupRows[] } {
  const sets = Array.from({ length: GROUPS }, (_, number) => makeData(SIZES, 20251105 + number));
  const [first] = sets;
  if (first === undefined) throw new RangeError("there must be rows");
  const groups = sets.map(({ features }, number) => ({
    ...features,
    created:
      number % 2 === 0
        ? null
        : features.timesUs.map((us, row) => (row % 4 === 0 ? us + BigInt((row * 7919) % 720) * HOUR_US : us)),
  }));
  return { spine: first.spine, groups };
}

/** The view on groups of these very columns. Nothing is stored. The second and the third group have a delay, the fourth join a TTL. */
function viewOf(spine: Side, groups: readonly GroupRows[]) {
  const made = new Map<string, FeatureGroup>();
  const add = (definition: FeatureGroupDefinition, columns: Record<string, Column>) => {
    const group = new FeatureGroup(definition, new Map(Object.entries(columns)));
    group.show(columns.user?.length ?? 0);
    made.set(definition.name, group);
  };
  add(
    {
      name: "spine",
      schema: { user: "int64", row_id: "int64", ts: "timestamp" },
      primaryKeys: ["row_id"],
      eventTime: "ts",
    },
    {
      user: column("int64", BigInt64Array.from(spine.entities, BigInt)),
      row_id: column("int64", spine.sequence),
      ts: column("timestamp", spine.timesUs),
    },
  );
  groups.forEach((rows, number) => {
    const hasCreated = rows.created !== null;
    add(
      {
        name: `group${number}`,
        schema: {
          user: "int64",
          happened: "timestamp",
          amount: "float64",
          ...(hasCreated && { created: "timestamp" }),
        },
        primaryKeys: ["user"],
        eventTime: "happened",
        createdTime: hasCreated ? "created" : undefined,
        delay: DELAYS[number],
      },
      {
        user: column("int64", BigInt64Array.from(rows.entities, BigInt)),
        happened: column("timestamp", rows.timesUs),
        amount: column("float64", rows.amounts),
        ...(rows.created !== null && { created: column("timestamp", rows.created) }),
      },
    );
  });
  const groupNamed = (name: string) => {
    const group = made.get(name);
    if (group === undefined) throw new RangeError(`there must be a group ${name}`);
    return group;
  };
  const view = checkView(
    {
      name: "training",
      labelFg: "spine",
      joins: groups.map((_, number) => ({
        fgName: `group${number}`,
        on: ["user"],
        features: ["amount"],
        ttl: number === 3 ? "30d" : null,
      })),
    },
    (name) => groupNamed(name).checked,
  );
  return comparedView(view, groupNamed);
}

const DELAYS = ["0s", "2h", "1d", "0s"] as const;
const DELAYS_SQL = ["interval 0 second", "interval 2 hour", "interval 1 day", "interval 0 second"] as const;

function column(type: ColumnType, values: BigInt64Array<ArrayBuffer> | Float64Array<ArrayBuffer>): Column {
  const made = new Column(type);
  made.values = values;
  made.valid = new Uint8Array(values.length).fill(1);
  made.length = values.length;
  return made;
}

/** The same rows in tables of DuckDB's own, with the moment from which each can be used. */
async function loaded(spine: Side, groups: readonly GroupRows[]): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run("create table spine (row_id bigint, user_id bigint, ts timestamp)");
  await append(connection, "spine", spine, null);
  for (const [number, rows] of groups.entries()) {
    await connection.run(
      "create or replace table raw (row_id bigint, user_id bigint, happened timestamp, created timestamp)",
    );
    await append(connection, "raw", rows, rows.created ?? rows.timesUs);
    await connection.run(
      `create table group${number} as
      select row_id, user_id, happened, greatest(happened, created + ${DELAYS_SQL[number]}) as known from raw`,
    );
  }
  return connection;
}

async function append(
  connection: DuckDBConnection,
  table: string,
  side: Side,
  created: BigInt64Array | null,
): Promise<void> {
  const appender = await connection.createAppender(table);
  for (let row = 0; row < side.entities.length; row++) {
    appender.appendBigInt(side.sequence[row] ?? 0n);
    appender.appendBigInt(BigInt(side.entities[row] ?? 0));
    appender.appendTimestamp(new DuckDBTimestampValue(side.timesUs[row] ?? 0n));
    if (created !== null) appender.appendTimestamp(new DuckDBTimestampValue(created[row] ?? 0n));
    appender.endRow();
  }
  appender.closeSync();
}

const NUMBERS = Array.from({ length: GROUPS }, (_, number) => number);

/** Joins of which every spine row has one row: as many rows, and for each group the leaks. */
function oneRowSql(join: (number: number) => string, also: (number: number) => string = () => ""): string {
  const leaks = NUMBERS.map(
    (number) => `(select count(*) from spine s ${join(number)} where g.known > s.ts ${also(number)})`,
  );
  return `select (select count(*) from spine), ${leaks.join()}`;
}

/** Joins that multiply: rows by products of counts per key, leaks by how often the others multiply each pair. */
function manyRowsSql(spineKey: string, groupKey: string): string {
  const counts = NUMBERS.map(
    (number) =>
      `c${number} as materialized (select ${groupKey} as key, count(*) as n from group${number} group by all)`,
  );
  const spine = `keyed as materialized (
    select ${spineKey} as key, s.ts, ${NUMBERS.map((number) => `greatest(coalesce(c${number}.n, 1), 1)::hugeint as n${number}`).join()}
    from spine s ${NUMBERS.map((number) => `left join c${number} on c${number}.key = ${spineKey}`).join(" ")})`;
  const leaks = NUMBERS.map((number) => {
    const others = NUMBERS.filter((other) => other !== number).map((other) => `n${other}`);
    return `(select coalesce(sum(${others.join(" * ")}), 0) from keyed s
      join (select *, ${groupKey} as key from group${number}) g on g.key = s.key where g.known > s.ts)`;
  });
  return `with ${counts.join()}, ${spine}
    select (select sum(${NUMBERS.map((number) => `n${number}`).join(" * ")}) from keyed), ${leaks.join()}`;
}

/** The fourth join keeps its TTL where the variant does. */
const ttlSql = (number: number, age: string) => (number === 3 ? `and ${age} <= interval 30 day` : "");

const QUERIES: Readonly<Record<string, string>> = {
  event_time_no_delay: oneRowSql(
    (number) => `asof join group${number} g on g.user_id = s.user_id and s.ts >= g.happened`,
    (number) => ttlSql(number, "s.ts - g.happened"),
  ),
  forward: oneRowSql(
    (number) => `asof join group${number} g on g.user_id = s.user_id and s.ts <= g.happened`,
    (number) => ttlSql(number, "g.happened - s.ts"),
  ),
  latest: oneRowSql(
    (number) =>
      `join (select user_id, arg_max(known, happened) as known from group${number} group by user_id) g
      on g.user_id = s.user_id`,
  ),
  calendar_date: manyRowsSql("(s.user_id, cast(s.ts as date))", `(user_id, cast(happened as date))`),
  ordinary: manyRowsSql("s.user_id", "user_id"),
};

/** The one row of an answer, as whole numbers. */
async function one(connection: DuckDBConnection, sql: string): Promise<bigint[]> {
  const answer = await connection.runAndReadAll(sql);
  return (answer.getRowsJS()[0] ?? []).map((value) => BigInt(value as bigint | number));
}

function toEnd<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
