import { readValue } from "./columns/read-value";
import { quote, quoteAll, ServingError, suggest } from "./errors";
import type { FeatureGroup } from "./feature-group";
import type { CheckedJoin, CheckedView } from "./feature-view";
import { type ServingStatus, servingStatus } from "./online-rule";
import type { CellValue } from "./schema";
import type { OnlineRow } from "./storage/online-key";

/** What became of one online row. `eventTime` is there wherever there is a row, served or not. */
export interface Served {
  status: ServingStatus;
  eventTime: bigint | null;
}

/** What a look-up of one entity in the online store finds. */
export interface OnlineFeatures {
  /** The training table's columns less the label; int64 and times as `bigint`. */
  values: Record<string, CellValue>;
  joins: (Served & { fgName: string })[];
  /** The label group's own row; `null` where its keys were not given, so that it was not looked for. */
  spine: Served | null;
}

/** One row to look up: of which group, under which key. */
export interface OnlineRequest {
  group: FeatureGroup;
  key: readonly CellValue[];
}

/** A look-up, checked and read as the spine's types. */
export interface OnlineQuery {
  view: CheckedView;
  /** Spine column → value. */
  entity: ReadonlyMap<string, CellValue>;
  /** The rows it takes: one per join, in order; then, where its keys were given, the label group's own. */
  requests: readonly OnlineRequest[];
}

/**
 * Checks and reads what a caller looks up.
 *
 * @throws ServingError as `readEntity` does.
 */
export function readRequest(
  view: CheckedView,
  groupNamed: (name: string) => FeatureGroup,
  given: Readonly<Record<string, unknown>>,
): OnlineQuery {
  const spine = groupNamed(view.labelFg);
  const entity = readEntity(view, spine, groupNamed, given);
  const requests: OnlineRequest[] = view.joins.map((join) => {
    const group = groupNamed(join.fgName);
    return { group, key: keyOf(join, group, entity) };
  });
  if (spine.primaryKeys.every((key) => entity.has(key)))
    requests.push({ group: spine, key: spine.primaryKeys.map((key) => entity.get(key) ?? null) });
  return { view, entity, requests };
}

/**
 * Reads the entity that a caller looks up.
 *
 * @returns Spine column → value, of the spine's types.
 * @throws ServingError `unknown_entity_column`, `missing_entity_column`, `invalid_entity_value`, or `not_servable`
 *   where a join is not on exactly the keys that its group's online rows are kept under.
 */
function readEntity(
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
function keyOf(join: CheckedJoin, group: FeatureGroup, entity: ReadonlyMap<string, CellValue>): CellValue[] {
  return group.primaryKeys.map(
    (key) => entity.get(join.spineColumns[join.featureColumns.indexOf(key)]) ?? null,
  );
}

/**
 * Puts the looked-up rows under the training table's names. An expired value is never served as if it were fresh,
 * nor one from after `nowUs`.
 *
 * @param rows - Per request, the online row, if there is one.
 */
export function serve(
  { view, entity, requests }: OnlineQuery,
  rows: readonly (OnlineRow | undefined)[],
  nowUs: bigint,
): OnlineFeatures {
  const joins = view.joins.map((join, i) => ({
    fgName: join.fgName,
    ...servedOf(rows[i], join.rule.ttlUs, nowUs),
  }));
  const spineRow = rows[view.joins.length];
  // The label group's TTL plays no part: its row is looked up, not joined.
  const spine = requests.length > view.joins.length ? servedOf(spineRow, null, nowUs) : null;
  const values: [string, CellValue][] = [];
  for (const { name, join, column } of view.columns) {
    if (join >= 0)
      values.push([name, joins[join].status === "found" ? (rows[join]?.values[column] ?? null) : null]);
    else if (entity.has(column)) values.push([name, entity.get(column) ?? null]);
    else if (spine !== null && !view.label.includes(column))
      values.push([name, spine.status === "found" ? (spineRow?.values[column] ?? null) : null]);
  }
  return { values: Object.fromEntries(values), joins, spine };
}

function servedOf(row: OnlineRow | undefined, ttlUs: bigint | null, nowUs: bigint): Served {
  const eventTime = row?.eventTime ?? null;
  return { status: servingStatus(eventTime, ttlUs, nowUs), eventTime };
}
