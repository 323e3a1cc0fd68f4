import { freeName, type QueryGroup, type QueryPlan } from "./query-plan";

// `select keyword_name from duckdb_keywords() where keyword_category in ('reserved', 'type_function')`, DuckDB 1.5
const RESERVED = new Set(
  (
    "all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create " +
    "default deferrable desc describe distinct do else end except false fetch for foreign from group having in " +
    "initially intersect into lambda lateral leading limit not null offset on only or order pivot pivot_longer " +
    "pivot_wider placing primary qualify references returning select show some summarize symmetric table then to " +
    "trailing true union unique unpivot using variadic when where window with " +
    "anti asof at authorization binary by collation columns concurrently cross freeze full generated glob ilike " +
    "inner is isnull join left like map natural notnull outer overlaps positional right semi similar struct " +
    "tablesample try_cast unpack verbose"
  ).split(" "),
);

/** A name as SQL takes it: bare where that is safe, else in double quotes. */
export function identifier(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) && !RESERVED.has(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** A text as SQL takes it. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A group as a table: DuckDB does not tell `Users` from `users`, so a second of two such names gets a number. */
export interface SqlTable {
  group: QueryGroup;
  /** Quoted where it must be, as everything here. */
  name: string;
  /** The column that numbers the rows in the order in which they were inserted. */
  inserted: string;
  column: (name: string) => string;
}

export interface SqlNames {
  tables: ReadonlyMap<string, SqlTable>;
  /** One per join: the table expression of the rows it found. */
  found: readonly string[];
}

/** The names of a query's tables and columns, none of which clash. */
export function sqlNames({ groups, joins }: QueryPlan): SqlNames {
  const taken = new Set<string>();
  const tables = new Map(
    groups.map((group): [string, SqlTable] => {
      const name = identifier(freeName(group.name, taken));
      const takenColumns = new Set<string>();
      const columns = new Map(
        group.columns.map((column) => [column.name, identifier(freeName(column.name, takenColumns))]),
      );
      const inserted = identifier(freeName("inserted", takenColumns));
      return [group.name, { group, name, inserted, column: (one) => columns.get(one) ?? identifier(one) }];
    }),
  );
  return { tables, found: joins.map(({ number }) => identifier(freeName(`found_${number}`, taken))) };
}

const UNITS = [
  ["day", 86_400_000_000n],
  ["hour", 3_600_000_000n],
  ["minute", 60_000_000n],
  ["second", 1_000_000n],
  ["millisecond", 1_000n],
  ["microsecond", 1n],
] as const;

/** Longer than all time that a timestamp can span, and still an interval. */
const LONGEST_US = 1_000_000n * 365n * 86_400_000_000n;

/** A duration as DuckDB writes one, exactly: `INTERVAL '1 day 6 hours'`. What is longer than all time is cut to that. */
export function interval(us: bigint): string {
  let rest = us > LONGEST_US ? LONGEST_US : us;
  const words: string[] = [];
  for (const [unit, size] of UNITS) {
    const count = rest / size;
    if (count > 0n) words.push(`${count} ${unit}${count === 1n ? "" : "s"}`);
    rest %= size;
  }
  return `INTERVAL '${words.join(" ") || "0 seconds"}'`;
}

/** Whether a timestamp may be moved by that much and still be one: DuckDB's reach 18,000 years farther than ours. */
export function canShift(us: bigint): boolean {
  return us < 10_000n * 365n * 86_400_000_000n;
}
