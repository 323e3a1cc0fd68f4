import type { Table } from "apache-arrow";
import type { CsvPlan } from "../../formats/csv/csv-plan";
import { readCsv } from "../../formats/csv/read-csv";
import type { FeatureGroupDefinition, FeatureStore } from "../../microfs";
import type { ImportReport, JobProgress, RejectedLine } from "../answers";
import { breathe } from "../jobs";
import { joinTables } from "./join-tables";

/**
 * Reads a file by a plan and stores its rows, making the group where there is none. All of the file is read before
 * the first row is stored: a cancel, or an error, leaves the store as it was.
 *
 * @throws FormatError, MicroFSError, or the signal's reason.
 */
export async function importCsv(
  store: FeatureStore,
  file: Blob,
  plan: CsvPlan,
  group: FeatureGroupDefinition,
  options: { onProgress: (progress: JobProgress) => void; signal: AbortSignal },
): Promise<ImportReport> {
  const tables: Table[] = [];
  const lines: Int32Array[] = [];
  const rejected: RejectedLine[] = [];
  let ambiguousTimes = 0;
  const onProgress = (done: number, total: number) => options.onProgress({ done, total, unit: "bytes" });
  for await (const batch of readCsv(file, plan, { onProgress, signal: options.signal })) {
    tables.push(batch.table);
    lines.push(batch.lines);
    for (const row of batch.rejected) rejected.push(row);
    ambiguousTimes += batch.ambiguousTimes;
    await breathe();
    options.signal.throwIfAborted();
  }
  const wasThere = store.featureGroups.has(group.name);
  await store.createFeatureGroup(group);
  try {
    const table = joinTables(tables);
    const report = await store.insert(group.name, table);
    for (const row of report.rejected) {
      rejected.push({
        line: lineOf(lines, row.row),
        column: row.column,
        value: String(row.value),
        reason: row.reason,
      });
    }
    rejected.sort((a, b) => a.line - b.line);
    return {
      fgName: group.name,
      inserted: report.inserted,
      duplicates: report.duplicates,
      rejected,
      ambiguousTimes,
    };
  } catch (error) {
    if (!wasThere) await store.deleteFeatureGroup(group.name);
    throw error;
  }
}

/** The file's line of a row counted over all batches. */
function lineOf(batches: readonly Int32Array[], row: number): number {
  let rest = row;
  for (const lines of batches) {
    const line = lines[rest];
    if (line !== undefined) return line;
    rest -= lines.length;
  }
  throw new RangeError(`row must be in the file: ${row}`);
}
