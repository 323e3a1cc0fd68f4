import type { Table, Utf8, Vector } from "apache-arrow";
import { appendVector, arrowTable, textVector, usedTexts } from "./columns/arrow";
import { Column, type Dictionary } from "./columns/column";
import { GroupIndex } from "./columns/group-index";
import type { Duration } from "./duration";
import { quote } from "./errors";
import { type CheckedGroup, checkGroup, columnOrder, type FeatureGroupDefinition } from "./group-definition";
import type { JoinRule } from "./join/rule";
import type { ColumnType } from "./schema";

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
  readonly #vectors = new Map<Dictionary, Vector<Utf8>>();

  /** @param columns - The rows, where they are there already: of the schema's columns and in their order. */
  constructor(definition: FeatureGroupDefinition, columns?: ReadonlyMap<string, Column>) {
    this.checked = checkGroup(definition);
    this.name = definition.name;
    this.schema = Object.fromEntries(this.checked.schema);
    this.primaryKeys = this.checked.primaryKeys;
    this.eventTime = definition.eventTime;
    this.createdTime = definition.createdTime ?? undefined;
    this.ttl = definition.ttl ?? undefined;
    this.delay = definition.delay ?? undefined;
    this.columns =
      columns ?? new Map(Array.from(this.checked.schema, ([name, type]) => [name, new Column(type)]));
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

  /** @internal A group of the same definition with other columns in the place of some: the rest it shares with this one. */
  withColumns(changed: ReadonlyMap<string, Column>, numRows = this.#numRows): FeatureGroup {
    const columns = Array.from(this.columns, ([name, own]) => [name, changed.get(name) ?? own] as const);
    const group = new FeatureGroup(this.definition, new Map(columns));
    group.show(numRows);
    return group;
  }

  /** @internal The rows [from, to) as an Arrow table. */
  tableOf(from: number, to: number): Table {
    const columns = Array.from(this.columns, ([name, column]) => ({
      name,
      type: column.type,
      valid: column.valid.subarray(from, to),
      ...this.texts(column, column.values.subarray(from, to), column.valid.subarray(from, to)),
    }));
    return arrowTable(columns, to - from);
  }

  /**
   * @internal Some rows of one of the columns as Arrow has them: of a text column the codes and the texts behind them. Few
   * rows carry only their own; many share the vector of all, which is kept.
   */
  texts(
    { dictionary }: Column,
    values: Column["values"],
    valid: Uint8Array,
  ): { values: Column["values"]; texts: Vector<Utf8> | null } {
    if (dictionary === null) return { values, texts: null };
    const { texts } = dictionary;
    if (values.length < texts.length) return usedTexts(values as Int32Array, valid, texts);
    const kept = this.#vectors.get(dictionary);
    if (kept?.length === texts.length) return { values, texts: kept };
    const made = textVector(texts);
    this.#vectors.set(dictionary, made);
    return { values, texts: made };
  }

  /** @internal Rows up to here are stored: they can be seen from now on. */
  show(numRows: number): void {
    this.#numRows = numRows;
    this.#table = null;
  }

  /** @internal The definition as it was given, for keeping. */
  get definition(): FeatureGroupDefinition {
    const { name, schema, primaryKeys, eventTime, createdTime, ttl, delay } = this;
    const columns = columnOrder([...this.checked.schema.keys()]);
    return { name, schema, ...columns, primaryKeys, eventTime, createdTime, ttl, delay };
  }

  /** @internal By what a row of this group is known: its created time where it has one, and its delay. */
  get clock(): Pick<JoinRule, "clock" | "delayUs"> {
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
