import { asofJoin, NO_MATCH } from "./asof-join";
import type { FeatureGroup } from "./feature-group";
import { copiedRow, materializeRule } from "./online-rule";
import type { OnlineRequest } from "./serving";
import { allOrNothing, checkedState, type Database, guarded, onlineRange } from "./storage/database";
import { committedRow, type OnlineRow, onlineKey } from "./storage/online-key";
import { beginRun, commitOf, commitRun, KEYS_AT_ONCE, nextRecords, rollBackRun } from "./storage/online-run";
import { toTimes } from "./time";

/** What a materialize run did, in keys. */
export interface MaterializeReport {
  written: number;
  /** The row was there already. */
  unchanged: number;
  /** A later row was there, and stays. */
  keptNewer: number;
}

/**
 * The latest row of each entity, by (event time, created time, insertion order); with `asOfUs`, only of the rows
 * known by then. That is an as-of join too: one spine row per entity, all at one moment.
 *
 * @returns Rows of the group's table, at most one per entity.
 */
export function latestRows(group: FeatureGroup, asOfUs: bigint | null): Int32Array {
  const features = group.index.features(group.primaryKeys);
  const entities = features.starts.length - 1;
  const spine = {
    keys: Int32Array.from({ length: entities }, (_, entity) => entity),
    times: toTimes(new BigInt64Array(entities).fill(asOfUs ?? 0n)),
  };
  return asofJoin(spine, features, materializeRule(group.clock, asOfUs)).index.filter(
    (row) => row !== NO_MATCH,
  );
}

function onlineRow(group: FeatureGroup, row: number): OnlineRow {
  const value = (name: string) => group.column(name).get(row);
  return {
    row,
    eventTime: value(group.eventTime) as bigint,
    createdTime: group.createdTime === undefined ? null : (value(group.createdTime) as bigint),
    key: group.primaryKeys.map(value),
    values: Object.fromEntries(Array.from(group.columns.keys(), (name) => [name, value(name)])),
  };
}

/** What is read at once where it must be read to be counted. */
const RECORDS_AT_ONCE = 1_000;

/** Options of a materialize run that change nothing about its result. */
export interface MaterializeProgress {
  /** Called now and then with the keys done so far and all keys. */
  onProgress?: (done: number, total: number) => void;
  /** Aborting takes back everything this run has written. */
  signal?: AbortSignal;
}

/**
 * Writes rows of a group's table that are later than what is there. Look-ups see what was there before until all of them
 * are written, and wait for some keys' writing at most.
 *
 * @param rows - At most one per entity.
 */
export async function writeOnline(
  database: Database,
  group: FeatureGroup,
  rows: Int32Array,
  { onProgress, signal }: MaterializeProgress,
): Promise<MaterializeReport> {
  const report: MaterializeReport = { written: 0, unchanged: 0, keptNewer: 0 };
  const write = async () => {
    const run = await beginRun(database, group.name);
    try {
      for (let from = 0; from < rows.length; from += KEYS_AT_ONCE) {
        signal?.throwIfAborted();
        await writeSome(database, group, rows.subarray(from, from + KEYS_AT_ONCE), run, report);
        onProgress?.(Math.min(from + KEYS_AT_ONCE, rows.length), rows.length);
      }
      await commitRun(database, group.name, run);
    } catch (error) {
      // What cannot be taken back now, on a full disk or with the database gone, nobody sees; the next run takes it back.
      await rollBackRun(database, group.name).catch(() => undefined);
      throw error;
    }
  };
  await guarded(database.name, write, signal);
  return report;
}

async function writeSome(
  database: Database,
  group: FeatureGroup,
  rows: Int32Array,
  run: number,
  report: MaterializeReport,
): Promise<void> {
  const transaction = database.transaction("online", "readwrite", { durability: "strict" });
  const { store } = transaction;
  const types = keyTypes(group);
  const writeRow = async (row: OnlineRow) => {
    const key = onlineKey(group.name, types, row.key);
    const there = committedRow(await store.get(key), run - 1);
    const copied = copiedRow(there, row);
    report[copied]++;
    if (copied === "written") await store.put({ ...row, run, before: there }, key);
  };
  await allOrNothing(transaction, () =>
    Promise.all(Array.from(rows, (row) => writeRow(onlineRow(group, row)))),
  );
}

/**
 * Looks rows up, all in one transaction, and reads along which revision of the state they belong to.
 *
 * @returns `rows`: per request the row to be seen, or `undefined` where there is none or the key has a null.
 */
export async function readOnline(
  database: Database,
  requests: readonly OnlineRequest[],
): Promise<{ revision: number; rows: (OnlineRow | undefined)[] }> {
  return guarded(database.name, async () => {
    const transaction = database.transaction(["state", "online"]);
    const states = transaction.objectStore("state");
    const online = transaction.objectStore("online");
    const readRow = async ({ group, key }: OnlineRequest) => {
      if (key.some((value) => value === null || Number.isNaN(value))) return undefined;
      const [{ run }, record] = await Promise.all([
        commitOf(states, group.name),
        online.get(onlineKey(group.name, keyTypes(group), key)),
      ]);
      return committedRow(record, run);
    };
    const [state, rows] = await Promise.all([states.get("state"), Promise.all(requests.map(readRow))]);
    return { revision: checkedState(database.name, state).revision, rows };
  });
}

/**
 * A page of a group's online rows in the order of their keys, and how many there are in all. While a run is under way the
 * records before the page have to be read to know which of them are rows: some 10 ms per 1 000.
 */
export async function listOnline(
  database: Database,
  group: string,
  offset: number,
  limit: number,
): Promise<{ rows: OnlineRow[]; total: number }> {
  return guarded(database.name, async () => {
    const transaction = database.transaction(["state", "online"]);
    const { run, rowsBefore } = await commitOf(transaction.objectStore("state"), group);
    const store = transaction.objectStore("online");
    const range = onlineRange(group);
    const total = rowsBefore ?? (await store.count(range));
    const numRows = Math.min(limit, total - offset);
    let rest: IDBKeyRange | null = range;
    let skip = offset;
    if (rowsBefore === null && offset > 0) {
      const cursor = await (await store.openKeyCursor(range))?.advance(offset);
      rest = cursor ? IDBKeyRange.bound(cursor.key, range.upper, false, range.upperOpen) : null;
      skip = 0;
    }
    const rows: OnlineRow[] = [];
    while (rest !== null && rows.length < numRows) {
      const some = await nextRecords(store, rest, rowsBefore === null ? numRows : RECORDS_AT_ONCE);
      const seen = some.records.map((record) => committedRow(record, run)).filter((row) => row !== undefined);
      rows.push(...seen.slice(skip, skip + numRows - rows.length));
      skip = Math.max(0, skip - seen.length);
      rest = some.rest;
    }
    return { rows, total };
  });
}

/** Removes all of a group's online rows. */
export async function clearOnline(database: Database, group: string): Promise<void> {
  return guarded(database.name, async () => {
    const transaction = database.transaction(["state", "online"], "readwrite", { durability: "strict" });
    await allOrNothing(transaction, () =>
      Promise.all([
        transaction.objectStore("online").delete(onlineRange(group)),
        transaction.objectStore("state").delete(["online", group]),
      ]),
    );
  });
}

function keyTypes(group: FeatureGroup) {
  return group.primaryKeys.map((name) => group.column(name).type);
}
