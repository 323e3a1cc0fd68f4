import type { FeatureGroup } from "../../microfs";
import { type CheckedJoin, columnOrder, type JoinRule, writeDuration } from "../../microfs/core";
import { inlineOf } from "../../scenario/inline-value";
import type { GroupDefinition, JoinDefinition, Scenario, ScenarioGroup } from "../../scenario/scenario";
import type { ComparedJoin, ComparedView } from "../compared-view";

/** The one cell that an example is about. */
export interface ExampleCell {
  readonly data: ComparedView;
  readonly joined: ComparedJoin;
  /** A row of the spine. */
  readonly spineRow: number;
  /** A column of the join's group. */
  readonly column: string;
}

/** A row or a column of a group that an example can have or not. */
export type ExampleUnit =
  | { readonly kind: "row"; readonly fgName: string; readonly row: number }
  | { readonly kind: "column"; readonly fgName: string; readonly column: string };

/** The groups that an example needs: the spine, and the join's where that is another. */
function groupsOf({ data, joined }: ExampleCell): FeatureGroup[] {
  return joined.group.name === data.spine.name ? [data.spine] : [data.spine, joined.group];
}

/**
 * What an example could do without, beside its rows of features: columns that are no key of the join, no time and not the
 * feature itself.
 */
export function spareColumns(cell: ExampleCell): ExampleUnit[] {
  return groupsOf(cell).flatMap((group) => {
    const needed = neededColumns(cell, group);
    return [...group.checked.schema.keys()]
      .filter((column) => !needed.has(column))
      .map((column) => ({ kind: "column", fgName: group.name, column }) as const);
  });
}

function neededColumns({ data, joined, column }: ExampleCell, group: FeatureGroup): ReadonlySet<string> {
  const { join } = joined;
  const needed = new Set([...keysOf(data, joined.join, group), group.eventTime]);
  if (group.name === data.spine.name) for (const key of join.spineColumns) needed.add(key);
  if (group.name !== join.fgName) return needed;
  for (const key of [...join.featureColumns, column]) needed.add(key);
  if (group.createdTime !== undefined) needed.add(group.createdTime);
  return needed;
}

/** The primary keys that an example's group has: those that the join is on, where they can name a row. */
function keysOf({ spine }: ComparedView, join: CheckedJoin, group: FeatureGroup): readonly string[] {
  const { primaryKeys, eventTime, createdTime } = group;
  // Rows of a group that is joined with itself need not have all columns of the join.
  if (spine.name === join.fgName) return primaryKeys;
  const on = group.name === join.fgName ? join.featureColumns : join.spineColumns;
  const keys = on.filter((column) => column !== eventTime && column !== createdTime);
  return keys.length === 0 ? primaryKeys : keys;
}

/** A scenario, and the spine row's number in it. */
export interface ExampleScenario {
  readonly scenario: Scenario;
  readonly spineRow: number;
}

/** The scenario that has these rows and columns, and what it cannot do without: the spine row, the join, keys and times. */
export function exampleScenario(
  cell: ExampleCell,
  units: readonly ExampleUnit[],
  title: string,
): ExampleScenario {
  const { data, joined, column } = cell;
  const rowsOf = (group: FeatureGroup) => {
    const rows = units.flatMap((unit) => (unit.kind === "row" && unit.fgName === group.name ? unit.row : []));
    const isSpine = group.name === data.spine.name && !rows.includes(cell.spineRow);
    return (isSpine ? [...rows, cell.spineRow] : rows).sort((a, b) => a - b);
  };
  const spineRow = rowsOf(data.spine).indexOf(cell.spineRow);
  const { join, group } = joined;
  const scenario: Scenario = {
    version: 1,
    name: "smallest-example",
    title,
    groups: groupsOf(cell).map((one) => {
      const needed = neededColumns(cell, one);
      const kept = (name: string) =>
        needed.has(name) ||
        units.some((unit) => unit.kind === "column" && unit.fgName === one.name && unit.column === name);
      return exampleGroup(cell, one, [...one.checked.schema.keys()].filter(kept), rowsOf(one));
    }),
    view: {
      name: data.view.name,
      labelFg: data.spine.name,
      joins: [{ fgName: group.name, on: onOf(join), ...ruleOf(join.rule, group), features: [column] }],
    },
    start: { row: spineRow, join: 0, phase: "write_cell" },
  };
  return { scenario, spineRow };
}

function exampleGroup(
  { data, joined }: ExampleCell,
  group: FeatureGroup,
  columns: readonly string[],
  rows: readonly number[],
): ScenarioGroup {
  const isJoined = group.name === joined.group.name;
  const { delayUs } = group.checked;
  const definition: GroupDefinition = {
    name: group.name,
    schema: Object.fromEntries(columns.map((column) => [column, group.column(column).type])),
    ...(columnOrder(columns) as { columns?: string[] }),
    primaryKeys: [...keysOf(data, joined.join, group)],
    eventTime: group.eventTime,
    // The spine's own clock says nothing of a join. A TTL stands in the join.
    ...(isJoined && group.createdTime !== undefined ? { createdTime: group.createdTime } : {}),
    ...(isJoined && delayUs > 0n ? { delay: writeDuration(delayUs) } : {}),
  };
  const read = columns.map((column) => ({ column, values: group.column(column) }));
  const inline = rows.map((row) =>
    Object.fromEntries(read.map(({ column, values }) => [column, inlineOf(values.get(row), values.type)])),
  );
  return { definition, rows: { kind: "inline", rows: inline } };
}

function onOf({ spineColumns, featureColumns }: CheckedJoin): JoinDefinition["on"] {
  const pairs = spineColumns.map((column, i) => [column, featureColumns[i] ?? column] as const);
  return pairs.every(([ours, theirs]) => ours === theirs) ? [...spineColumns] : Object.fromEntries(pairs);
}

/** A rule as a join's definition says it: what a group with that clock and delay and no TTL would do anyway is left out. */
function ruleOf(rule: JoinRule, group: FeatureGroup): Omit<JoinDefinition, "fgName" | "on" | "features"> {
  const { clock, delayUs } = group.clock;
  return {
    ...(rule.direction === "backward" ? {} : { direction: rule.direction }),
    ...(rule.clock === clock ? {} : { asOf: rule.clock }),
    ...(rule.delayUs === delayUs ? {} : { delay: writeDuration(rule.delayUs) }),
    ...(rule.ttlUs === null ? {} : { ttl: writeDuration(rule.ttlUs) }),
    ...(rule.allowExactMatches ? {} : { allowExactMatches: false }),
  };
}
