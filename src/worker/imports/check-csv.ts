import type { ColumnLoss } from "../../formats/csv/column-loss";
import { LossCount } from "../../formats/csv/count-losses";
import type { CsvPlan } from "../../formats/csv/csv-plan";
import { readCsv } from "../../formats/csv/read-csv";
import { type Widening, widenings } from "../../formats/csv/widenings";
import { type ColumnBatch, EntityCount, toTimes } from "../../microfs/core";
import type { JobProgress, RejectedLine } from "../results";
import { yieldToEvents } from "../yield-to-events";

/** What would become of a whole file. Duplicates show themselves only when it is stored. */
export interface CsvCheck {
  /** All rows, and those among them that the plan can read. */
  rows: number;
  readable: number;
  /** The first of those that it cannot, at most {@link MOST_LISTED}, in the order of their lines. */
  rejected: RejectedLine[];
  /** Times without a zone that came twice in the plan's zone; the first coming would be taken. */
  ambiguousTimes: number;
  /** What the plan would not keep of the readable rows, in the order of the columns. */
  losses: ColumnLoss[];
  /** Wider types that would read what is rejected. */
  widenings: Widening[];
  /** Readable rows with blank cells past the last column, which are passed over. */
  rowsWithBlankTail: number;
  /** Texts in readable rows with blanks around them, which the plan takes off. */
  trimmedCells: number;
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
  const lost = new LossCount(plan);
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
    lost.add(batch);
    facts.add(batch.rows);
    await yieldToEvents();
    options.signal.throwIfAborted();
  }
  const { losses, rowsWithBlankTail, trimmedCells } = lost;
  return {
    ...count,
    rejected,
    widenings: widenings(plan, rejected),
    losses,
    rowsWithBlankTail,
    trimmedCells,
    facts: facts.facts,
  };
}

/** What a file's readable rows say about the roles that a plan gives its columns. Times in microseconds. */
export interface CsvFacts {
  /** Different entities; `null` where there are more than can be counted in passing. */
  entities: number | null;
  /** The first and the last event time; `null` where there is none. */
  firstUs: bigint | null;
  lastUs: bigint | null;
  /** Rows that were created before they happened, and more than an hour after. */
  createdBefore: number;
  createdLate: number;
}

const MOST_ENTITIES = 1_000_000;
const LATE_US = 3_600_000_000n;

/** Gathers the facts of a file batch by batch. */
class CsvFactsCount {
  readonly #plan: CsvPlan;
  #entities: EntityCount | null = null;
  readonly #facts: CsvFacts = {
    entities: 0,
    firstUs: null,
    lastUs: null,
    createdBefore: 0,
    createdLate: 0,
  };

  constructor(plan: CsvPlan) {
    this.#plan = plan;
  }

  get facts(): CsvFacts {
    return this.#facts;
  }

  /** O(rows of the batch). */
  add(batch: ColumnBatch): void {
    this.#addEntities(batch);
    const { eventTime, createdTime } = this.#plan;
    const happened = timesOf(batch, eventTime);
    if (happened === null) return;
    const created = timesOf(batch, createdTime) ?? happened;
    const eventTimes = toTimes(happened);
    const createdTimes = created === happened ? eventTimes : toTimes(created);
    let [first, last] = [0, 0];
    for (let row = 0; row < batch.numRows; row++) {
      const event = eventTimes[row] ?? 0;
      if (event < (eventTimes[first] ?? 0)) first = row;
      if (event > (eventTimes[last] ?? 0)) last = row;
      const known = createdTimes[row] ?? 0;
      if (known < event) this.#facts.createdBefore++;
      else if (known !== event && (created[row] ?? 0n) - (happened[row] ?? 0n) > LATE_US)
        this.#facts.createdLate++;
    }
    if (batch.numRows === 0) return;
    const [firstUs = 0n, lastUs = 0n] = [happened[first], happened[last]];
    if (this.#facts.firstUs === null || firstUs < this.#facts.firstUs) this.#facts.firstUs = firstUs;
    if (this.#facts.lastUs === null || lastUs > this.#facts.lastUs) this.#facts.lastUs = lastUs;
  }

  #addEntities(batch: ColumnBatch): void {
    const key = this.#plan.key.flatMap((name) => batch.columns.get(name) ?? []);
    if (key.length === 0 || this.#facts.entities === null) return;
    this.#entities ??= new EntityCount(key.map(({ type }) => type));
    this.#entities.add(key, batch.numRows);
    const { count } = this.#entities;
    this.#facts.entities = count > MOST_ENTITIES ? null : count;
    if (count > MOST_ENTITIES) this.#entities = null;
  }
}

/** A required column has no nulls. */
function timesOf(batch: ColumnBatch, name: string | null): BigInt64Array | null {
  const values = name === null ? null : batch.columns.get(name)?.values;
  return values instanceof BigInt64Array ? values : null;
}
