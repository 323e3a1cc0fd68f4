import type { FeatureGroupDefinition, JoinDefinition, ViewColumn } from "../../microfs/core";
import type { ViewSummary } from "../../worker/results";

/** Words that name what is to be predicted, wherever they stand in a column's name. */
const LABEL_WORDS: ReadonlySet<string> = new Set([
  "label",
  "labels",
  "target",
  "targets",
  "outcome",
  "groundtruth",
  "churn",
  "churned",
  "converted",
  "conversion",
  "cancelled",
  "canceled",
  "defaulted",
  "survived",
  "fraud",
  "fraudulent",
]);

/** Names that mean it only where they are the whole name: `y` does, `y_position` does not. */
const LABEL_NAMES: ReadonlySet<string> = new Set([
  "y",
  "ytrue",
  "default",
  "clicked",
  "click",
  "class",
  "response",
  "won",
]);

/** Words that turn a name that would be a label into a feature: what was predicted before, or how often, or when. */
const FEATURE_WORDS: ReadonlySet<string> = new Set([
  ...[
    "id",
    "at",
    "date",
    "time",
    "count",
    "rate",
    "ratio",
    "reason",
    "prev",
    "previous",
    "last",
    "past",
    "prior",
  ],
  ...["days", "score", "avg", "mean", "sum", "num", "since", "ago", "encoded", "segment"],
]);

/** Whether a column's name says that it is what a model is to predict. A guess: it is proposed, and never acted on unasked. */
export function looksLikeLabel(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "" && word !== "is" && word !== "has" && word !== "was" && word !== "will");
  if (LABEL_NAMES.has(words.join(""))) return true;
  // `churned_30d` is what happens within 30 days: a number at the end says how far ahead.
  return words.some((word) => LABEL_WORDS.has(word)) && !words.some((word) => FEATURE_WORDS.has(word));
}

/** The column of a spine that looks like its label: the first, keys and times apart. `null` for none. */
export function guessLabel(
  { primaryKeys, eventTime, createdTime }: FeatureGroupDefinition,
  columns: readonly { readonly name: string }[],
): string | null {
  const found = columns.find(
    ({ name }) =>
      !primaryKeys.includes(name) && name !== eventTime && name !== createdTime && looksLikeLabel(name),
  );
  return found?.name ?? null;
}

/** The columns of a view that look like a label, are not its label, and so are served as features. */
export function servedLabels({ columns, label, definition }: ViewSummary): readonly ViewColumn[] {
  const keys = new Set(definition.joins.flatMap(({ on }) => spineColumnsOf(on)));
  return columns.filter(
    ({ join, column, type }) =>
      type !== "timestamp" &&
      looksLikeLabel(column) &&
      !(join < 0 && (label.includes(column) || keys.has(column))),
  );
}

/** The columns of the spine that a join is on. */
export function spineColumnsOf(on: JoinDefinition["on"]): readonly string[] {
  if (typeof on === "string") return [on];
  return Array.isArray(on) ? on : Object.keys(on);
}
