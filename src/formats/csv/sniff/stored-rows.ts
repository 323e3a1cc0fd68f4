import type { Trial } from "./try-column";

/** 1 for each of `rows` rows that all columns can read, and so would be stored. */
export function storedRows(trials: readonly Pick<Trial, "unreadable">[], rows: number): Uint8Array {
  const stored = new Uint8Array(rows).fill(1);
  for (const { unreadable } of trials) for (const { row } of unreadable) stored[row] = 0;
  return stored;
}
