import { type ColumnLoss, lossId, lossSentence } from "../../formats/csv/column-loss";
import { LossCount } from "../../formats/csv/count-losses";
import type { CsvPlan } from "../../formats/csv/csv-plan";
import { readCsv } from "../../formats/csv/read-csv";
import { FormatError } from "../../formats/format-error";
import type { FeatureStore } from "../../microfs";
import type { ColumnBatch, FeatureGroupDefinition } from "../../microfs/core";
import type { ImportReport, JobProgress, RejectedLine } from "../results";
import { yieldToEvents } from "../yield-to-events";

/**
 * Reads a file by a plan and stores its rows, making the group where there is none. All of the file is read before
 * the first row is stored, and group and rows are stored at once: a cancel, an error, or a tab that is closed leaves the
 * store as it was. A cancel is heard until the last of them is handed to the database.
 *
 * @throws FormatError (`unaccepted_loss` where reading loses what nobody has said may be lost), MicroFSError, or the signal's reason.
 */
export async function importCsv(
  store: FeatureStore,
  file: Blob,
  plan: CsvPlan,
  group: FeatureGroupDefinition,
  options: {
    onProgress: (progress: JobProgress) => void;
    signal: AbortSignal;
    /** The losses that a person has said are all right, each as `lossId` names it. */
    acceptedLosses: readonly string[];
  },
): Promise<ImportReport> {
  const pieces: ColumnBatch[] = [];
  const lines: Int32Array[] = [];
  const rejected: RejectedLine[] = [];
  const lost = new LossCount(plan);
  let rows = 0;
  let ambiguousTimes = 0;
  const onProgress = (done: number, total: number) => options.onProgress({ done, total, unit: "bytes" });
  const pause = async () => {
    await yieldToEvents();
    options.signal.throwIfAborted();
  };
  for await (const batch of readCsv(file, plan, { onProgress, signal: options.signal })) {
    pieces.push(batch.rows);
    lines.push(batch.lines);
    for (const row of batch.rejected) rejected.push(row);
    rows += batch.lines.length + batch.rejected.length;
    ambiguousTimes += batch.ambiguousTimes;
    lost.add(batch);
    await pause();
  }
  const unaccepted = lost.losses.find((loss) => !options.acceptedLosses.includes(lossId(loss)));
  if (unaccepted !== undefined) throw unacceptedLoss(unaccepted);
  const [report] = await store.load({ groups: [{ definition: group, pieces }] }, pause);
  for (const row of report?.rejected ?? []) {
    rejected.push({
      line: lineOf(lines, row.row),
      column: row.column,
      value: String(row.value),
      reason: row.reason,
    });
  }
  rejected.sort((a, b) => a.line - b.line);
  const inserted = report?.inserted ?? 0;
  const duplicates = report?.duplicates ?? 0;
  if (rows !== inserted + duplicates + rejected.length)
    throw new RowsUnaccountedFor(rows, inserted, duplicates, rejected.length);
  return {
    fgName: group.name,
    rows,
    inserted,
    duplicates,
    rejected,
    losses: lost.losses,
    rowsWithBlankTail: lost.rowsWithBlankTail,
    made: plan.made,
    ambiguousTimes,
  };
}

function unacceptedLoss(loss: ColumnLoss): FormatError {
  return new FormatError(
    "unaccepted_loss",
    `${lossSentence(loss)} Say that it may be stored so, or read the column in another way.`,
  );
}

/** A fault of this program: a row was read of which nobody knows what became. */
class RowsUnaccountedFor extends Error {
  constructor(rows: number, inserted: number, duplicates: number, rejected: number) {
    super(
      `${rows} rows were read, but ${inserted} were stored, ${duplicates} were there already and ${rejected} were left out.`,
    );
    this.name = "RowsUnaccountedFor";
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
