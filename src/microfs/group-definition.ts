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
  /** The order of the schema's columns, where it is another: an object puts names that are whole numbers, "2023", before all others. */
  columns?: readonly string[] | undefined;
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

const PROPERTIES = [
  ...["name", "schema", "columns", "primaryKeys", "eventTime", "createdTime", "ttl", "delay"],
] as const;

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
  const schema = inOrder(readSchema(definition.schema, owner), definition.columns, owner);
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

/** What a definition says of the order of its columns: nothing where an object of those names keeps it. */
export function columnOrder(names: readonly string[]): Pick<FeatureGroupDefinition, "columns"> {
  const kept = Object.keys(Object.fromEntries(names.map((name) => [name, null])));
  return kept.every((name, i) => name === names[i]) ? {} : { columns: [...names] };
}

function inOrder(schema: Schema, columns: unknown, owner: string): Schema {
  if (columns === undefined) return schema;
  const names: unknown[] = Array.isArray(columns) ? columns : [];
  const isSameSet = names.length === schema.size && new Set(names).size === schema.size;
  const ordered = names.flatMap((name) => {
    const type = typeof name === "string" ? schema.get(name) : undefined;
    return type === undefined ? [] : [[String(name), type] as const];
  });
  if (isSameSet && ordered.length === schema.size) return new Map(ordered);
  throw new DefinitionError(
    "invalid_definition",
    `${owner} has columns that are not its schema's. Name each of them once, in the order that they shall have: ${quoteAll(schema.keys())}.`,
  );
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
