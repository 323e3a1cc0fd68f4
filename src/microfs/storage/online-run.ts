import { allOrNothing, type Database, onlineRange, type StoredState } from "./database";
import type { OnlineCommit, OnlineRecord } from "./online-key";

/**
 * How a run of many keys becomes true all at once, though it is written in many short transactions, between which look-ups
 * come in. A record carries the number of the run that wrote it and the row that was there before; one small record in
 * `state` says up to which run all is committed.
 *
 * ```text
 * state    ["online", "payments"]   { run: 4, rowsBefore: 2 }                      run 5 is under way
 * online   ["payments", 1]          { row: 12, …, run: 4 }                         seen: row 12
 * online   ["payments", 2]          { row: 15, …, run: 5, before: { row: 9, … } }  seen: row 9
 * online   ["payments", 3]          { row: 11, …, run: 5 }                         seen: nothing
 * ```
 *
 * The commit makes it `{ run: 5, rowsBefore: null }`, and rows 12, 15 and 11 are seen. A run that was given up is
 * taken back at once, one that died with its tab before the next one begins; until then nobody sees it.
 *
 * Runs of a store take turns (`withWriteLock`), so that there is never more than one that is not committed.
 */

/** What is true of a group's online records, as `states` has it. */
export async function commitOf(
  states: { get(key: ["online", string]): Promise<StoredState | OnlineCommit | undefined> },
  group: string,
): Promise<OnlineCommit> {
  const stored = await states.get(["online", group]);
  return stored !== undefined && "run" in stored ? stored : { run: 0, rowsBefore: null };
}

/** So many keys are written, or taken back, in one transaction: in some 20 ms, which is what a look-up waits for at most. */
export const KEYS_AT_ONCE = 250;

const durability = "strict";

/**
 * Begins a run, after taking back one that died.
 *
 * @returns Its number.
 */
export async function beginRun(database: Database, group: string): Promise<number> {
  await rollBackRun(database, group);
  const transaction = database.transaction(["state", "online"], "readwrite", { durability });
  const states = transaction.objectStore("state");
  return allOrNothing(transaction, async () => {
    const { run } = await commitOf(states, group);
    const rowsBefore = await transaction.objectStore("online").count(onlineRange(group));
    await states.put({ run, rowsBefore }, ["online", group]);
    return run + 1;
  });
}

/** Makes everything true that a run has written, at once. */
export function commitRun(database: Database, group: string, run: number): Promise<void> {
  return putCommit(database, group, { run, rowsBefore: null });
}

/** Takes back what a run that was given up has written. Does nothing where there is none. */
export async function rollBackRun(database: Database, group: string): Promise<void> {
  const { run, rowsBefore } = await commitOf(database.transaction("state").store, group);
  if (rowsBefore === null) return;
  let range: IDBKeyRange | null = onlineRange(group);
  // Where there was nothing before, nothing has to be looked at.
  if (rowsBefore === 0) await deleteAll(database, range);
  else while (range !== null) range = await takeSomeBack(database, range, run);
  await putCommit(database, group, { run, rowsBefore: null });
}

async function deleteAll(database: Database, range: IDBKeyRange): Promise<void> {
  const transaction = database.transaction("online", "readwrite", { durability });
  await allOrNothing(transaction, () => transaction.store.delete(range));
}

/** @returns Where to go on, or `null` at the end. */
async function takeSomeBack(
  database: Database,
  range: IDBKeyRange,
  committedRun: number,
): Promise<IDBKeyRange | null> {
  const transaction = database.transaction("online", "readwrite", { durability });
  const { store } = transaction;
  return allOrNothing(transaction, async () => {
    const { keys, records, rest } = await nextRecords(store, range, KEYS_AT_ONCE);
    const takenBack = records.map((record, i) => {
      if (record.run === undefined || record.run <= committedRun) return undefined;
      return record.before === undefined ? store.delete(keys[i]) : store.put(record.before, keys[i]);
    });
    await Promise.all(takenBack);
    return rest;
  });
}

async function putCommit(database: Database, group: string, commit: OnlineCommit): Promise<void> {
  const transaction = database.transaction("state", "readwrite", { durability });
  await allOrNothing(transaction, () => transaction.store.put(commit, ["online", group]));
}

/**
 * The next records of a range, in the order of their keys, with their keys.
 *
 * @returns `rest`: where to go on, or `null` at the end.
 */
export async function nextRecords(
  store: {
    getAllKeys(range: IDBKeyRange, count: number): Promise<IDBValidKey[][]>;
    getAll(range: IDBKeyRange, count: number): Promise<OnlineRecord[]>;
  },
  range: IDBKeyRange,
  count: number,
): Promise<{ keys: IDBValidKey[][]; records: OnlineRecord[]; rest: IDBKeyRange | null }> {
  const [keys, records] = await Promise.all([store.getAllKeys(range, count), store.getAll(range, count)]);
  const rest =
    keys.length < count ? null : IDBKeyRange.bound(keys.at(-1), range.upper, true, range.upperOpen);
  return { keys, records, rest };
}
