import type { Table } from "apache-arrow";
import type { ColumnLoss } from "../../formats/csv/column-loss";
import { LossCount } from "../../formats/csv/count-losses";
import type { CsvPlan } from "../../formats/csv/csv-plan";
import { readCsv } from "../../formats/csv/read-csv";
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
    facts.add(batch.table);
    await yieldToEvents();
    options.signal.throwIfAborted();
  }
  const { losses, rowsWithBlankTail, trimmedCells } = lost;
  return { ...count, rejected, losses, rowsWithBlankTail, trimmedCells, facts: facts.facts };
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
  readonly #entities = new Set<bigint | string | number | boolean>();
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
  add(table: Table): void {
    this.#addEntities(table);
    const { eventTime, createdTime } = this.#plan;
    const happened = timesOf(table, eventTime);
    if (happened === null) return;
    const created = timesOf(table, createdTime);
    for (let row = 0; row < table.numRows; row++) {
      const eventUs = happened[row] ?? 0n;
      if (this.#facts.firstUs === null || eventUs < this.#facts.firstUs) this.#facts.firstUs = eventUs;
      if (this.#facts.lastUs === null || eventUs > this.#facts.lastUs) this.#facts.lastUs = eventUs;
      const createdUs = created?.[row] ?? eventUs;
      if (createdUs < eventUs) this.#facts.createdBefore++;
      else if (createdUs - eventUs > LATE_US) this.#facts.createdLate++;
    }
  }

  #addEntities(table: Table): void {
    const keys = this.#plan.key.map((name) => columnOf(table, name));
    const [first] = keys;
    if (first === undefined || this.#facts.entities === null) return;
    for (let row = 0; row < table.numRows; row++) {
      const values = keys.map((key) => key?.get(row));
      // As JSON, so that ("1", "11") and ("11", "1") stay two.
      this.#entities.add(keys.length === 1 ? values[0] : JSON.stringify(values.map(String)));
    }
    if (this.#entities.size > MOST_ENTITIES) {
      this.#facts.entities = null;
      this.#entities.clear();
    } else this.#facts.entities = this.#entities.size;
  }
}

/** By place and not by name: Arrow looks a name up in an object. */
function columnOf(table: Table, name: string) {
  const at = table.schema.fields.findIndex((field) => field.name === name);
  return at < 0 ? null : table.getChildAt(at);
}

function timesOf(table: Table, name: string | null): BigInt64Array | null {
  const column = name === null ? null : columnOf(table, name);
  // A batch is one chunk; a required column has no nulls.
  return column?.data[0]?.values ?? null;
}
