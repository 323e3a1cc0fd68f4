import { tableFromIPC } from "apache-arrow";
import type { CellValue } from "../../../microfs";
import type { App } from "../../../state/app";
import { storeOf } from "../../../state/connection";
import { cellReader } from "../../../state/training/cell-reader";

const PAGE_ROWS = 500;

/** A page of a group's rows: per column, what reads a row of the page. */
type Page = ReadonlyMap<string, (row: number) => CellValue>;

/** A group's rows, fetched from the worker page by page as they are asked for, and then kept. */
export class GroupPages {
  readonly #app: App;
  readonly #fgName: string;
  readonly #pages = new Map<number, Page>();
  readonly #asked = new Set<number>();
  readonly #listeners = new Set<() => void>();
  #error: Error | null = null;
  #version = 0;

  constructor(app: App, fgName: string) {
    this.#app = app;
    this.#fgName = fgName;
  }

  /** Grows with every page that has come. */
  readonly version = (): number => this.#version;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Why the last page that was asked for did not come. */
  get error(): Error | null {
    return this.#error;
  }

  /** A cell; `undefined` while its page is on its way. */
  cell(row: number, column: string): CellValue | undefined {
    const at = Math.floor(row / PAGE_ROWS);
    const page = this.#pages.get(at);
    if (page === undefined) {
      if (!this.#asked.has(at)) void this.#fetch(at);
      return undefined;
    }
    return page.get(column)?.(row - at * PAGE_ROWS);
  }

  /** The cells of a column on the first page, for what a column's format is chosen by; none before it has come. */
  firstCells(column: string): CellValue[] {
    const read = this.#pages.get(0)?.get(column);
    return read === undefined ? [] : Array.from({ length: PAGE_ROWS }, (_, row) => read(row) ?? null);
  }

  async #fetch(at: number): Promise<void> {
    this.#asked.add(at);
    try {
      const table = tableFromIPC(
        await storeOf(this.#app).groupRows(this.#fgName, at * PAGE_ROWS, (at + 1) * PAGE_ROWS),
      );
      const names = table.schema.fields.map(({ name }) => name);
      this.#pages.set(at, new Map(names.map((name, column) => [name, cellReader(table.getChildAt(column))])));
      this.#error = null;
    } catch (thrown) {
      this.#error = thrown instanceof Error ? thrown : new Error(String(thrown));
    }
    this.#version++;
    for (const listener of this.#listeners) listener();
  }
}
