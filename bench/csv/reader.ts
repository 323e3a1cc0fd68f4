/** Some rows as a reader left them, value by value: for checking alone. Times are microseconds, a null is null. */
export interface ReadPiece {
  rows: number;
  valueAt(column: number, row: number): bigint | number | boolean | string | null;
}

/** One program that makes typed columns of a CSV file. */
export interface CsvReader {
  name: string;
  /** Reads the file. What comes out gives its rows; `null` where it keeps none. */
  read(file: File): Promise<(() => ReadPiece[]) | null>;
}

/** What a reading came to: the same for all, or what was measured is not the same work. */
export interface Outcome {
  rows: number;
  /** Shape [columns]. How many are null. */
  nulls: number[];
  /** Shape [columns]. A hash over all values in their order. */
  hashes: number[];
}

/** Counts and hashes of all values. Costs far more than reading. */
export function outcomeOf(pieces: readonly ReadPiece[], columns: number): Outcome {
  const outcome: Outcome = { rows: 0, nulls: [], hashes: [] };
  for (const { rows } of pieces) outcome.rows += rows;
  for (let column = 0; column < columns; column++) {
    let nulls = 0;
    let hash = 0x811c9dc5; // FNV-1a
    for (const piece of pieces) {
      for (let row = 0; row < piece.rows; row++) {
        const value = piece.valueAt(column, row);
        if (value === null) nulls++;
        const text = `${value}\n`;
        for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
      }
    }
    outcome.nulls.push(nulls);
    outcome.hashes.push(hash >>> 0);
  }
  return outcome;
}
