import type { GroupDefinition, JoinDefinition, Scenario } from "../../scenario/scenario";
import { ValueBlur } from "./blur-values";

/** A scenario without the names and numbers of its author, and its column that an example is about. */
export interface Blurred {
  readonly scenario: Scenario;
  readonly column: string;
}

/**
 * Replaces what could tell whose data a small scenario of one join has: names by what they are for, and values as
 * {@link ValueBlur} does. Order and ties stay, and with them what every join makes of the rows.
 *
 * @param column - Of the join's group, whose rows must be written out.
 */
export function blurred(scenario: Scenario, column: string): Blurred {
  const [join] = scenario.view.joins;
  if (join === undefined) throw new RangeError("the scenario must have a join");
  const names = new Map(
    scenario.groups.map(({ definition }) => [
      definition.name,
      columnNames(definition, join, scenario.view.labelFg, column),
    ]),
  );
  const groupName = (name: string) => (name === scenario.view.labelFg ? "spine" : "group_a");
  const columnName = (group: string, name: string) => names.get(group)?.get(name) ?? name;
  const values = new ValueBlur(scenario.groups);
  const pairs = pairsOf(join.on);
  const on = pairs.map(
    ([ours, theirs]) => [columnName(scenario.view.labelFg, ours), columnName(join.fgName, theirs)] as const,
  );
  const feature = columnName(join.fgName, column);
  const groups = scenario.groups.map((group) => {
    const { definition } = group;
    const rename = (name: string) => columnName(definition.name, name);
    const keys = [
      ...definition.primaryKeys,
      ...(definition.name === scenario.view.labelFg ? pairs.map(([ours]) => ours) : []),
      ...(definition.name === join.fgName ? pairs.map(([, theirs]) => theirs) : []),
    ];
    return {
      definition: renamed(definition, groupName(definition.name), rename),
      rows: { kind: "inline" as const, rows: values.rows(group, keys, rename) },
    };
  });
  const view = {
    name: "view",
    labelFg: "spine",
    joins: [
      {
        ...join,
        fgName: groupName(join.fgName),
        on: on.every(([ours, theirs]) => ours === theirs) ? on.map(([name]) => name) : Object.fromEntries(on),
        features: [feature],
      },
    ],
  };
  return { scenario: { ...scenario, groups, view }, column: feature };
}

function renamed(definition: GroupDefinition, name: string, rename: (column: string) => string) {
  const { schema, columns, primaryKeys, eventTime, createdTime } = definition;
  return {
    ...definition,
    name,
    schema: Object.fromEntries(Object.entries(schema).map(([column, type]) => [rename(column), type])),
    ...(columns && { columns: columns.map(rename) }),
    primaryKeys: primaryKeys.map(rename),
    eventTime: rename(eventTime),
    ...(createdTime != null && { createdTime: rename(createdTime) }),
  };
}

/** What each column of a group is called by what it is for. A column that is for several things has the first name. */
function columnNames(
  definition: GroupDefinition,
  join: JoinDefinition,
  labelFg: string,
  feature: string,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const give = (column: string, name: string) => {
    if (!names.has(column)) names.set(column, name);
  };
  const pairs = pairsOf(join.on);
  for (const [i, [ours, theirs]] of pairs.entries()) {
    const key = pairs.length === 1 ? "key" : `key_${i + 1}`;
    if (definition.name === labelFg) give(ours, key);
    // Joined with itself on two columns, a group has both; and a key that is written too needs a name of its own.
    const isOther = theirs === feature || [...names.values()].includes(key);
    if (definition.name === join.fgName) give(theirs, isOther ? `joined_${key}` : key);
  }
  give(definition.eventTime, "event_time");
  if (definition.createdTime != null) give(definition.createdTime, "created_time");
  if (definition.name === join.fgName) give(feature, "feature");
  for (const [i, column] of Object.keys(definition.schema).entries()) give(column, `column_${i + 1}`);
  return names;
}

function pairsOf(on: JoinDefinition["on"]): (readonly [string, string])[] {
  if (typeof on === "string") return [[on, on]];
  return Array.isArray(on) ? on.map((column) => [column, column] as const) : Object.entries(on);
}
