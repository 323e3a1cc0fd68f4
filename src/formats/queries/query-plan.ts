import {
  type ColumnType,
  checkGroup,
  type FeatureGroupDefinition,
  type FeatureViewDefinition,
  formatDuration,
  type JoinRule,
  type ViewColumn,
} from "../../microfs/core";
import { DIRECTION_TERMS } from "../../terms/directions";

/** A view and its groups as plain data: what a query is written from. */
export interface QueryInput {
  view: FeatureViewDefinition;
  /** At least the groups that the view names. */
  groups: readonly FeatureGroupDefinition[];
  /** One per join of the view, the groups' own TTLs, delays and clocks taken in. */
  rules: readonly JoinRule[];
  /** The training table's columns, in order. */
  columns: readonly ViewColumn[];
}

export interface QueryColumn {
  name: string;
  type: ColumnType;
}

/** A group that a query reads. */
export interface QueryGroup {
  name: string;
  /** What its file is called, without the ending. */
  stem: string;
  columns: readonly QueryColumn[];
  primaryKeys: readonly string[];
  eventTime: string;
  createdTime: string | null;
  definition: FeatureGroupDefinition;
}

export interface QueryJoin {
  /** Counts from 1, for names and for people. */
  number: number;
  group: QueryGroup;
  on: readonly { spine: string; feature: string; type: ColumnType }[];
  rule: JoinRule;
}

/** A view with everything that it names looked up. */
export interface QueryPlan {
  view: FeatureViewDefinition;
  spine: QueryGroup;
  joins: readonly QueryJoin[];
  /** Each group once: the spine, then the joined ones in the order of their first join. */
  groups: readonly QueryGroup[];
  columns: readonly ViewColumn[];
  label: readonly string[];
}

/**
 * Looks up what a view names.
 *
 * @throws RangeError where a group or a rule is missing from the input.
 */
export function queryPlan({ view, groups, rules, columns }: QueryInput): QueryPlan {
  const names = [...new Set([view.labelFg, ...view.joins.map((join) => join.fgName)])];
  const stems = fileStems(names);
  const read = names.map((name): QueryGroup => {
    const definition = groups.find((group) => group.name === name);
    if (definition === undefined)
      throw new RangeError(`the query's groups must hold the view's: ${JSON.stringify(name)}`);
    return queryGroup(definition, stems.get(name) ?? name);
  });
  const groupNamed = (name: string): QueryGroup => {
    const group = read.find((one) => one.name === name);
    if (group === undefined) throw new RangeError(`the view must name the group: ${JSON.stringify(name)}`);
    return group;
  };
  const joins = view.joins.map((join, at): QueryJoin => {
    const rule = rules[at];
    if (rule === undefined) throw new RangeError(`every join must have a rule: join ${at}`);
    const group = groupNamed(join.fgName);
    const on = pairsOf(join.on).map(([spine, feature]) => ({ spine, feature, type: typeOf(group, feature) }));
    return { number: at + 1, group, on, rule };
  });
  const label = typeof view.label === "string" ? [view.label] : (view.label ?? []);
  return { view, spine: groupNamed(view.labelFg), joins, groups: read, columns, label };
}

function queryGroup(definition: FeatureGroupDefinition, stem: string): QueryGroup {
  const { name, primaryKeys, eventTime, createdTime } = definition;
  const { schema } = checkGroup(definition);
  return {
    name,
    stem,
    columns: Array.from(schema, ([column, type]) => ({ name: column, type })),
    primaryKeys,
    eventTime,
    createdTime: createdTime ?? null,
    definition,
  };
}

function pairsOf(on: FeatureViewDefinition["joins"][number]["on"]): readonly (readonly [string, string])[] {
  if (typeof on === "string") return [[on, on]];
  return Array.isArray(on)
    ? on.map((column: string) => [column, column] as const)
    : Object.entries(on as Readonly<Record<string, string>>);
}

function typeOf(group: QueryGroup, column: string): ColumnType {
  const found = group.columns.find(({ name }) => name === column);
  if (found === undefined) throw new RangeError(`${group.name} must have the column: ${column}`);
  return found.type;
}

/**
 * The wanted name, or that name with a number behind it where it is taken, whatever the case of its letters: SQL
 * and some file systems do not tell `Users` from `users`. The name is taken from then on.
 *
 * @param taken - Names in lower case; grows.
 */
export function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted}_${number}`;
  taken.add(name.toLowerCase());
  return name;
}

/** What some file system does not take in a name, or DuckDB reads as a pattern of names. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const IMPOSSIBLE = /[\u0000-\u001f<>:"/\\|?*[\]{}~]/g;

/** A file name without ending for each group, by the group's name: safe everywhere, and no two alike, in any case. */
function fileStems(names: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    names.map((name) => {
      const safe = name.replace(IMPOSSIBLE, "_").replace(/^[.\s]+|[.\s]+$/g, "_") || "group";
      return [name, freeName(safe, taken)];
    }),
  );
}

/** What a join asks for, as a comment says it: `payments: the latest row known, no older than 45 d`. */
export function ruleWords({ group, rule }: QueryJoin): string {
  const parts: string[] = [DIRECTION_TERMS[rule.direction].wanted];
  if (rule.direction === "backward") {
    if (rule.clock === "created_time") parts.push("by its created time");
    if (rule.delayUs > 0n) parts.push(`known for ${formatDuration(rule.delayUs)}`);
  }
  if (rule.ttlUs !== null)
    parts.push(rule.ttlUs === 0n ? "of the same instant" : `within ${formatDuration(rule.ttlUs)}`);
  if (!rule.allowExactMatches && rule.direction !== "latest") parts.push("never of the very same moment");
  return oneLine(`${group.name}: ${parts.join(", ")}`);
}

/** A text that can stand in a comment of one line, whatever is in it. */
export function oneLine(text: string): string {
  return text.replace(/\p{C}|[\u2028\u2029]/gu, " ");
}
