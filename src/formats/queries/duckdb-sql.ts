import type { ColumnType } from "../../microfs/schema";
import { matchSql } from "./duckdb-match";
import { identifier, literal, type SqlNames, type SqlTable, sqlNames } from "./duckdb-names";
import { type QueryInput, type QueryPlan, queryPlan } from "./query-plan";
import { oneLine, ruleWords } from "./rule-words";

const TYPES: Readonly<Record<ColumnType, string>> = {
  int64: "BIGINT",
  float64: "DOUBLE",
  string: "VARCHAR",
  bool: "BOOLEAN",
  timestamp: "TIMESTAMP",
};

/**
 * A view as DuckDB SQL that runs as it is beside the groups' CSV files, and whose last statement answers the rows that
 * `getTrainingData` answers, cell by cell and in the same order. Times are TIMESTAMP, in UTC.
 *
 * @throws RangeError where the input lacks a group or a rule of the view.
 */
export function duckdbSql(input: QueryInput): string {
  const plan = queryPlan(input);
  const names = sqlNames(plan);
  return [
    `-- The training table of the feature view ${oneLine(plan.view.name)}, for DuckDB 1.1 or newer. Times are in UTC.`,
    "-- It reads the groups' CSV files, rows in the order in which they were inserted: the last tie-break.",
    ...[...names.tables.values()].flatMap((table) => ["", ...tableSql(table)]),
    "",
    ...trainingSql(plan, names),
    "",
  ].join("\n");
}

function tableSql({ group, name, inserted, column }: SqlTable): string[] {
  const columns = group.columns.map(
    (one) => `    ${literal(unquoted(column(one.name)))}: ${literal(TYPES[one.type])}`,
  );
  return [
    `CREATE OR REPLACE TEMP TABLE ${name} AS`,
    `SELECT row_number() OVER () AS ${inserted}, *`,
    `FROM read_csv(${literal(`${group.stem}.csv`)}, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',`,
    '  -- A blank cell is a null; an empty text is written as "".',
    "  nullstr = '', allow_quoted_nulls = false,",
    "  columns = {",
    `${columns.join(",\n")}`,
    "  });",
  ];
}

/** A name as it is, from how SQL takes it. */
function unquoted(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}

function trainingSql(plan: QueryPlan, { tables, found }: SqlNames): string[] {
  const spine = tableOf(tables, plan.spine.name);
  const matches = plan.joins.map((join, at) => {
    const sides = { spine, features: tableOf(tables, join.group.name) };
    return [
      `${at === 0 ? "WITH " : ""}${found[at]} AS (`,
      `  -- ${ruleWords(join)}`,
      ...matchSql(join, sides),
      ")",
    ].join("\n");
  });
  const selected = plan.columns.map(({ name, join, column }) => {
    const table = join < 0 ? spine : tableOf(tables, plan.joins[join]?.group.name ?? "");
    const source = `${join < 0 ? "s" : `f${join + 1}`}.${table.column(column)}`;
    const as = identifier(name) === table.column(column) ? "" : ` AS ${identifier(name)}`;
    return { text: `  ${source}${as}`, isLabel: join < 0 && plan.label.includes(column) };
  });
  const lines = selected.map(({ text, isLabel }, at) => {
    const comma = at < selected.length - 1 ? "," : "";
    return `${text}${comma}${isLabel ? " -- the label: in training, never in serving" : ""}`;
  });
  const joins = plan.joins.flatMap(({ group, number }, at) => {
    const features = tableOf(tables, group.name);
    return [
      `LEFT JOIN ${found[at]} m${number} ON m${number}.spine_row = s.${spine.inserted}`,
      `LEFT JOIN ${features.name} f${number} ON f${number}.${features.inserted} = m${number}.feature_row`,
    ];
  });
  return [
    ...(matches.length === 0 ? [] : matches.join(",\n").split("\n")),
    "SELECT",
    ...lines,
    `FROM ${spine.name} s`,
    ...joins,
    `ORDER BY s.${spine.column(plan.spine.eventTime)}, s.${spine.inserted};`,
  ];
}

function tableOf(tables: SqlNames["tables"], name: string): SqlTable {
  const table = tables.get(name);
  if (table === undefined) throw new RangeError(`the query must read the group: ${JSON.stringify(name)}`);
  return table;
}
