import { type Duration, parseDuration } from "./duration";
import { DefinitionError, quote, quoteAll } from "./errors";
import { type ColumnTypeName, columnType, readSchema, refuseUnknownProperties, type Schema } from "./schema";

/**
 * A feature group: the named, append-only history of one entity's features. Think of a table in a data
 * warehouse, of which nothing is ever overwritten, because a training row of last March needs what was true
 * last March.
 */
export interface FeatureGroupDefinition {
  name: string;
  /** Column name → type. */
  schema: Readonly<Record<string, ColumnTypeName>>;
  /** The entity key: the column or columns that name the thing the features describe. */
  primaryKeys: readonly string[];
  /** The column that says when a fact happened. */
  eventTime: string;
  /** The column that says when the fact became known to the store. */
  createdTime?: string | null;
  /** How old a row may be and still be used; without one, any age. */
  ttl?: Duration | null;
  /** How long after it was created (or happened) a row can first be used. */
  delay?: Duration | null;
}

const PROPERTIES = ["name", "schema", "primaryKeys", "eventTime", "createdTime", "ttl", "delay"] as const;

/** A definition that has been checked: types in their own spelling, durations in microseconds. */
export interface CheckedGroup {
  name: string;
  schema: Schema;
  primaryKeys: readonly string[];
  eventTime: string;
  createdTime: string | null;
  ttlUs: bigint | null;
  delayUs: bigint;
}

/**
 * Checks a definition.
 *
 * @throws DefinitionError `invalid_definition` or `invalid_duration`; the message says what would work.
 */
export function checkGroup(definition: FeatureGroupDefinition): CheckedGroup {
  const { name, primaryKeys, eventTime } = definition ?? {};
  if (typeof name !== "string" || name === "") {
    throw new DefinitionError("invalid_definition", 'A feature group needs a name, like "user_payments".');
  }
  const owner = `Feature group ${quote(name)}`;
  refuseUnknownProperties(definition, PROPERTIES, owner);
  const schema = readSchema(definition.schema, owner);
  if (
    !Array.isArray(primaryKeys) ||
    primaryKeys.length === 0 ||
    new Set(primaryKeys).size < primaryKeys.length
  ) {
    throw new DefinitionError(
      "invalid_definition",
      `${owner} needs primaryKeys: a list of one or more different columns, like ["user_id"].`,
    );
  }
  for (const key of primaryKeys) columnType(schema, key, owner, "primary key");
  checkTimeColumn(schema, eventTime, owner, "event time");
  const createdTime = definition.createdTime ?? null;
  if (createdTime !== null) checkTimeColumn(schema, createdTime, owner, "created time");
  const times = [eventTime, createdTime].filter((column) => column !== null);
  const roles = [...primaryKeys, ...times];
  const twice = roles.find((column, i) => roles.indexOf(column) !== i);
  if (twice !== undefined) {
    throw new DefinitionError(
      "invalid_definition",
      `${owner} uses ${quote(twice)} in two roles. Primary keys, event time and created time must be different columns.`,
    );
  }
  return {
    name,
    schema,
    primaryKeys: [...primaryKeys],
    eventTime,
    createdTime,
    ttlUs: definition.ttl == null ? null : parseDuration(definition.ttl, `ttl of ${quote(name)}`),
    delayUs: definition.delay == null ? 0n : parseDuration(definition.delay, `delay of ${quote(name)}`),
  };
}

function checkTimeColumn(schema: Schema, column: string, owner: string, role: string): void {
  const type = columnType(schema, column, owner, role);
  if (type === "timestamp") return;
  const timestamps = [...schema].filter(([, other]) => other === "timestamp").map(([other]) => other);
  throw new DefinitionError(
    "invalid_definition",
    `${owner} has ${quote(column)} as its ${role}, but that column is ${type}. Its timestamp columns: ${quoteAll(timestamps)}.`,
  );
}

/** Whether two checked definitions mean the same. Durations count by their length, not their spelling. */
export function isSameGroup(a: CheckedGroup, b: CheckedGroup): boolean {
  const text = (group: CheckedGroup) =>
    JSON.stringify({
      ...group,
      schema: [...group.schema],
      ttlUs: String(group.ttlUs),
      delayUs: String(group.delayUs),
    });
  return text(a) === text(b);
}
