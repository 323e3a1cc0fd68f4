import {
  type CellValue,
  type ColumnType,
  type EntitySlice,
  type JoinDefinition,
  type JoinRule,
  type SliceColumn,
  type SliceJoin,
  type SliceSpine,
  type TimeBounds,
  trainingOrder,
  writeDuration,
} from "../../microfs/core";
import { cellOf, isOfType } from "../inline-value";
import { type ChangedColumns, changesByColumn, changeValue, withoutRefused } from "./column-change";
import type { Edit } from "./edit";

/**
 * A slice as the edits leave it, ready for the real kernel. Spine rows stay in time order. Added rows of other entities
 * are not in it. O(rows), little where rows only change, and the same object where no edit concerns it.
 */
export function editSlice(slice: EntitySlice, given: readonly Edit[]): EntitySlice {
  const edits = withoutRefused(given, groupColumns(slice));
  const entity = editEntity(slice, edits);
  const joins = slice.joins.map((join, number) => editJoin(join, number, entity, edits, slice.spine.fgName));
  const spine = touches(edits, slice.spine.fgName) ? editSpine(slice.spine, entity, edits) : slice.spine;
  const isSame = spine === slice.spine && joins.every((join, i) => join === slice.joins[i]);
  return isSame ? slice : { ...slice, entity, spine, joins };
}

/** What a slice knows of a whole group's columns; `undefined` for a group that is not in it. */
export function groupColumns({ spine, joins }: EntitySlice): (group: string) => ChangedColumns | undefined {
  return (group) => {
    const columns =
      spine.fgName === group ? spine.columns : joins.find((one) => one.fgName === group)?.columns;
    if (columns === undefined) return undefined;
    const named = (name: string) => columns.find((column) => column.name === name);
    return {
      typeOf: (name) => named(name)?.type,
      boundsOf(name) {
        const column = named(name);
        return column?.bounds === undefined ? boundsOf(column?.values ?? []) : column.bounds;
      },
    };
  };
}

/** An entity is named by its values as changed columns leave them. */
function editEntity({ entity, spine }: EntitySlice, edits: readonly Edit[]): EntitySlice["entity"] {
  const changes = changesByColumn(edits, spine.fgName);
  return entity.map((part) => {
    const change = changes.get(part.column);
    return change === undefined ? part : { ...part, value: change(part.value) };
  });
}

/** Whether an edit changes one of these columns as a whole: then rows may have become another entity's. */
function changesKeys(edits: readonly Edit[], group: string, columns: readonly string[]): boolean {
  return edits.some(
    (edit) => edit.kind === "column" && edit.group === group && columns.includes(edit.column),
  );
}

function editJoin(
  join: SliceJoin,
  number: number,
  entity: EntitySlice["entity"],
  edits: readonly Edit[],
  spineGroup: string,
): SliceJoin {
  const rule = editedRule(join.rule, number, edits);
  const ruled = rule === join.rule ? join : { ...join, rule };
  const own = join.on.map(({ column }) => column);
  const asked = join.on.map(({ spineColumn }) => spineColumn);
  const isOtherKey = changesKeys(edits, join.fgName, own) || changesKeys(edits, spineGroup, asked);
  if (!isOtherKey && !touches(edits, join.fgName)) return ruled;
  const isOfEntity = (values: ReadonlyMap<string, CellValue>) =>
    join.on.every(({ spineColumn, column }) => {
      const value = entity.find((part) => part.column === spineColumn)?.value ?? null;
      return value !== null && values.get(column) === value;
    });
  const table = new EditedTable(join, (values) => isOtherKey || isOfEntity(values));
  applyEdits(edits, join.fgName, table);
  if (isOtherKey) table.keep(own, isOfEntity);
  const { createdTime, createdTimesUs } = join;
  const moved = changesByColumn(edits, join.fgName).get(join.eventTime);
  const others = join.others && moved && { ...join.others, timesUs: movedTimes(join.others.timesUs, moved) };
  return {
    ...ruled,
    ...(others && { others }),
    rows: table.rows,
    columns: table.columns,
    eventTimesUs: table.times(join.eventTime, join.eventTimesUs),
    createdTimesUs:
      createdTime === null || createdTimesUs === null ? null : table.times(createdTime, createdTimesUs),
  };
}

/** A join's rule as the edits leave it; the same object where none concerns it. */
export function editedRule(given: JoinRule, join: number, edits: readonly Edit[]): JoinRule {
  let rule = given;
  for (const edit of edits) {
    if (edit.kind !== "rule" || edit.join !== join) continue;
    if (edit.ttlUs !== undefined) rule = { ...rule, ttlUs: edit.ttlUs === null ? null : BigInt(edit.ttlUs) };
    if (edit.delayUs !== undefined) rule = { ...rule, delayUs: BigInt(edit.delayUs) };
    const {
      direction = rule.direction,
      clock = rule.clock,
      allowExactMatches = rule.allowExactMatches,
    } = edit;
    if (direction !== rule.direction || clock !== rule.clock || allowExactMatches !== rule.allowExactMatches)
      rule = { ...rule, direction, clock, allowExactMatches };
  }
  return rule;
}

function editSpine(spine: SliceSpine, entity: EntitySlice["entity"], edits: readonly Edit[]): SliceSpine {
  const isOfEntity = (values: ReadonlyMap<string, CellValue>) =>
    entity.every(({ column, value }) => value !== null && values.get(column) === value);
  const names = entity.map(({ column }) => column);
  const isOtherKey = changesKeys(edits, spine.fgName, names);
  const table = new EditedTable(spine, (values) => isOtherKey || isOfEntity(values));
  applyEdits(edits, spine.fgName, table);
  // A null, or a NaN, makes a row its own entity: what is there is that row.
  if (isOtherKey && entity.every(({ value }) => value !== null && !Number.isNaN(value)))
    table.keep(names, isOfEntity);
  const { rows, columns } = table;
  const times = table.times(spine.eventTime, spine.timesUs);
  const order = trainingOrder(times, rows);
  return {
    ...spine,
    rows: Int32Array.from(order, (i) => rows[i] ?? -1),
    timesUs: BigInt64Array.from(order, (i) => times[i] ?? 0n),
    columns: columns.map((column) => ({
      ...column,
      values: Array.from(order, (i) => column.values[i] ?? null),
    })),
  };
}

/**
 * A view's definition with the rules that edits have left it. What no edit changes stays as it was written: what is left
 * to the group stays left to it.
 *
 * @param rules - Per join its rule before the edits.
 */
export function editedView<View extends { readonly joins: readonly JoinDefinition[] }>(
  definition: View,
  rules: readonly JoinRule[],
  edits: readonly Edit[],
): View {
  const joins = definition.joins.map((join, number): JoinDefinition => {
    const before = rules[number];
    const rule = before && editedRule(before, number, edits);
    if (before === undefined || rule === undefined || rule === before) return join;
    const { ttlUs, delayUs, direction, clock, allowExactMatches } = rule;
    return {
      ...join,
      ...(ttlUs !== before.ttlUs && { ttl: ttlUs === null ? null : writeDuration(ttlUs) }),
      ...(delayUs !== before.delayUs && { delay: delayUs === 0n ? null : writeDuration(delayUs) }),
      ...(direction !== before.direction && { direction }),
      ...(clock !== before.clock && { asOf: clock }),
      ...(allowExactMatches !== before.allowExactMatches && { allowExactMatches }),
    };
  });
  return { ...definition, joins };
}

/** Rows that edits can be applied to: a slice's on the page, a whole group's in the worker. */
export interface EditableRows {
  typeOf(column: string): ColumnType | undefined;
  /** Does nothing where there is no such row. */
  set(row: number, column: string, value: CellValue): void;
  add(row: number, values: ReadonlyMap<string, CellValue>): void;
  /** Does nothing where there is no such row. */
  delete(row: number): void;
  /** Changes every value that a column has by now. */
  changeColumn(column: string, change: (value: CellValue) => CellValue): void;
}

/**
 * Applies a group's edits, in order. A link may carry edits of other data: columns that the group does not have, and
 * values that are not of their column's type, are passed over. Of edits of columns only those may be given that
 * `withoutRefused` leaves.
 */
export function applyEdits(edits: readonly Edit[], group: string, rows: EditableRows): void {
  for (const edit of edits) {
    if (edit.kind === "rule" || edit.group !== group) continue;
    if (edit.kind === "delete") rows.delete(edit.row);
    else if (edit.kind === "column")
      rows.changeColumn(edit.column, (value) => changeValue(edit.change, value));
    else {
      const values = new Map<string, CellValue>();
      for (const [column, value] of Object.entries(edit.values)) {
        const type = rows.typeOf(column);
        if (type !== undefined && isOfType(value, type)) values.set(column, cellOf(value, type));
      }
      if (edit.kind === "add") rows.add(edit.row, values);
      else for (const [column, value] of values) rows.set(edit.row, column, value);
    }
  }
}

/** Whether any of the edits is of this group's rows. */
export function touches(edits: readonly Edit[], group: string): boolean {
  return edits.some((edit) => edit.kind !== "rule" && edit.group === group);
}

/** A table of a slice: its rows' numbers, and columns in the same order. */
interface Table {
  readonly rows: Int32Array;
  readonly columns: readonly SliceColumn[];
}

/**
 * A table under edits. The one it was made from stays as it is, and shares with this one every column that no edit
 * has written: a row that is dragged among many costs two columns, not all.
 */
class EditedTable implements EditableRows {
  readonly #before: Table;
  readonly #takes: (values: ReadonlyMap<string, CellValue>) => boolean;
  readonly #columns: SliceColumn[];
  /** Per written column the positions that were written. */
  readonly #written = new Map<string, Set<number>>();
  /** The rows' numbers from the first row on that was added or deleted. */
  #rows: number[] | null = null;

  /** @param takes - Whether an added row belongs to this table. */
  constructor(before: Table, takes: (values: ReadonlyMap<string, CellValue>) => boolean) {
    this.#before = before;
    this.#takes = takes;
    this.#columns = [...before.columns];
  }

  get rows(): Int32Array {
    return this.#rows === null ? this.#before.rows : Int32Array.from(this.#rows);
  }

  get columns(): SliceColumn[] {
    return this.#columns;
  }

  /** A time column as an array: `before`, which is that of the table that this one was made from, where no time differs. */
  times(name: string, before: BigInt64Array): BigInt64Array {
    const values = this.#columns.find((column) => column.name === name)?.values ?? [];
    if (this.#rows !== null) return BigInt64Array.from(values, timeOf);
    const changed = Array.from(this.#written.get(name) ?? []).filter(
      (position) => before[position] !== timeOf(values[position]),
    );
    if (changed.length === 0) return before;
    const times = before.slice();
    for (const position of changed) times[position] = timeOf(values[position]);
    return times;
  }

  typeOf(name: string): ColumnType | undefined {
    return this.#before.columns.find((column) => column.name === name)?.type;
  }

  set(row: number, name: string, value: CellValue): void {
    const position = this.#positionOf(row);
    if (position < 0) return;
    const column = this.#ownColumn(name);
    if (column === undefined) return;
    column.values[position] = value;
    this.#written.get(name)?.add(position);
  }

  add(row: number, values: ReadonlyMap<string, CellValue>): void {
    if (!this.#takes(values)) return;
    this.#ownRows().push(row);
    for (const { name } of this.#columns) this.#ownColumn(name)?.values.push(values.get(name) ?? null);
  }

  delete(row: number): void {
    const position = this.#positionOf(row);
    if (position < 0) return;
    this.#ownRows().splice(position, 1);
    for (const { name } of this.#columns) this.#ownColumn(name)?.values.splice(position, 1);
  }

  changeColumn(name: string, change: (value: CellValue) => CellValue): void {
    const values = this.#ownColumn(name)?.values ?? [];
    const written = this.#written.get(name);
    for (const [position, value] of values.entries()) {
      values[position] = change(value);
      written?.add(position);
    }
  }

  /** Leaves out the rows that are of another entity. */
  keep(names: readonly string[], isKept: (values: ReadonlyMap<string, CellValue>) => boolean): void {
    const keys = names.map((name) => this.#columns.find((column) => column.name === name));
    const kept = Array.from(this.rows.keys()).filter((position) =>
      isKept(new Map(keys.map((column, i) => [names[i] ?? "", column?.values[position] ?? null]))),
    );
    if (kept.length === this.rows.length) return;
    const rows = this.#ownRows();
    this.#rows = kept.map((position) => rows[position] ?? -1);
    for (const [at, column] of this.#columns.entries()) {
      this.#columns[at] = { ...column, values: kept.map((position) => column.values[position] ?? null) };
      this.#written.set(column.name, new Set());
    }
  }

  #positionOf(row: number): number {
    return (this.#rows ?? this.#before.rows).indexOf(row);
  }

  #ownRows(): number[] {
    this.#rows ??= Array.from(this.#before.rows);
    return this.#rows;
  }

  /** A column that may be written: a copy from the first time on. */
  #ownColumn(name: string): SliceColumn | undefined {
    const at = this.#columns.findIndex((column) => column.name === name);
    const column = this.#columns[at];
    if (column === undefined || this.#written.has(name)) return column;
    const own = { ...column, values: column.values.slice() };
    this.#columns[at] = own;
    this.#written.set(name, new Set());
    return own;
  }
}

function movedTimes(times: BigInt64Array, move: (value: CellValue) => CellValue): BigInt64Array {
  return times.map((us) => timeOf(move(us)));
}

function boundsOf(values: readonly CellValue[]): TimeBounds | null {
  let bounds: TimeBounds | null = null;
  for (const us of values) {
    if (typeof us !== "bigint") continue;
    bounds ??= { firstUs: us, lastUs: us };
    if (us < bounds.firstUs) bounds.firstUs = us;
    if (us > bounds.lastUs) bounds.lastUs = us;
  }
  return bounds;
}

function timeOf(value: CellValue | undefined): bigint {
  return typeof value === "bigint" ? value : 0n;
}
