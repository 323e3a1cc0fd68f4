import {
  type CellValue,
  type EntitySlice,
  type JoinDefinition,
  type JoinRule,
  type SliceJoin,
  type SliceSpine,
  trainingOrder,
} from "../../microfs/core";
import { applyEdits, type Edit, touches } from "./edit";
import { EditedTable } from "./edited-table";

/**
 * A slice as the edits leave it, ready for the real kernel. Spine rows stay in time order. Added rows of other entities
 * are not in it. O(rows), little where rows only change, and the same object where no edit concerns it.
 */
export function editSlice(slice: EntitySlice, edits: readonly Edit[]): EntitySlice {
  const joins = slice.joins.map((join, number) => editJoin(join, number, slice.entity, edits));
  const spine = touches(edits, slice.spine.fgName)
    ? editSpine(slice.spine, slice.entity, edits)
    : slice.spine;
  const isSame = spine === slice.spine && joins.every((join, i) => join === slice.joins[i]);
  return isSame ? slice : { ...slice, spine, joins };
}

function editJoin(
  join: SliceJoin,
  number: number,
  entity: EntitySlice["entity"],
  edits: readonly Edit[],
): SliceJoin {
  const rule = editedRule(join.rule, number, edits);
  const ruled = rule === join.rule ? join : { ...join, rule };
  if (!touches(edits, join.fgName)) return ruled;
  const isOfEntity = (values: ReadonlyMap<string, CellValue>) =>
    join.on.every(({ spineColumn, column }) => {
      const value = entity.find((part) => part.column === spineColumn)?.value ?? null;
      return value !== null && values.get(column) === value;
    });
  const table = new EditedTable(join, isOfEntity);
  applyEdits(edits, join.fgName, table);
  const { createdTime, createdTimesUs } = join;
  return {
    ...ruled,
    rows: table.rows,
    columns: table.columns,
    eventTimesUs: table.times(join.eventTime, join.eventTimesUs),
    createdTimesUs:
      createdTime === null || createdTimesUs === null ? null : table.times(createdTime, createdTimesUs),
  };
}

/** A join's rule as the edits leave it; the same object where none concerns it. */
export function editedRule(given: JoinRule, join: number, edits: readonly Edit[]): JoinRule {
  let rule = given;
  for (const edit of edits) {
    if (edit.kind !== "rule" || edit.join !== join) continue;
    if (edit.ttlUs !== undefined) rule = { ...rule, ttlUs: edit.ttlUs === null ? null : BigInt(edit.ttlUs) };
    if (edit.delayUs !== undefined) rule = { ...rule, delayUs: BigInt(edit.delayUs) };
    const {
      direction = rule.direction,
      clock = rule.clock,
      allowExactMatches = rule.allowExactMatches,
    } = edit;
    if (direction !== rule.direction || clock !== rule.clock || allowExactMatches !== rule.allowExactMatches)
      rule = { ...rule, direction, clock, allowExactMatches };
  }
  return rule;
}

function editSpine(spine: SliceSpine, entity: EntitySlice["entity"], edits: readonly Edit[]): SliceSpine {
  const isOfEntity = (values: ReadonlyMap<string, CellValue>) =>
    entity.every(({ column, value }) => value !== null && values.get(column) === value);
  const table = new EditedTable(spine, isOfEntity);
  applyEdits(edits, spine.fgName, table);
  const { rows, columns } = table;
  const times = table.times(spine.eventTime, spine.timesUs);
  const order = trainingOrder(times, rows);
  return {
    ...spine,
    rows: Int32Array.from(order, (i) => rows[i] ?? -1),
    timesUs: BigInt64Array.from(order, (i) => times[i] ?? 0n),
    columns: columns.map((column) => ({
      ...column,
      values: Array.from(order, (i) => column.values[i] ?? null),
    })),
  };
}

/**
 * A view's definition with the rules that edits have left it. Joins that no edit concerns stay as they were written.
 *
 * @param rules - Per join its rule before the edits.
 */
export function editedView<View extends { readonly joins: readonly JoinDefinition[] }>(
  definition: View,
  rules: readonly JoinRule[],
  edits: readonly Edit[],
): View {
  const joins = definition.joins.map((join, number): JoinDefinition => {
    const before = rules[number];
    const rule = before && editedRule(before, number, edits);
    if (rule === undefined || rule === before) return join;
    return {
      ...join,
      ttl: rule.ttlUs === null ? null : milliseconds(rule.ttlUs),
      delay: milliseconds(rule.delayUs),
      direction: rule.direction,
      asOf: rule.clock,
      allowExactMatches: rule.allowExactMatches,
    };
  });
  return { ...definition, joins };
}

function milliseconds(us: bigint): number {
  return Number(us) / 1000;
}
