import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { MicroFSError, quote, StorageError } from "../errors";
import type { FeatureViewDefinition } from "../feature-view";
import type { FeatureGroupDefinition } from "../group-definition";
import type { OnlineCommit, OnlineRecord } from "./online-key";

/** The layout of what is stored. A newer one cannot be read, and says so. */
const FORMAT = 1;

/** What the store knows besides rows: one small record, replaced as a whole. */
export interface StoredState {
  format: typeof FORMAT;
  /** Grows with every change, so that another tab sees at a glance that it is behind. */
  revision: number;
  nextGroupId: number;
  groups: StoredGroup[];
  views: FeatureViewDefinition[];
}

export interface StoredGroup {
  /** A name may be deleted and given again; an id never is. */
  id: number;
  definition: FeatureGroupDefinition;
  numRows: number;
  numBatches: number;
}

/**
 * ```text
 * object store   key                      value
 * state          "state"                  StoredState
 * state          ["online", group]        OnlineCommit
 * batches        [group id, number]       Uint8Array: an Arrow IPC stream, at most BATCH_ROWS rows
 * online         [group, key column, …]   OnlineRecord
 * ```
 *
 * What is in `state` is small and says what is true of the rest. Rows are written first, where nobody sees them yet, and a
 * record in `state` commits them: a read waits for that one write at most.
 */
export interface Layout extends DBSchema {
  state: { key: "state" | ["online", string]; value: StoredState | OnlineCommit };
  batches: { key: [number, number]; value: Uint8Array };
  online: { key: IDBValidKey[]; value: OnlineRecord };
}

export type Database = IDBPDatabase<Layout>;

const EMPTY: StoredState = { format: FORMAT, revision: 0, nextGroupId: 1, groups: [], views: [] };

/**
 * Opens a store's database, making it where there is none.
 *
 * @param onLost - Called when the browser or another tab closes the database under us.
 * @throws StorageError `storage_unreadable` where there is no IndexedDB, or a newer microFS wrote it.
 */
export async function openDatabase(name: string, onLost: () => void): Promise<Database> {
  if (typeof indexedDB === "undefined") {
    throw new StorageError(
      "storage_unreadable",
      'There is no IndexedDB here, so nothing can be kept. In a browser, leave private mode; in Node, import "fake-indexeddb/auto" first.',
    );
  }
  return guarded(name, async () => {
    const database = await openDB<Layout>(name, FORMAT, {
      upgrade(database) {
        for (const store of ["state", "batches", "online"] as const) {
          if (!database.objectStoreNames.contains(store)) database.createObjectStore(store);
        }
      },
      // Another tab wants to upgrade or delete the database: hold nobody up.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        onLost();
      },
      terminated: onLost,
    });
    const missing = (["state", "batches", "online"] as const).filter(
      (store) => !database.objectStoreNames.contains(store),
    );
    if (missing.length > 0) {
      database.close();
      throw unreadable(name, `it lacks ${missing.join(", ")}`);
    }
    return database;
  });
}

/**
 * The state, and those batches of each group that the caller does not have yet, from one moment; `null` where the caller
 * is up to date. That is asked of the state alone, so that nobody waits for rows that are being written.
 */
export async function readState(
  database: Database,
  batchesKnown: (group: StoredGroup) => number,
  knownRevision: number,
): Promise<{ state: StoredState; batches: Map<number, Uint8Array[]> } | null> {
  return guarded(database.name, async () => {
    const seen = checkedState(database.name, await database.get("state", "state"));
    if (seen.revision === knownRevision) return null;
    const transaction = database.transaction(["state", "batches"]);
    const state = checkedState(database.name, await transaction.objectStore("state").get("state"));
    const batches = new Map<number, Uint8Array[]>();
    for (const group of state.groups) {
      const known = batchesKnown(group);
      // A range without anything in it is an error to IndexedDB.
      if (known >= group.numBatches) continue;
      const range = IDBKeyRange.bound([group.id, known], [group.id, group.numBatches], false, true);
      batches.set(group.id, await transaction.objectStore("batches").getAll(range));
    }
    return { state, batches };
  });
}

/**
 * A state as it was read.
 *
 * @throws StorageError `storage_unreadable` where it is none that this version reads.
 */
export function checkedState(name: string, state: Layout["state"]["value"] = EMPTY): StoredState {
  if (typeof state !== "object" || !("format" in state)) throw unreadable(name, "its state is damaged");
  if (state.format !== FORMAT)
    throw unreadable(name, `its format is ${String(state.format)}, and this version reads ${FORMAT}`);
  const isWhole =
    Number.isInteger(state.revision) &&
    Number.isInteger(state.nextGroupId) &&
    Array.isArray(state.groups) &&
    Array.isArray(state.views);
  if (!isWhole) throw unreadable(name, "its list of groups and views is damaged");
  return state;
}

/** Writes one batch. Nobody sees it before a state counts it. */
export async function putBatch(database: Database, key: [number, number], bytes: Uint8Array): Promise<void> {
  return guarded(database.name, async () => {
    const transaction = database.transaction("batches", "readwrite", { durability: "strict" });
    await allOrNothing(transaction, () => transaction.store.put(bytes, key));
  });
}

/** Deletes a group's batches from a number on: those that no state counts, after a change that failed. */
export async function deleteBatches(database: Database, groupId: number, from: number): Promise<void> {
  return guarded(database.name, async () => {
    const transaction = database.transaction("batches", "readwrite");
    await allOrNothing(transaction, () => transaction.store.delete(batchesRange(groupId, from)));
  });
}

/** Deletes the batches that no state counts: those of a tab that was closed, or died, while it was storing. */
export async function sweepBatches(database: Database, groups: readonly StoredGroup[]): Promise<void> {
  const counted = new Map(groups.map(({ id, numBatches }) => [id, numBatches]));
  await guarded(database.name, async () => {
    const keys = await database.getAllKeys("batches");
    const left = keys.filter(([id, number]) => number >= (counted.get(id) ?? 0));
    if (left.length === 0) return;
    const transaction = database.transaction("batches", "readwrite");
    await allOrNothing(transaction, () => Promise.all(left.map((key) => transaction.store.delete(key))));
  });
}

function batchesRange(groupId: number, from = 0): IDBKeyRange {
  return IDBKeyRange.bound([groupId, from], [groupId, []]);
}

/** The commit of a change to histories and views that leaves nothing behind: one small record. */
export async function commitState(database: Database, state: StoredState): Promise<void> {
  return guarded(database.name, async () => {
    const transaction = database.transaction("state", "readwrite", { durability: "strict" });
    await allOrNothing(transaction, () => transaction.store.put(state, "state"));
  });
}

/**
 * The commit of a change that takes rows away: with the new state go the batches and the online rows that it counts no
 * more. All of it becomes true together, or nothing does. Look-ups wait for it, 0.1 s where 100 000 online rows go.
 */
export async function commitRemoval(
  database: Database,
  state: StoredState,
  removed: readonly { groupId: number; name: string }[] | "everything",
): Promise<void> {
  return guarded(database.name, async () => {
    const transaction = database.transaction(["state", "batches", "online"], "readwrite", {
      durability: "strict",
    });
    await allOrNothing(transaction, async () => {
      const states = transaction.objectStore("state");
      const batches = transaction.objectStore("batches");
      const online = transaction.objectStore("online");
      const requests: Promise<unknown>[] = [];
      const send = (request: Promise<unknown>) => {
        // Where a later request fails at once, nobody waits for this one any more.
        request.catch(() => undefined);
        requests.push(request);
      };
      if (removed === "everything") for (const store of [states, batches, online]) send(store.clear());
      else
        for (const { groupId, name } of removed) {
          send(batches.delete(batchesRange(groupId)));
          send(online.delete(onlineRange(name)));
          send(states.delete(["online", name]));
        }
      send(states.put(state, "state"));
      await Promise.all(requests);
    });
  });
}

/**
 * Runs a write transaction to its end. Whatever fails inside takes all of it back.
 *
 * @returns What `run` does, once it is durable.
 * @throws What made the transaction fail, rather than the abort that every waiting request hears of.
 */
export async function allOrNothing<T>(
  transaction: { done: Promise<void>; error: DOMException | null; abort(): void },
  run: () => Promise<T>,
): Promise<T> {
  const done = transaction.done;
  // The failure is thrown below; without this it would be reported a second time, as unhandled.
  done.catch(() => undefined);
  let result: T;
  try {
    result = await run();
  } catch (error) {
    const cause = transaction.error ?? error;
    if (transaction.error === null) transaction.abort();
    throw cause;
  }
  await done;
  return result;
}

/**
 * The keys of one group's online rows. In IndexedDB's order an array comes after every number and text, and an array
 * that begins with an array comes after every `["int64", "…"]`, which is how some keys begin.
 */
export function onlineRange(group: string): IDBKeyRange {
  return IDBKeyRange.bound([group], [group, [[]]]);
}

/**
 * Runs something on the database and gives its failures our names: full, or unreadable.
 *
 * @throws StorageError `storage_full` or `storage_unreadable`, with the browser's own error as its cause.
 */
export async function guarded<T>(name: string, run: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof MicroFSError || (signal?.aborted && error === signal.reason)) throw error;
    const kind = error instanceof Error || error instanceof DOMException ? error.name : "";
    if (kind === "QuotaExceededError") {
      throw new StorageError(
        "storage_full",
        `The browser has no room left for the store ${quote(name)}. Nothing of this change was kept. Delete a feature group, or free space on the disk, and try again.`,
        { cause: error },
      );
    }
    if (kind === "VersionError") throw unreadable(name, "a newer microFS wrote it", error);
    throw unreadable(name, error instanceof Error ? error.message : String(error), error);
  }
}

/** The error of a stored state that cannot be read. */
export function unreadable(name: string, why: string, cause?: unknown): StorageError {
  return new StorageError(
    "storage_unreadable",
    `The stored state of ${quote(name)} cannot be read: ${why}. Reload the page; if that does not help, delete this store, or open one of another name.`,
    { cause },
  );
}
