import { readValue } from "../columns/read-value";
import { quote, quoteAll, ServingError, suggest } from "../errors";
import type { FeatureGroup } from "../feature-group";
import type { CheckedJoin, CheckedView } from "../feature-view";
import type { CellValue } from "../schema";
import type { OnlineRow } from "../storage/online-row";

/** Whether a join's features were served, or why not. */
export type ServingStatus = "found" | "not_found" | "expired" | "future";

/** What the online store answers a model that asks about one entity. */
export interface OnlineFeatures {
  /** The training table's columns less the label; int64 and times as `bigint`. */
  values: Record<string, CellValue>;
  joins: { fgName: string; status: ServingStatus; eventTime: bigint | null }[];
}

/**
 * Reads the entity a caller asks about.
 *
 * @returns Spine column → value, of the spine's types.
 * @throws ServingError `unknown_entity_column`, `missing_entity_column`, `invalid_entity_value`, or `not_servable`
 *   where a join is not on exactly the keys that its group's online rows are kept under.
 */
export function readEntity(
  view: CheckedView,
  spine: FeatureGroup,
  groupNamed: (name: string) => FeatureGroup,
  entity: Readonly<Record<string, unknown>>,
): Map<string, CellValue> {
  for (const join of view.joins) checkServable(view, join, groupNamed(join.fgName));
  const needed = new Set(view.joins.flatMap((join) => join.spineColumns));
  const allowed = new Set([...needed, ...spine.primaryKeys]);
  const given = new Map(Object.entries(entity ?? {}).filter(([, value]) => value !== undefined));
  for (const column of given.keys()) {
    if (allowed.has(column)) continue;
    throw new ServingError(
      "unknown_entity_column",
      `Feature view ${quote(view.name)} is not looked up by ${quote(column)}. ${suggest(column, allowed)}`,
    );
  }
  const missing = [...needed].filter((column) => !given.has(column));
  if (missing.length > 0) {
    throw new ServingError(
      "missing_entity_column",
      `Feature view ${quote(view.name)} is looked up by ${quoteAll(needed)}; ${quoteAll(missing)} ${missing.length === 1 ? "is" : "are"} missing.`,
    );
  }
  return new Map(Array.from(given, ([column, value]) => [column, readEntityValue(spine, column, value)]));
}

function readEntityValue(spine: FeatureGroup, column: string, value: unknown): CellValue {
  const { type } = spine.column(column);
  const read = readValue(type, value);
  if (read.ok) return read.value;
  const shown = typeof value === "string" ? quote(value) : String(value);
  throw new ServingError("invalid_entity_value", `${quote(column)} is ${type}, and ${shown} ${read.reason}.`);
}

function checkServable(view: CheckedView, join: CheckedJoin, group: FeatureGroup): void {
  const isOnKeys =
    join.featureColumns.length === group.primaryKeys.length &&
    group.primaryKeys.every((key) => join.featureColumns.includes(key));
  if (isOnKeys) return;
  throw new ServingError(
    "not_servable",
    `Feature view ${quote(view.name)} can be trained on but not served: it joins ${quote(group.name)} on ${quoteAll(join.featureColumns)}, ` +
      `and the online store keeps that group's rows by ${quoteAll(group.primaryKeys)}. Join on exactly those.`,
  );
}

/** A join's online key for an entity: the primary key's values, in the order of the group's primary keys. */
export function keyOf(
  join: CheckedJoin,
  group: FeatureGroup,
  entity: ReadonlyMap<string, CellValue>,
): CellValue[] {
  return group.primaryKeys.map(
    (key) => entity.get(join.spineColumns[join.featureColumns.indexOf(key)]) ?? null,
  );
}

/**
 * Puts the looked-up rows under the training table's names. An expired value is never served as if it were fresh,
 * nor one from after `nowUs`.
 *
 * @param rows - Per join, its group's online row, if there is one.
 * @param spineRow - The label group's own online row; `null` where its keys were not given.
 */
export function serve(
  view: CheckedView,
  entity: ReadonlyMap<string, CellValue>,
  rows: readonly (OnlineRow | undefined)[],
  spineRow: OnlineRow | undefined | null,
  nowUs: bigint,
): OnlineFeatures {
  const joins = view.joins.map((join, i) => {
    const row = rows[i];
    return {
      fgName: join.fgName,
      status: statusOf(row, join.rule.ttlUs, nowUs),
      eventTime: row?.eventTime ?? null,
    };
  });
  const spineValues = spineRow != null && spineRow.eventTime <= nowUs ? spineRow.values : null;
  const values: [string, CellValue][] = [];
  for (const { name, join, column } of view.columns) {
    if (join >= 0)
      values.push([name, joins[join].status === "found" ? (rows[join]?.values[column] ?? null) : null]);
    else if (entity.has(column)) values.push([name, entity.get(column) ?? null]);
    else if (spineRow !== null && !view.label.includes(column))
      values.push([name, spineValues === null ? null : spineValues[column]]);
  }
  return { values: Object.fromEntries(values), joins };
}

function statusOf(row: OnlineRow | undefined, ttlUs: bigint | null, nowUs: bigint): ServingStatus {
  if (row === undefined) return "not_found";
  if (row.eventTime > nowUs) return "future";
  return ttlUs !== null && nowUs - row.eventTime > ttlUs ? "expired" : "found";
}
