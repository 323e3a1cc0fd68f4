import type { ColumnType } from "../../microfs/core";
import {
  canShift,
  identifier,
  interval,
  literal,
  type SqlNames,
  type SqlTable,
  sqlNames,
} from "./duckdb-text";
import { oneLine, type QueryInput, type QueryJoin, type QueryPlan, queryPlan, ruleWords } from "./query-plan";

/** What DuckDB calls each type. */
export const COLUMN_TYPES: Readonly<Record<ColumnType, string>> = {
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
    (one) => `    ${literal(unquoted(column(one.name)))}: ${literal(COLUMN_TYPES[one.type])}`,
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

/** @throws RangeError where the query does not read the group. */
export function tableOf(tables: SqlNames["tables"], name: string): SqlTable {
  const table = tables.get(name);
  if (table === undefined) throw new RangeError(`the query must read the group: ${JSON.stringify(name)}`);
  return table;
}

/** One join's two tables: `s` is the spine, `f` the features. */
export interface MatchSides {
  spine: SqlTable;
  features: SqlTable;
}

/**
 * A query that finds, for each spine row that has one, its feature row: columns `spine_row` and `feature_row`.
 * An ASOF JOIN where that is exact: it asks one clock only, and takes any of equal times, so that it is given the last.
 */
export function matchSql(join: QueryJoin, sides: MatchSides): string[] {
  const { direction, clock, delayUs } = join.rule;
  if (direction === "latest") return latestSql(join, sides);
  if (direction === "forward" || (direction === "backward" && clock === "event_time" && canShift(delayUs)))
    return asofSql(join, sides);
  return rankedSql(join, sides);
}

/** The same columns for every pair of one entity: of the same calendar date in UTC, or all. */
export function everyMatchSql(join: QueryJoin, sides: MatchSides, ofSameDate: boolean): string[] {
  const { spine, features } = sides;
  const date = (table: string, { column, group }: SqlTable) =>
    `date_trunc('day', ${table}.${column(group.eventTime)})`;
  return [
    ...selectRows(sides),
    `  JOIN ${features.name} f ON ${sameEntity(join, sides).join(" AND ")}`,
    ...where(ofSameDate ? [`${date("s", spine)} = ${date("f", features)}`] : []),
  ];
}

function asofSql(join: QueryJoin, sides: MatchSides): string[] {
  const { spine, features } = sides;
  const { direction, delayUs, allowExactMatches } = join.rule;
  const event = `f.${features.column(features.group.eventTime)}`;
  const moment = `s.${spine.column(spine.group.eventTime)}`;
  const usableFrom = delayUs > 0n ? `${event} + ${interval(delayUs)}` : event;
  // A row that has to wait is never of the very same moment.
  const past = allowExactMatches || delayUs > 0n ? ">=" : ">";
  const when =
    direction === "forward"
      ? `${moment} ${allowExactMatches ? "<=" : "<"} ${event}`
      : `${moment} ${past} ${usableFrom}`;
  const keys = join.on.map(({ feature }) => `f.${features.column(feature)}`);
  return [
    ...selectRows(sides),
    "  ASOF JOIN (",
    "    -- ASOF JOIN may take any of equal times: of those, keep the one created last, then the one inserted last.",
    `    SELECT * FROM ${features.name} f`,
    `    QUALIFY row_number() OVER (PARTITION BY ${[...keys, event].join(", ")} ORDER BY ${lastFirst(features)}) = 1`,
    "  ) f",
    `  ON ${[...sameEntity(join, sides), when].join(" AND ")}`,
    ...where(age(join, sides, direction === "forward" ? "ahead" : "back")),
  ];
}

function rankedSql(join: QueryJoin, sides: MatchSides): string[] {
  const { spine, features } = sides;
  const { direction, clock, delayUs, allowExactMatches } = join.rule;
  const event = `f.${features.column(features.group.eventTime)}`;
  const moment = `s.${spine.column(spine.group.eventTime)}`;
  const isNearest = direction === "nearest";
  const conditions: string[] = [];
  if (isNearest) {
    if (!allowExactMatches) conditions.push(`${event} <> ${moment}`);
  } else {
    const { createdTime, eventTime } = features.group;
    const known = `f.${features.column(clock === "created_time" ? (createdTime ?? eventTime) : eventTime)}`;
    conditions.push(`${event} ${allowExactMatches ? "<=" : "<"} ${moment} -- it has happened`);
    conditions.push(
      delayUs > 0n
        ? `${moment} - ${known} >= ${interval(delayUs)} -- it is known, and the delay is over`
        : `${known} <= ${moment} -- it is known`,
    );
  }
  conditions.push(...age(join, sides, isNearest ? "both" : "back"));
  const first = isNearest ? [`${distance(event, moment)}, ${event}`] : [`${event} DESC`];
  return [
    ...selectRows(sides),
    `  JOIN ${features.name} f ON ${sameEntity(join, sides).join(" AND ")}`,
    ...where(conditions),
    `  QUALIFY row_number() OVER (PARTITION BY s.${spine.inserted} ORDER BY ${[...first, lastFirst(features)].join(", ")}) = 1`,
  ];
}

function latestSql(join: QueryJoin, sides: MatchSides): string[] {
  const { features } = sides;
  const keys = join.on.map(({ feature }) => `f.${features.column(feature)}`);
  const event = `f.${features.column(features.group.eventTime)}`;
  return [
    ...selectRows(sides),
    "  JOIN (",
    `    SELECT * FROM ${features.name} f`,
    `    QUALIFY row_number() OVER (PARTITION BY ${keys.join(", ")} ORDER BY ${event} DESC, ${lastFirst(features)}) = 1`,
    "  ) f",
    `  ON ${sameEntity(join, sides).join(" AND ")}`,
    ...where(age(join, sides, "back")),
  ];
}

function selectRows({ spine, features }: MatchSides): string[] {
  return [
    `  SELECT s.${spine.inserted} AS spine_row, f.${features.inserted} AS feature_row`,
    `  FROM ${spine.name} s`,
  ];
}

/** Equal keys, column by column. Null equals nothing; DuckDB's NaN equals NaN, microFS's nothing. */
function sameEntity({ on }: QueryJoin, { spine, features }: MatchSides): string[] {
  return on.flatMap(({ spine: ours, feature, type }) => {
    const key = `s.${spine.column(ours)}`;
    const equal = `${key} = f.${features.column(feature)}`;
    return type === "float64" ? [equal, `NOT isnan(${key})`] : [equal];
  });
}

/** Of rows of one time: the one created last, then the one inserted last. */
function lastFirst({ group, column, inserted }: SqlTable): string {
  const created = group.createdTime === null ? [] : [`f.${column(group.createdTime)} DESC`];
  return [...created, `f.${inserted} DESC`].join(", ");
}

function age(join: QueryJoin, { spine, features }: MatchSides, side: "back" | "ahead" | "both"): string[] {
  const { ttlUs } = join.rule;
  if (ttlUs === null) return [];
  const event = `f.${features.column(features.group.eventTime)}`;
  const moment = `s.${spine.column(spine.group.eventTime)}`;
  const far = { back: `${moment} - ${event}`, ahead: `${event} - ${moment}`, both: distance(event, moment) };
  return [`${far[side]} <= ${interval(ttlUs)} -- it has not expired`];
}

function distance(a: string, b: string): string {
  return `greatest(${a}, ${b}) - least(${a}, ${b})`;
}

function where(conditions: readonly string[]): string[] {
  return conditions.map((condition, at) => `  ${at === 0 ? "WHERE" : "  AND"} ${condition}`);
}
