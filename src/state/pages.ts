import { toError } from "./query";

/** More pages than these are not kept: of those that were not looked at for longest the oldest goes. */
const MOST_PAGES = 100;

/** What rows by pages are made of. */
export interface PagesOptions<Page> {
  readonly pageRows: number;
  /** Fetches the rows [from, to), fewer where there are no more. */
  readonly fetch: (from: number, to: number) => Promise<Page>;
  /** Whether pages may be fetched now; by default always. What comes late is dropped quietly where they may not. */
  readonly mayFetch?: () => boolean;
  /** The pages that are there already, by their number. */
  readonly given?: ReadonlyMap<number, Page>;
}

/** Rows that are fetched page by page as they are looked at, and then kept. Pages count from 0. */
export class Pages<Page> {
  readonly #options: PagesOptions<Page>;
  /** In the order in which they were looked at, the last one last. */
  readonly #pages: Map<number, Page>;
  readonly #requested = new Set<number>();
  readonly #listeners = new Set<() => void>();
  #lastRead = -1;
  #error: Error | null = null;
  #version = 0;

  constructor(options: PagesOptions<Page>) {
    this.#options = options;
    this.#pages = new Map(options.given);
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

  /** The first page; `null` before it has come. */
  get first(): Page | null {
    return this.#pages.get(0) ?? null;
  }

  /** The pages that were looked at last, the last one last. */
  recentPages(count: number): number[] {
    return [...this.#pages.keys()].slice(-count);
  }

  /**
   * Reads a row, and fetches its page where that is not there.
   *
   * @param read - Reads row `at` of a page.
   * @returns `undefined` while the page is on its way.
   */
  read<Value>(row: number, read: (page: Page, at: number) => Value): Value | undefined {
    const { pageRows, mayFetch = () => true } = this.#options;
    const number = Math.floor(row / pageRows);
    const page = this.#pages.get(number);
    if (page === undefined) {
      if (!this.#requested.has(number) && mayFetch()) void this.#fetch(number);
      return undefined;
    }
    if (number !== this.#lastRead) {
      this.#pages.delete(number);
      this.#pages.set(number, page);
      this.#lastRead = number;
    }
    return read(page, row - number * pageRows);
  }

  async #fetch(number: number): Promise<void> {
    const { pageRows, fetch, mayFetch = () => true } = this.#options;
    this.#requested.add(number);
    try {
      this.#pages.set(number, await fetch(number * pageRows, (number + 1) * pageRows));
      this.#lastRead = number;
      this.#error = null;
      this.#forget();
    } catch (thrown) {
      if (!mayFetch()) {
        this.#requested.delete(number);
        return;
      }
      this.#error = toError(thrown);
    }
    this.#version++;
    for (const listener of this.#listeners) listener();
  }

  /** By the first page columns are written: it stays. */
  #forget(): void {
    if (this.#pages.size <= MOST_PAGES) return;
    for (const number of this.#pages.keys()) {
      if (number === 0) continue;
      this.#pages.delete(number);
      this.#requested.delete(number);
      return;
    }
  }
}
