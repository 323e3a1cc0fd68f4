import { formatDuration } from "../../microfs/core";
import { pyDict, pyList, pySchema, pyText } from "./python-text";
import {
  oneLine,
  type QueryGroup,
  type QueryInput,
  type QueryJoin,
  type QueryPlan,
  queryPlan,
} from "./query-plan";

/** microFS's own words for types. */
const WORDS: Readonly<Record<string, string>> = {
  int64: "int",
  float64: "float",
  string: "str",
  bool: "bool",
  timestamp: "datetime",
};

/** How pandas reads a column; times are parsed apart. */
const DTYPES: Readonly<Record<string, string>> = {
  int64: "Int64",
  float64: "float64",
  string: "string",
  bool: "boolean",
};

/**
 * A view in the verbs of microFS, the Python teaching library: a script that runs as it is beside the groups' CSV
 * files. What those verbs cannot say is said in its comments, join by join.
 *
 * @throws RangeError where the input lacks a group or a rule of the view.
 */
export function microfsPython(input: QueryInput): string {
  const plan = queryPlan(input);
  const sources = joinSources(plan);
  const missing = unsupported(plan);
  return [
    `# The feature view ${oneLine(plan.view.name)} in microFS, the Python teaching library.`,
    "import pandas as pd",
    "from microfs import FeatureStore",
    "",
    "fs = FeatureStore()",
    ...groupLines(plan.spine, plan.spine.name, []),
    ...[...new Map(sources.map((source) => [source.name, source])).values()]
      .filter(({ name }) => name !== plan.spine.name)
      .flatMap(({ join, name, renames }) => groupLines(join.group, name, renames)),
    "",
    ...(missing.length === 0 ? [] : ["# What its verbs cannot say, and this script therefore does not do:"]),
    ...missing.map((line) => `# - ${line}`),
    "fs.create_feature_view(",
    `    name=${pyText(plan.view.name)},`,
    `    label_fg=${pyText(plan.spine.name)},`,
    "    joins=[",
    ...sources.map(
      ({ name, join }) =>
        `        {"fg_name": ${pyText(name)}, "on": ${pyList(join.on.map(({ spine }) => spine))}},`,
    ),
    "    ],",
    ")",
    `training = fs.get_training_data(${pyText(plan.view.name)})`,
    "print(training)",
    "",
  ].join("\n");
}

interface JoinSource {
  join: QueryJoin;
  /** The group's name in Python: another one where its columns must be renamed for this join. */
  name: string;
  renames: readonly (readonly [string, string])[];
}

/** microFS joins only on columns of one name: a group whose keys are called otherwise is stored under a second name. */
function joinSources({ joins, groups }: QueryPlan): JoinSource[] {
  const names = new Set(groups.map(({ name }) => name));
  return joins.map((join) => {
    const renames = join.on
      .filter(({ spine, feature }) => spine !== feature)
      .map(({ spine, feature }) => [feature, spine] as const);
    if (renames.length === 0) return { join, name: join.group.name, renames };
    let name = `${join.group.name}_by_${join.on.map(({ spine }) => spine).join("_")}`;
    while (names.has(name)) name += "_";
    names.add(name);
    return { join, name, renames };
  });
}

function groupLines(
  group: QueryGroup,
  name: string,
  renames: readonly (readonly [string, string])[],
): string[] {
  const times = group.columns.filter(({ type }) => type === "timestamp").map((column) => column.name);
  const dtypes = group.columns
    .filter(({ type }) => type !== "timestamp")
    .map((column): [string, string] => [column.name, DTYPES[column.type] ?? "string"]);
  const named = (column: string) => renames.find(([from]) => from === column)?.[1] ?? column;
  const renamed: QueryGroup = {
    ...group,
    columns: group.columns.map((column) => ({ ...column, name: named(column.name) })),
  };
  const rename = renames.length === 0 ? "" : `.rename(columns=${pyDict(renames)})`;
  return [
    "",
    "fs.create_feature_group(",
    `    name=${pyText(name)},`,
    `    schema=${pySchema(renamed, (type) => WORDS[type] ?? type)},`,
    `    primary_keys=${pyList(group.primaryKeys.map(named))},`,
    `    event_time=${pyText(named(group.eventTime))},`,
    ")",
    `fs.insert(${pyText(name)}, pd.read_csv(${pyText(`${group.stem}.csv`)}, dtype=${pyDict(dtypes)}, parse_dates=${pyList(times)})${rename})`,
  ];
}

/** What of a view the Python verbs have no words for, as sentences. */
export function unsupported(plan: QueryPlan): string[] {
  const lines = plan.joins.flatMap(({ group, rule, number, on }) => {
    const lacks: string[] = [];
    const definition = plan.view.joins[number - 1];
    if (rule.direction !== "backward") lacks.push(`direction "${rule.direction}" (it always looks backward)`);
    if (rule.ttlUs !== null) lacks.push(`a TTL of ${formatDuration(rule.ttlUs)} (a row of any age counts)`);
    if (rule.direction === "backward" && rule.delayUs > 0n)
      lacks.push(`a delay of ${formatDuration(rule.delayUs)} (a row counts as soon as it happened)`);
    if (rule.direction === "backward" && rule.clock === "created_time")
      lacks.push(
        `created time ${group.createdTime ?? ""} (late rows count from when they happened: they leak)`,
      );
    if (!rule.allowExactMatches && rule.direction !== "latest")
      lacks.push("leaving out rows of the very same moment");
    if (definition?.features != null) lacks.push("a choice of features (all columns are joined)");
    if (on.some(({ spine, feature }) => spine !== feature))
      lacks.push("keys of two names (here the group is stored once more, its keys renamed)");
    return lacks.map((lack) => oneLine(`${group.name}: ${lack}`));
  });
  if (plan.label.length > 0)
    lines.push(oneLine(`the label ${plan.label.join(", ")} (serving returns it too)`));
  return lines;
}
