import { type Duration, parseDuration } from "./duration";
import { DefinitionError, quote, quoteAll, suggest } from "./errors";
import type { CheckedGroup } from "./group-definition";
import { type ClockName, DIRECTIONS, type Direction, type JoinRule } from "./join/rule";
import { type JoinedColumns, type ViewColumn, viewColumns } from "./join/view-columns";
import { columnType, refuseUnknownProperties } from "./schema";

/** One join of a feature view: which group, on which columns, by which rule. */
export interface JoinDefinition {
  fgName: string;
  /** Columns of the spine and of the group: one name or several where both call them the same, else spine → group. */
  on: string | readonly string[] | Readonly<Record<string, string>>;
  /** Overrides the group's; `null` lifts it. */
  ttl?: Duration | null;
  /** Overrides the group's; `null` lifts it. */
  delay?: Duration | null;
  /** Whether a row at the very moment of the spine row counts. True unless said otherwise. */
  allowExactMatches?: boolean;
  /** `"backward"` unless said otherwise; all others can leak. */
  direction?: Direction;
  /** The clock that says when a row was known: created time where the group has one, unless said otherwise. */
  asOf?: ClockName | null;
  /** The group's columns to take; all of them unless said otherwise. */
  features?: readonly string[] | null;
}

/**
 * A feature view: the label feature group, whose rows are the spine (an entity, the moment of a prediction, and
 * a label that became known only later), and an ordered list of joins that bring features to it.
 */
export interface FeatureViewDefinition {
  name: string;
  labelFg: string;
  joins: readonly JoinDefinition[];
  /** Column or columns of the spine that are to be predicted: in training, never in serving. */
  label?: string | readonly string[] | null;
  /** How long after the spine row's time the label is known. */
  labelHorizon?: Duration | null;
}

const VIEW_PROPERTIES = ["name", "labelFg", "joins", "label", "labelHorizon"] as const;
const JOIN_PROPERTIES = [
  "fgName",
  "on",
  "ttl",
  "delay",
  "allowExactMatches",
  "direction",
  "asOf",
  "features",
] as const;

/** A join that has been checked. */
export interface CheckedJoin extends JoinedColumns {
  rule: JoinRule;
}

/** A view that has been checked against the groups it names. */
export interface CheckedView {
  name: string;
  labelFg: string;
  joins: readonly CheckedJoin[];
  label: readonly string[];
  labelHorizonUs: bigint | null;
  /** The columns of the training table, in order. */
  columns: readonly ViewColumn[];
}

/** A feature view as the store knows it. Read-only. */
export interface FeatureView extends FeatureViewDefinition {
  /** @internal What the store works with. */
  readonly checked: CheckedView;
}

/**
 * Checks a view's definition against the feature groups there are.
 *
 * @param groupNamed - Gives a group, or throws `feature_group_not_found`.
 * @throws DefinitionError `invalid_definition`, `invalid_duration`, `type_mismatch` or `column_conflict`.
 */
export function checkView(
  definition: FeatureViewDefinition,
  groupNamed: (name: string) => CheckedGroup,
): CheckedView {
  const { name, labelFg } = definition ?? {};
  if (typeof name !== "string" || name === "") {
    throw new DefinitionError("invalid_definition", 'A feature view needs a name, like "spend_at_activity".');
  }
  const owner = `Feature view ${quote(name)}`;
  refuseUnknownProperties(definition, VIEW_PROPERTIES, owner);
  if (!Array.isArray(definition.joins)) {
    throw new DefinitionError(
      "invalid_definition",
      `${owner} needs joins: a list like [{ fgName: "user_payments", on: ["user_id"] }].`,
    );
  }
  const spine = groupNamed(labelFg);
  const joins = definition.joins.map((join: JoinDefinition) => checkJoin(join, spine, groupNamed, owner));
  const label = checkLabel(definition.label ?? [], spine, joins, owner);
  const labelHorizonUs =
    definition.labelHorizon == null
      ? null
      : parseDuration(definition.labelHorizon, `labelHorizon of ${quote(name)}`);
  const columns = viewColumns(spine, joins, groupNamed, owner);
  return { name, labelFg, joins, label, labelHorizonUs, columns };
}

function checkLabel(
  given: string | readonly string[],
  spine: CheckedGroup,
  joins: readonly CheckedJoin[],
  owner: string,
): readonly string[] {
  const label = typeof given === "string" ? [given] : given;
  refuseOtherThanNames(label, `${owner} has a label`);
  for (const column of label) {
    columnType(spine.schema, column, `${owner}: label group ${quote(spine.name)}`, "label");
    const isKey =
      spine.primaryKeys.includes(column) || joins.some((join) => join.spineColumns.includes(column));
    if (isKey || column === spine.eventTime) {
      throw new DefinitionError(
        "invalid_definition",
        `${owner} has ${quote(column)} as its label, but that is ${isKey ? "a key" : "the event time"}, which serving needs. Choose what is to be predicted.`,
      );
    }
  }
  return label;
}

function refuseOtherThanNames(names: unknown, what: string): void {
  if (Array.isArray(names) && names.every((name) => typeof name === "string")) return;
  throw new DefinitionError("invalid_definition", `${what} that is not a list of column names.`);
}

function checkJoin(
  join: JoinDefinition,
  spine: CheckedGroup,
  groupNamed: (name: string) => CheckedGroup,
  view: string,
): CheckedJoin {
  if (typeof join !== "object" || join === null) {
    throw new DefinitionError(
      "invalid_definition",
      `${view} has a join that is no object like { fgName: "user_payments", on: ["user_id"] }.`,
    );
  }
  const group = groupNamed(join.fgName);
  const owner = `${view}, join ${quote(join.fgName)},`;
  refuseUnknownProperties(join, JOIN_PROPERTIES, owner);
  const { spineColumns, featureColumns } = checkOn(join.on, spine, group, owner);
  refuseOtherThanNames(join.features ?? [], `${owner} has features`);
  if (join.allowExactMatches !== undefined && typeof join.allowExactMatches !== "boolean") {
    throw new DefinitionError(
      "invalid_definition",
      `${owner} has allowExactMatches ${String(join.allowExactMatches)}. It is true or false.`,
    );
  }
  const direction = join.direction ?? "backward";
  if (!DIRECTIONS.includes(direction)) {
    throw new DefinitionError(
      "invalid_definition",
      `${owner} has direction ${quote(String(direction))}. Directions are ${quoteAll(DIRECTIONS)}.`,
    );
  }
  const clock = join.asOf ?? (group.createdTime === null ? "event_time" : "created_time");
  if (clock !== "created_time" && clock !== "event_time") {
    throw new DefinitionError(
      "invalid_definition",
      `${owner} has asOf ${quote(String(clock))}. It is "created_time" or "event_time".`,
    );
  }
  if (clock === "created_time" && group.createdTime === null) {
    throw new DefinitionError(
      "invalid_definition",
      `${owner} has asOf "created_time", but ${quote(group.name)} has no created time. Use "event_time".`,
    );
  }
  const what = (option: string) => `${option} of the join with ${quote(join.fgName)}`;
  return {
    fgName: join.fgName,
    spineColumns,
    featureColumns,
    features: join.features ?? null,
    rule: {
      direction,
      clock,
      delayUs:
        join.delay === undefined
          ? group.delayUs
          : join.delay === null
            ? 0n
            : parseDuration(join.delay, what("delay")),
      ttlUs:
        join.ttl === undefined
          ? group.ttlUs
          : join.ttl === null
            ? null
            : parseDuration(join.ttl, what("ttl")),
      allowExactMatches: join.allowExactMatches ?? true,
    },
  };
}

function checkOn(on: JoinDefinition["on"], spine: CheckedGroup, group: CheckedGroup, owner: string) {
  const pairs =
    typeof on === "string"
      ? [[on, on]]
      : Array.isArray(on)
        ? on.map((column) => [column, column])
        : Object.entries(on ?? {});
  if (pairs.length === 0) {
    throw new DefinitionError(
      "invalid_definition",
      `${owner} is on no column. Give the columns to match, like ["user_id"] or { user_id: "customer" }.`,
    );
  }
  const spineColumns = pairs.map(([column]) => column);
  const featureColumns = pairs.map(([, column]) => column);
  for (const [spineColumn, featureColumn] of pairs) {
    checkPair(spineColumn, featureColumn, spine, group, owner);
  }
  if (new Set(featureColumns).size < pairs.length || new Set(spineColumns).size < pairs.length) {
    throw new DefinitionError(
      "invalid_definition",
      `${owner} uses a column twice in on. Name each column once.`,
    );
  }
  return { spineColumns, featureColumns };
}

function checkPair(
  spineColumn: string,
  featureColumn: string,
  spine: CheckedGroup,
  group: CheckedGroup,
  owner: string,
): void {
  const spineType = spine.schema.get(spineColumn);
  const featureType = group.schema.get(featureColumn);
  const lacks = spineType === undefined ? spine : featureType === undefined ? group : null;
  if (lacks !== null) {
    const column = lacks === spine ? spineColumn : featureColumn;
    throw new DefinitionError(
      "invalid_definition",
      `${owner} is on ${quote(String(column))}, which ${quote(lacks.name)} does not have. ${suggest(String(column), lacks.schema.keys())} ` +
        `Where the names differ, write { ${spineColumn}: "${group.primaryKeys[0]}" }.`,
    );
  }
  if (spineType !== featureType) {
    throw new DefinitionError(
      "type_mismatch",
      `${owner} matches ${quote(spineColumn)} (${spineType}) of ${quote(spine.name)} with ${quote(featureColumn)} (${featureType}) of ${quote(group.name)}: ` +
        `1 and "1" are different keys. Insert one of them again with the type of the other.`,
    );
  }
}

/** Whether two checked views mean the same. */
export function isSameView(a: CheckedView, b: CheckedView): boolean {
  const text = (view: CheckedView) =>
    JSON.stringify(view, (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));
  return text(a) === text(b);
}
