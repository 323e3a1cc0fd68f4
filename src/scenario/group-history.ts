import { type CellValue, type CheckedGroup, checkGroup, readCell, type TimeBounds } from "../microfs/core";
import type { GeneratedColumn, GeneratedColumns } from "./generated-columns";
import type { generatedColumns } from "./generators";
import { insertableRows } from "./inline-value";
import type { InlineRow, ScenarioGroup } from "./scenario";

/** Makes the rows of a generated group. */
export type Generate = typeof generatedColumns;

/**
 * A scenario's group as a store would have it that took the same rows, and without one: no Arrow, no storage. Rows that
 * the store rejects are not there, and duplicates are there once. A generator makes neither, so its rows are not searched
 * for them.
 */
export class GroupHistory {
  readonly group: CheckedGroup;
  readonly #definition: ScenarioGroup["definition"];
  readonly #columns: readonly string[];
  readonly #generated: GeneratedColumns | null = null;
  /** The rows behind the generated ones, with a value per column in the order of the schema. */
  readonly #rows: CellValue[][] = [];
  #seen: Set<string> | null = null;

  /**
   * @throws DefinitionError where the definition makes no sense; RangeError where the rows are stored elsewhere, or are
   *   generated and there is nothing to generate them.
   */
  constructor({ definition, rows }: ScenarioGroup, generate?: Generate) {
    this.#definition = definition;
    this.group = checkGroup(definition);
    this.#columns = [...this.group.schema.keys()];
    if (rows.kind === "inline") this.insert(rows.rows);
    else if (rows.kind === "generated" && generate !== undefined)
      this.#generated = generate(rows.generator, rows.seed, definition.name, rows.knobs);
    else
      throw new RangeError(
        `the rows of ${JSON.stringify(definition.name)} are ${rows.kind}: not at hand here`,
      );
  }

  get numRows(): number {
    return (this.#generated?.numRows ?? 0) + this.#rows.length;
  }

  /** Adds rows behind those that are there. */
  insert(rows: readonly InlineRow[]): void {
    for (const given of insertableRows(rows, this.#definition.schema)) {
      const row = this.#read(given);
      if (row === null) continue;
      this.#seen ??= new Set(Array.from({ length: this.numRows }, (_, i) => this.#identity(i)));
      const identity = identityOf(row);
      if (this.#seen.has(identity)) continue;
      this.#seen.add(identity);
      this.#rows.push(row);
    }
  }

  /** The values of a row from outside; `null` where the store would reject it. */
  #read(given: Readonly<Record<string, CellValue>>): CellValue[] | null {
    const row: CellValue[] = [];
    for (const [column, type] of this.group.schema) {
      const read = readCell(this.group, column, type, given[column]);
      if (!read.ok) return null;
      row.push(read.value);
    }
    return row;
  }

  #identity(row: number): string {
    return identityOf(this.#columns.map((column) => this.value(column, row)));
  }

  value(column: string, row: number): CellValue {
    const generated = this.#generated;
    if (generated !== null && row < generated.numRows) {
      const values = generated.columns.get(column);
      return values === undefined ? null : generatedValue(values, row);
    }
    return this.#rows[row - (generated?.numRows ?? 0)]?.[this.#columns.indexOf(column)] ?? null;
  }

  /** The first and the last of a time column's values; `null` where it has none. O(rows). */
  bounds(column: string): TimeBounds | null {
    let bounds: TimeBounds | null = null;
    for (let row = 0; row < this.numRows; row++) {
      const us = this.value(column, row);
      if (typeof us !== "bigint") continue;
      bounds ??= { firstUs: us, lastUs: us };
      if (us < bounds.firstUs) bounds.firstUs = us;
      if (us > bounds.lastUs) bounds.lastUs = us;
    }
    return bounds;
  }

  /** A time column's values in some rows, microseconds; all rows unless told which. */
  timesUs(column: string, rows: ArrayLike<number> = { length: this.numRows }): BigInt64Array {
    return BigInt64Array.from({ length: rows.length }, (_, i) => {
      const value = this.value(column, rows[i] ?? i);
      return typeof value === "bigint" ? value : 0n;
    });
  }
}

/** The same text for rows that the store takes for duplicates: NaN equals NaN, −0 equals 0. */
function identityOf(row: readonly CellValue[]): string {
  return JSON.stringify(
    row.map((value) => (typeof value === "string" || value === null ? value : `${value}`)),
  );
}

/** One value of a generated column, as a column of a store holds it. */
function generatedValue(column: GeneratedColumn, row: number): CellValue {
  if (column.valid?.[row] === 0) return null;
  switch (column.type) {
    case "string":
      return column.dictionary[column.codes[row] ?? -1] ?? null;
    case "bool":
      return column.values[row] === 1;
    default:
      return column.values[row] ?? null;
  }
}
