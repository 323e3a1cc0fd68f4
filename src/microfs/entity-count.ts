import { Column } from "./columns/column";
import { appendColumn, type BatchColumn } from "./columns/column-batch";
import { KeyCodes } from "./keys";
import type { ColumnType } from "./schema";

/**
 * Counts the entities of rows that pass by batch after batch, as a group with such a key would have them: of the rows nothing is
 * kept but their keys, each once.
 */
export class EntityCount {
  readonly #columns: readonly Column[];
  readonly #keys: KeyCodes;

  /** @param types - Those of the key's columns, at least one. */
  constructor(types: readonly ColumnType[]) {
    this.#columns = types.map((type) => new Column(type));
    this.#keys = new KeyCodes(this.#columns);
  }

  get count(): number {
    return this.#keys.count;
  }

  /** Costs O(rows). `key` is in the order of the types. */
  add(key: readonly BatchColumn[], rows: number): void {
    for (const [at, column] of this.#columns.entries()) appendColumn(column, key[at], rows);
    this.#keys.codes(rows);
    // The rows make room for the next ones; their codes stay.
    this.#keys.truncate(0);
    for (const column of this.#columns) column.truncate(0);
  }
}
