/**
 * What a written join is given: one entity. Times are whole microseconds since 1970.
 *
 * The rows of the feature group stand in the order in which they were created, equal ones in the order in which they were
 * inserted. So among rows of one event time the last is the one that counts, and no created time is needed for it.
 */
export interface JoinInput {
  readonly predictionsUs: BigInt64Array;
  readonly eventTimesUs: BigInt64Array;
  /** As long as `eventTimesUs`: from when on each row can be used. */
  readonly knownAtUs: BigInt64Array;
  /** `null` where a row never gets too old. */
  readonly ttlUs: bigint | null;
}

/** What came of running a written join on one entity. `printed` is what the program wrote on the way, cut where it was too much. */
export type JoinRun =
  /** Per prediction the row that it takes, counted from 0; −1 for none. */
  | { readonly kind: "rows"; readonly rows: Int32Array; readonly printed: string }
  /** It cannot be read, broke off, or gave what is no row number. `line` counts from 1 in the reader's own text. */
  | {
      readonly kind: "failed";
      readonly message: string;
      readonly line: number | null;
      readonly printed: string;
    }
  /** It did not end within its time, which does not count loading. */
  | { readonly kind: "timed_out"; readonly limitMs: number; readonly printed: string }
  /** It wrote more than can be shown, and was ended. */
  | { readonly kind: "flooded"; readonly printed: string };
