/**
 * A question put to the worker, with what it is a question for, so that a late answer is never taken for current.
 * While the next data is fetched, the latest may still be shown, marked as updating.
 */
export type Query<Key, Data> =
  | { status: "idle" }
  | { status: "fetching"; key: Key; latest: Data | null }
  | { status: "ready"; key: Key; data: Data }
  | { status: "failed"; key: Key; error: Error };

/** The data that can be shown: the current, or while that is fetched the data before; `null` for none. */
export function latestData<Data>(query: Query<unknown, Data>): Data | null {
  if (query.status === "ready") return query.data;
  return query.status === "fetching" ? query.latest : null;
}

/** What a query needs to be put. */
export interface QueryOptions<Key, Data> {
  /** Where its state is kept. */
  readonly read: () => Query<Key, Data>;
  readonly write: (query: Query<Key, Data>) => void;
  /** Fetches. It may stop when the signal is aborted: nobody waits for that data any more. */
  readonly fetch: (key: Key, signal: AbortSignal) => Promise<Data>;
  /** Whether two keys ask for the same data; by default, whether all their properties are the same. */
  readonly isSame?: (a: Key, b: Key) => boolean;
  /** Whether the data of a key may still be shown while that of another is fetched; by default it may. */
  readonly keepsLatest?: (before: Key, next: Key) => boolean;
  /** Hears of data that has just come. */
  readonly onReady?: (data: Data, key: Key) => void;
}

/** The ways to put a query. */
export interface QueryHandle<Key, Data> {
  /** Fetches, unless this very key was asked for last. A newer key cancels the fetching of an older one. */
  ensure(key: Key): void;
  /** Fetches, also where this very key was asked for last. */
  refetch(key: Key): void;
  /** Takes over data that is there already. */
  put(key: Key, data: Data): void;
  /** Stops what is under way, which fails with an `AbortError`; the same key is not fetched again unless told. */
  cancel(): void;
  /** Forgets everything, and cancels what is under way. */
  reset(): void;
}

/**
 * The one way in which a question is put: it keeps the last data, knows what it is the data for, drops what comes late,
 * cancels what nobody waits for, and fails with an error of its own.
 */
export function query<Key extends object, Data>(options: QueryOptions<Key, Data>): QueryHandle<Key, Data> {
  const { read, write, isSame = hasSameProperties, keepsLatest = () => true } = options;
  let underWay: AbortController | null = null;

  const abandon = () => {
    underWay?.abort();
    underWay = null;
  };

  const fetch = async (key: Key) => {
    abandon();
    const own = new AbortController();
    underWay = own;
    const before = read();
    const isKept = before.status !== "idle" && keepsLatest(before.key, key);
    write({ status: "fetching", key, latest: isKept ? latestData(before) : null });
    try {
      const data = await options.fetch(key, own.signal);
      if (underWay !== own) return;
      underWay = null;
      write({ status: "ready", key, data });
      options.onReady?.(data, key);
    } catch (thrown) {
      if (underWay !== own) return;
      underWay = null;
      write({ status: "failed", key, error: toError(thrown) });
    }
  };

  return {
    ensure(key) {
      const now = read();
      if (now.status === "idle" || !isSame(now.key, key)) void fetch(key);
    },
    refetch: (key) => void fetch(key),
    put(key, data) {
      const now = read();
      if (now.status === "ready" && isSame(now.key, key)) return;
      abandon();
      write({ status: "ready", key, data });
    },
    cancel() {
      const now = read();
      if (now.status !== "fetching") return;
      abandon();
      write({ status: "failed", key: now.key, error: new DOMException("It was stopped.", "AbortError") });
    },
    reset() {
      abandon();
      if (read().status !== "idle") write({ status: "idle" });
    },
  };
}

/** Whether two objects have the same properties with the very same values. */
function hasSameProperties(a: object, b: object): boolean {
  const left = new Map<string, unknown>(Object.entries(a));
  const right = new Map<string, unknown>(Object.entries(b));
  return left.size === right.size && [...left].every(([name, value]) => right.get(name) === value);
}

/** Whatever was thrown, as an error. */
export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
