import { pyList, pySchema, pyText, timedelta } from "./python-text";
import { oneLine, type QueryInput, type QueryJoin, type QueryPlan, queryPlan, ruleWords } from "./query-plan";

const READ = `
def read(file, types):
    """A group's rows in the order in which they were inserted; 64-bit integers and microseconds stay exact."""
    texts = pd.read_csv(file, dtype=str, keep_default_na=False, na_values=[""])
    columns = {}
    for name, kind in types.items():
        text = texts[name]
        if kind == "int64":
            columns[name] = pd.array([None if pd.isna(t) else int(t) for t in text], dtype="Int64")
        elif kind == "float64":
            columns[name] = text.astype(float)
        elif kind == "bool":
            columns[name] = pd.array([None if pd.isna(t) else t == "true" for t in text], dtype="boolean")
        elif kind == "timestamp":  # UTC, without saying so: numpy knows no zones
            columns[name] = text.fillna("NaT").str.rstrip("Z").to_numpy(dtype="datetime64[us]")
        else:
            columns[name] = text
    return pd.DataFrame(columns)`;

/** A function of pandas that gives every pair of a spine row and a feature row of the same entity. */
export const CANDIDATES = `
def candidates(spine, on, moment, features, their, event, created=None):
    """Every pair of a spine row and a feature row of the same entity. A null key matches nothing."""
    keys = list(range(len(on)))
    left = spine[on].set_axis(keys, axis=1).assign(moment=spine[moment], spine_row=spine.index)
    right = features[their].set_axis(keys, axis=1).assign(event=features[event], feature_row=features.index)
    right["created"] = features[created or event]
    return left.dropna(subset=keys).merge(right.dropna(subset=keys), on=keys)`;

const TAKE = `
def take(features, pairs, spine):
    """The chosen feature row of each spine row, and nulls where none was chosen."""
    row = pairs.set_index("spine_row")["feature_row"].reindex(spine.index).fillna(-1).astype(int)
    return features.reindex(row).set_axis(spine.index)`;

/**
 * A view as a Python script that runs as it is beside the groups' CSV files and leaves the training table in
 * `training`: the rows that `getTrainingData` answers, in the same order. Each join is said as the timeline says it:
 * every pair of one entity, one filter after another, the last that remains. One `merge_asof` could not do it: it
 * knows one clock, takes the first of equal times ahead, and matches null keys to each other.
 *
 * @throws RangeError where the input lacks a group or a rule of the view.
 */
export function pandasQuery(input: QueryInput): string {
  const plan = queryPlan(input);
  return [
    `# The training table of the feature view ${oneLine(plan.view.name)}, for pandas 1.5 or newer.`,
    "# It reads the groups' CSV files, rows in the order in which they were inserted: the last tie-break.",
    "import numpy as np",
    "import pandas as pd",
    "",
    READ,
    ...(plan.joins.length === 0 ? [] : ["", CANDIDATES, "", TAKE]),
    "",
    "",
    "groups = {",
    ...plan.groups.map(
      (group) => `    ${pyText(group.name)}: read(${pyText(`${group.stem}.csv`)}, ${pySchema(group)}),`,
    ),
    "}",
    `spine = groups[${pyText(plan.spine.name)}]`,
    "found = []",
    ...plan.joins.flatMap((join) => ["", ...joinLines(plan, join)]),
    "",
    ...trainingLines(plan),
    "",
  ].join("\n");
}

function joinLines({ spine }: QueryPlan, join: QueryJoin): string[] {
  const { group, on } = join;
  const created = group.createdTime === null ? "" : `, ${pyText(group.createdTime)}`;
  return [
    `# ${join.number}. ${ruleWords(join)}`,
    `features = groups[${pyText(group.name)}]`,
    "pairs = candidates(",
    `    spine, ${pyList(on.map((pair) => pair.spine))}, ${pyText(spine.eventTime)},`,
    `    features, ${pyList(on.map((pair) => pair.feature))}, ${pyText(group.eventTime)}${created},`,
    ")",
    ...ruleLines(join),
    "found.append(take(features, pairs, spine))",
  ];
}

/** Keeps of `pairs` what a join's rule chooses, one filter after another. */
export function ruleLines({ rule }: QueryJoin): string[] {
  const { direction, allowExactMatches, clock, delayUs, ttlUs } = rule;
  const lines: string[] = [];
  const keep = (condition: string, why: string) => lines.push(`pairs = pairs[${condition}]  # ${why}`);
  const ttl = ttlUs === null ? null : timedelta(ttlUs);
  if (direction === "backward") {
    keep(`pairs.event ${allowExactMatches ? "<=" : "<"} pairs.moment`, "rule out the future");
    const known = clock === "created_time" ? "pairs.created" : "pairs.event";
    if (delayUs > 0n)
      keep(`pairs.moment - ${known} >= ${timedelta(delayUs)}`, "rule out the not yet known: the delay");
    else if (clock === "created_time") keep(`${known} <= pairs.moment`, "rule out the not yet known");
    if (ttl !== null) keep(`pairs.moment - pairs.event <= ${ttl}`, "rule out the expired");
    lines.push(...keepLast(`["event", "created", "feature_row"]`));
  } else if (direction === "forward") {
    keep(`pairs.event ${allowExactMatches ? ">=" : ">"} pairs.moment`, "rule out the past");
    if (ttl !== null) keep(`pairs.event - pairs.moment <= ${ttl}`, "rule out what is too far");
    lines.push(
      ...keepLast(`["event", "created", "feature_row"], ascending=[False, True, True]`, "keep the next"),
    );
  } else if (direction === "nearest") {
    if (!allowExactMatches) keep("pairs.event != pairs.moment", "rule out the very same moment");
    lines.push("pairs = pairs.assign(distance=(pairs.event - pairs.moment).abs())");
    if (ttl !== null) keep(`pairs.distance <= ${ttl}`, "rule out what is too far");
    lines.push(
      ...keepLast(
        `["distance", "event", "created", "feature_row"], ascending=[False, False, True, True]`,
        "keep the nearest, the past on a tie",
      ),
    );
  } else {
    lines.push(...keepLast(`["event", "created", "feature_row"]`));
    if (ttl !== null) keep(`pairs.moment - pairs.event <= ${ttl}`, "and only then ask its age");
  }
  return lines;
}

function keepLast(by: string, why = "keep the latest"): string[] {
  return [
    `pairs = pairs.sort_values(${by})`,
    `pairs = pairs.drop_duplicates("spine_row", keep="last")  # ${why}`,
  ];
}

function trainingLines({ columns, spine, label }: QueryPlan): string[] {
  return [
    "training = pd.DataFrame({",
    ...columns.map(({ name, join, column }) => {
      const source = join < 0 ? "spine" : `found[${join}]`;
      const why = join < 0 && label.includes(column) ? "  # the label: in training, never in serving" : "";
      return `    ${pyText(name)}: ${source}[${pyText(column)}],${why}`;
    }),
    "})",
    `order = spine[${pyText(spine.eventTime)}].sort_values(kind="stable").index`,
    "training = training.loc[order].reset_index(drop=True)",
    "print(training)",
  ];
}
