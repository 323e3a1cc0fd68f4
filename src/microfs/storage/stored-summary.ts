import { openDB } from "idb";
import { checkedState, guarded, type Layout } from "./database";

/** How much is stored under a name. */
export interface StoredSummary {
  groups: number;
  rows: number;
}

/**
 * Looks what is stored under a name, without making or changing anything. A deletion that is under way is waited for.
 *
 * @returns `null` where nothing is.
 * @throws StorageError `storage_unreadable`.
 */
export async function storedSummary(name: string): Promise<StoredSummary | null> {
  let isThere = true;
  const opening = openDB<Layout>(name, undefined, {
    upgrade(_database, _from, _to, transaction) {
      // Asked for without a version, only a database that is not there is "upgraded". It is not to be made.
      isThere = false;
      transaction.done.catch(() => undefined);
      transaction.abort();
    },
  });
  return guarded(name, async () => {
    try {
      const database = await opening;
      const isStore = database.objectStoreNames.contains("state");
      const state = isStore ? checkedState(name, await database.get("state", "state")) : { groups: [] };
      database.close();
      const { groups } = state;
      return { groups: groups.length, rows: groups.reduce((sum, { numRows }) => sum + numRows, 0) };
    } catch (error) {
      if (!isThere) return null;
      throw error;
    }
  });
}
