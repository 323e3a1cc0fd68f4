import type { Table } from "apache-arrow";
import { Column } from "./columns/column";
import { appendVector } from "./columns/from-arrow";
import { GroupIndex } from "./columns/group-index";
import { arrowTable, textVector } from "./columns/to-arrow";
import { type Duration, parseDuration } from "./duration";
import { DefinitionError, quote, quoteAll } from "./errors";
import type { JoinRule } from "./join/join-rule";
import {
  type ColumnType,
  type ColumnTypeName,
  columnType,
  readSchema,
  refuseUnknownProperties,
  type Schema,
} from "./schema";

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

/** A feature group with its rows. Read-only to callers: rows come in through the store's `insert`. */
export class FeatureGroup {
  readonly name: string;
  readonly schema: Readonly<Record<string, ColumnType>>;
  readonly primaryKeys: readonly string[];
  readonly eventTime: string;
  readonly createdTime: string | undefined;
  readonly ttl: Duration | undefined;
  readonly delay: Duration | undefined;
  /** @internal What the store works with. */
  readonly checked: CheckedGroup;
  /** @internal */
  readonly columns: ReadonlyMap<string, Column>;
  /** @internal */
  readonly index: GroupIndex;
  #numRows = 0;
  #table: Table | null = null;

  constructor(definition: FeatureGroupDefinition) {
    this.checked = checkGroup(definition);
    this.name = definition.name;
    this.schema = Object.fromEntries(this.checked.schema);
    this.primaryKeys = this.checked.primaryKeys;
    this.eventTime = definition.eventTime;
    this.createdTime = definition.createdTime ?? undefined;
    this.ttl = definition.ttl ?? undefined;
    this.delay = definition.delay ?? undefined;
    this.columns = new Map(Array.from(this.checked.schema, ([name, type]) => [name, new Column(type)]));
    this.index = new GroupIndex(this);
  }

  get numRows(): number {
    return this.#numRows;
  }

  /** The offline store of this group: an Arrow table, rows in insertion order. Made when asked for; the numbers are not copied. */
  get table(): Table {
    this.#table ??= this.tableOf(0, this.#numRows);
    return this.#table;
  }

  /** @internal Another group of the same definition, with the same rows behind its columns: to be changed, then shown. */
  copy(): FeatureGroup {
    const copy = new FeatureGroup(this.definition);
    for (const [name, column] of copy.columns) {
      const vector = this.table.getChild(name);
      if (vector !== null) appendVector(column, vector);
    }
    return copy;
  }

  /** @internal The rows [from, to) as an Arrow table. */
  tableOf(from: number, to: number): Table {
    const columns = Array.from(this.columns, ([name, column]) => ({
      name,
      type: column.type,
      values: column.values.subarray(from, to),
      valid: column.valid.subarray(from, to),
      texts: column.dictionary && textVector(column.dictionary.texts),
    }));
    return arrowTable(columns, to - from);
  }

  /** @internal Rows up to here are stored: they can be seen from now on. */
  show(numRows: number): void {
    this.#numRows = numRows;
    this.#table = null;
  }

  /** @internal The definition as it was given, for keeping. */
  get definition(): FeatureGroupDefinition {
    const { name, schema, primaryKeys, eventTime, createdTime, ttl, delay } = this;
    return { name, schema, primaryKeys, eventTime, createdTime, ttl, delay };
  }

  /** @internal By what a row of this group is known: its created time where it has one, and its delay. */
  get own(): Pick<JoinRule, "clock" | "delayUs"> {
    return {
      clock: this.checked.createdTime === null ? "event_time" : "created_time",
      delayUs: this.checked.delayUs,
    };
  }

  /** @internal A column that is known to exist. */
  column(name: string): Column {
    const column = this.columns.get(name);
    if (column === undefined)
      throw new RangeError(`feature group ${quote(this.name)} must have column ${quote(name)}`);
    return column;
  }
}
