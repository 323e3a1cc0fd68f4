import type { OnlineRequest } from "./answers/serving";
import { asofJoin, NO_MATCH } from "./asof-join";
import { inTimeOrder } from "./explain";
import type { FeatureGroup } from "./feature-group";
import type { JoinRule } from "./join/join-rule";
import { allOrNothing, type Database, guarded, onlineRange } from "./storage/database";
import { onlineKey } from "./storage/online-key";
import type { OnlineRow } from "./storage/online-row";
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
 */
export function latestRows(group: FeatureGroup, asOfUs: bigint | null): OnlineRow[] {
  const features = group.index.features(group.primaryKeys);
  const entities = features.starts.length - 1;
  const rule: JoinRule = {
    direction: asOfUs === null ? "latest" : "backward",
    ...group.own,
    ttlUs: null,
    allowExactMatches: true,
  };
  const spine = {
    keys: Int32Array.from({ length: entities }, (_, entity) => entity),
    times: toTimes(new BigInt64Array(entities).fill(asOfUs ?? 0n)),
  };
  const rows = asofJoin(spine, features, rule).index.filter((row) => row !== NO_MATCH);
  return Array.from(rows, (row) => onlineRow(group, row));
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

/** This many writes are under way at once: enough to keep IndexedDB busy, few enough to tell of progress. */
const WRITES_AT_ONCE = 1_000;

/** Options of a materialize run that change nothing about its result. */
export interface MaterializeProgress {
  /** Called now and then with the keys done so far and all keys. */
  onProgress?: (done: number, total: number) => void;
  /** Aborting takes back everything this run has written. */
  signal?: AbortSignal;
}

/** Writes rows that are later than what is there, in one transaction. */
export async function writeOnline(
  database: Database,
  group: FeatureGroup,
  rows: readonly OnlineRow[],
  { onProgress, signal }: MaterializeProgress,
): Promise<MaterializeReport> {
  const report: MaterializeReport = { written: 0, unchanged: 0, keptNewer: 0 };
  const types = keyTypes(group);
  const write = async () => {
    const transaction = database.transaction("online", "readwrite", { durability: "strict" });
    const writeRow = async (row: OnlineRow) => {
      const key = onlineKey(group.name, types, row.key);
      const there = await transaction.store.get(key);
      if (there?.row === row.row) report.unchanged++;
      else if (there !== undefined && inTimeOrder(there, row) > 0) report.keptNewer++;
      else {
        report.written++;
        await transaction.store.put(row, key);
      }
    };
    await allOrNothing(transaction, async () => {
      for (let from = 0; from < rows.length; from += WRITES_AT_ONCE) {
        signal?.throwIfAborted();
        await Promise.all(rows.slice(from, from + WRITES_AT_ONCE).map(writeRow));
        onProgress?.(Math.min(from + WRITES_AT_ONCE, rows.length), rows.length);
      }
    });
  };
  await guarded(database.name, write, signal);
  return report;
}

/** One entity's row in a group, or `undefined` where it was never materialized or the key has a null. */
export async function readOnline(
  database: Database,
  requests: readonly OnlineRequest[],
): Promise<(OnlineRow | undefined)[]> {
  return guarded(database.name, async () => {
    const { store } = database.transaction("online");
    return Promise.all(
      requests.map(({ group, key }) =>
        key.some((value) => value === null || Number.isNaN(value))
          ? undefined
          : store.get(onlineKey(group.name, keyTypes(group), key)),
      ),
    );
  });
}

/** A page of a group's online rows in the order of their keys, and how many there are in all. */
export async function listOnline(
  database: Database,
  group: string,
  offset: number,
  limit: number,
): Promise<{ rows: OnlineRow[]; total: number }> {
  return guarded(database.name, async () => {
    const { store } = database.transaction("online");
    const total = await store.count(onlineRange(group));
    const rows: OnlineRow[] = [];
    let cursor = limit > 0 ? await store.openCursor(onlineRange(group)) : null;
    if (cursor !== null && offset > 0) cursor = await cursor.advance(offset);
    while (cursor !== null && rows.length < limit) {
      rows.push(cursor.value);
      cursor = await cursor.continue();
    }
    return { rows, total };
  });
}

/** Removes all of a group's online rows. */
export async function clearOnline(database: Database, group: string): Promise<void> {
  return guarded(database.name, async () => {
    const transaction = database.transaction("online", "readwrite", { durability: "strict" });
    await Promise.all([transaction.store.delete(onlineRange(group)), transaction.done]);
  });
}

function keyTypes(group: FeatureGroup) {
  return group.primaryKeys.map((name) => group.column(name).type);
}
