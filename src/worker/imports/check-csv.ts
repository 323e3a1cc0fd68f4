import type { CsvPlan } from "../../formats/csv/csv-plan";
import { readCsv } from "../../formats/csv/read-csv";
import type { JobProgress, RejectedLine } from "../answers";
import { yieldToEvents } from "../yield-to-events";
import { type CsvFacts, CsvFactsCount } from "./csv-facts";

/** What would become of a whole file. Duplicates show themselves only when it is stored. */
export interface CsvCheck {
  /** All rows, and those among them that the plan can read. */
  rows: number;
  readable: number;
  /** The first of those that it cannot, at most {@link MOST_LISTED}, in the order of their lines. */
  rejected: RejectedLine[];
  /** Times without a zone that came twice in the plan's zone; the first coming would be taken. */
  ambiguousTimes: number;
  facts: CsvFacts;
}

const MOST_LISTED = 10_000;
// Small, so that a cancel and the page's other questions do not wait long.
const BATCH_ROWS = 20_000;

/**
 * Reads a whole file by a plan and stores nothing.
 *
 * @throws FormatError as `readCsv`, or the signal's reason.
 */
export async function checkCsv(
  file: Blob,
  plan: CsvPlan,
  options: { onProgress: (progress: JobProgress) => void; signal: AbortSignal },
): Promise<CsvCheck> {
  const facts = new CsvFactsCount(plan);
  const count = { rows: 0, readable: 0, ambiguousTimes: 0 };
  const rejected: RejectedLine[] = [];
  const onProgress = (done: number, total: number) => options.onProgress({ done, total, unit: "bytes" });
  for await (const batch of readCsv(file, plan, {
    onProgress,
    signal: options.signal,
    batchRows: BATCH_ROWS,
  })) {
    count.rows += batch.lines.length + batch.rejected.length;
    count.readable += batch.lines.length;
    count.ambiguousTimes += batch.ambiguousTimes;
    for (const row of batch.rejected.slice(0, MOST_LISTED - rejected.length)) rejected.push(row);
    facts.add(batch.table);
    await yieldToEvents();
    options.signal.throwIfAborted();
  }
  return { ...count, rejected, facts: facts.facts };
}
