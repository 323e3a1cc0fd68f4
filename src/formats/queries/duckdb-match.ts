import { canShift, interval } from "./duckdb-interval";
import type { SqlTable } from "./duckdb-names";
import type { QueryJoin } from "./query-plan";

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
