import type { GivenEntity } from "../../compare/written-rows";
import type { CellValue } from "../../microfs/core";
import type { JoinInput, JoinRun } from "../../sandbox/join-run";
import type { Sandbox } from "../../sandbox/sandbox";
import type { Edit } from "../../scenario/edits/edit";
import type { Language } from "../../terms/languages";
import type { JoinInputs } from "../../worker/live/join-inputs";
import type { StoreHandle } from "../../worker/worker-handle";

/** A reader's program, and the joins of a view that it is run for. */
export interface OwnJoinJob {
  readonly view: string;
  readonly edits: readonly Edit[];
  /** Numbers of joins. */
  readonly joins: readonly number[];
  readonly language: Language;
  readonly source: string;
}

/** Where a reader's program stopped, and why. */
export interface OwnJoinStop {
  readonly run: Exclude<JoinRun, { kind: "rows" }>;
  readonly join: number;
  readonly keyColumns: readonly string[];
  readonly key: readonly CellValue[];
  /** The entity's first. */
  readonly trainingRow: number;
}

/** Takes over what a program gave for one entity: per prediction the place of a row among the entity's, or −1. */
export type OnAnswers = (join: number, given: GivenEntity, taken: Int32Array) => void;

/** How many entities a program is first run for, and at most, between two looks at the screen. SQL has a database for each. */
const FIRST_ENTITIES: Readonly<Record<Language, number>> = { sql: 20, python: 200, typescript: 200 };
const MOST_ENTITIES = 3200;
/** Predictions and rows together. */
const MOST_ROWS = 50_000;
/**
 * A call that is over sooner is followed by one of twice as many, one that took longer by one of half as many. Every call starts the
 * language anew, which Python needs seconds for.
 */
const SHORT_MS = 10_000;
const LONG_MS = 20_000;
/** Many times what a program needs that does not go round in circles, on a machine that is busy. */
const LIMIT_MS = 60_000;

/**
 * Runs a reader's program for one entity after the other, some in each call.
 *
 * @param onCall - Is called after each call, with what was answered in it.
 * @returns Where it stopped, or `null` where it has come to the end. Rejects with the signal's reason, or a `SandboxError`.
 */
export async function runOwnJoin(
  { store, sandbox }: { readonly store: StoreHandle; readonly sandbox: Sandbox },
  { view, edits, joins, language, source }: OwnJoinJob,
  { onAnswers, onCall }: { readonly onAnswers: OnAnswers; readonly onCall: () => void },
  signal: AbortSignal,
): Promise<OwnJoinStop | null> {
  let mostEntities = FIRST_ENTITIES[language];
  for (const join of joins) {
    for (let from = 0, entities = 1; from < entities; ) {
      const request = { join, from, mostEntities, mostRows: MOST_ROWS };
      const given = await store.joinInputs(view, edits, request, signal);
      const own = byEntity(given);
      const began = performance.now();
      const inputs = own.map(({ input }) => input);
      const runs = await sandbox.run(language, source, inputs, { limitMs: LIMIT_MS, signal });
      signal.throwIfAborted();
      const tookMs = performance.now() - began;
      if (tookMs < SHORT_MS) mostEntities = Math.min(MOST_ENTITIES, 2 * mostEntities);
      else if (tookMs > LONG_MS) mostEntities = Math.max(1, Math.floor(mostEntities / 2));
      for (const [at, run] of runs.entries()) {
        const one = own[at];
        if (one === undefined) break;
        if (run.kind !== "rows") {
          onCall();
          const trainingRow = one.given.trainingRows[0] ?? 0;
          return { run, join, keyColumns: given.keyColumns, key: given.keys[at] ?? [], trainingRow };
        }
        onAnswers(join, one.given, run.rows);
      }
      onCall();
      ({ to: from, entities } = given);
    }
  }
  return null;
}

/** What was handed over for many, for each alone: in memory of its own, because what is sent on is sent whole. */
function byEntity(given: JoinInputs): { given: GivenEntity; input: JoinInput }[] {
  return Array.from({ length: given.to - given.from }, (_, at) => {
    const asked = [given.predictionStarts[at], given.predictionStarts[at + 1]] as const;
    const rows = [given.rowStarts[at], given.rowStarts[at + 1]] as const;
    const predictionsUs = given.predictionsUs.slice(...asked);
    return {
      given: {
        trainingRows: given.trainingRows.slice(...asked),
        predictionsUs,
        rows: given.rows.slice(...rows),
        leaksBeforeUs: given.leaksBeforeUs.slice(...rows),
      },
      input: {
        predictionsUs,
        eventTimesUs: given.eventTimesUs.slice(...rows),
        knownAtUs: given.knownAtUs.slice(...rows),
        ttlUs: given.ttlUs,
      },
    };
  });
}
