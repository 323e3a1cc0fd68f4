import { type CellValue, type ColumnType, formatTime } from "../../microfs/core";
import { COLUMN_TYPES, everyMatchSql, type MatchSides, matchSql, tableOf } from "./duckdb-sql";
import { literal, type SqlTable, sqlNames } from "./duckdb-text";
import { type Example, exampleCells, examplePlan, type PlannedSide } from "./example";
import { oneLine } from "./query-plan";

/**
 * An example as SQL for DuckDB that needs no file and runs as it is: the rows, and a last statement that answers, per row of
 * either table, which join wrote it and what it wrote, in columns `written_by` and `value`.
 *
 * @throws RangeError where the example has no join, or lacks its column.
 */
export function exampleSql(example: Example): string {
  const { plan, sides, column } = examplePlan(example);
  const { tables, found } = sqlNames(plan);
  const spine = tableOf(tables, plan.spine.name);
  const features = tableOf(tables, plan.joins[0]?.group.name ?? "");
  const { group } = features;
  const created = group.createdTime === null ? [] : [`f.${features.column(group.createdTime)}`];
  const order = [`f.${features.column(group.eventTime)}`, ...created, `f.${features.inserted}`];
  return [
    `-- ${oneLine(sides.map(({ word }) => word).join(" and "))}: what each writes into one and the same row. For DuckDB 1.1 or newer. Times are in UTC.`,
    ...[...tables.values()].flatMap((table) => ["", ...tableSql(example, table)]),
    "",
    sides
      .map((side, i) => cteSql(side, `${i === 0 ? "WITH " : ""}${found[i]}`, { spine, features }))
      .join(",\n"),
    "SELECT written_by, value",
    "FROM (",
    sides
      .map((side, i) =>
        [
          `  SELECT ${side.number} AS side, ${literal(side.word)} AS written_by, f.${features.column(column.name)} AS value,`,
          `    row_number() OVER (ORDER BY ${order.join(", ")}) AS place`,
          `  FROM ${spine.name} s`,
          `  LEFT JOIN ${found[i]} m ON m.spine_row = s.${spine.inserted}`,
          `  LEFT JOIN ${features.name} f ON f.${features.inserted} = m.feature_row`,
          `  WHERE s.${spine.inserted} = ${example.spineRow + 1}`,
        ].join("\n"),
      )
      .join("\n  UNION ALL\n"),
    ")",
    "ORDER BY side, place;",
    "",
  ].join("\n");
}

function cteSql({ takes, join, planned }: PlannedSide, head: string, sides: MatchSides): string {
  return [
    `${head} AS (`,
    `  -- ${oneLine(takes)}`,
    ...(join.kind === "rule"
      ? matchSql(planned, sides)
      : everyMatchSql(planned, sides, join.kind === "same_date")),
    ")",
  ].join("\n");
}

function tableSql(example: Example, { group, name, inserted, column }: SqlTable): string[] {
  const columns = exampleCells(example, group);
  const types = columns.map((one) => `${column(one.name)} ${COLUMN_TYPES[one.type]}`);
  const rows = columns[0]?.cells.map((_, row) => {
    const cells = columns.map(({ type, cells: all }) => sqlCell(all[row] ?? null, type));
    return `  (${[row + 1, ...cells].join(", ")})`;
  });
  return [
    `CREATE OR REPLACE TEMP TABLE ${name} (${[`${inserted} BIGINT`, ...types].join(", ")});`,
    ...(rows === undefined || rows.length === 0 ? [] : [`INSERT INTO ${name} VALUES\n${rows.join(",\n")};`]),
  ];
}

/** Floats as text, which is read exactly: without it a decimal would be made of them first. */
function sqlCell(cell: CellValue, type: ColumnType): string {
  if (cell === null) return "NULL";
  if (typeof cell === "bigint") return type === "timestamp" ? literal(formatTime(cell)) : String(cell);
  return typeof cell === "boolean" ? String(cell) : literal(String(cell));
}
