import { shownText } from "../tokenize-csv";

/*
 * What is noted of a cell beside its value: one byte, whose lowest bit says that there is a value. It takes the place of the
 * byte that says whether the cell is null, so that a note costs nothing where there is nothing to note. The other
 * bits mean something else in each type of column.
 */
export const VALUE = 1;

/** Numbers. */
export const LEADING_ZEROS = 2;
export const LOST_SIGN = 4;
export const LOST_DIGITS = 8;
export const WITH_UNIT = 16;
export const WITHOUT_UNIT = 32;

/** Times. Those without either have a zone, or are counted. */
export const ZONELESS = 2;
export const DAY_ALONE = 4;

/** Bools: which pair of words, shifted by this. */
export const WORD_PAIR_SHIFT = 1;

/** Texts, and why they are null. */
export const TRIMMED = 2;
export const BLANK = 64;
export const QUOTED_BLANK = 128;

/** How many cells of a column have one note, and the first of them. */
export interface NoteCount {
  note: number;
  cells: number;
  /** At most {@link MOST_EXAMPLES}. None where the note is `VALUE`, `BLANK` or 0. */
  examples: Array<{ row: number; text: string; becomes: string }>;
}

export const MOST_EXAMPLES = 3;

/** The notes of a column's cells, with the first texts of each note. */
export class CellNotes {
  /** Shape [capacity]. 0 is null; written over when a row is read again. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly #examples = new Map<number, Array<{ row: number; text: string }>>();
  /** 1 for the notes that have their examples. */
  readonly #isFull = new Uint8Array(256);

  constructor(capacity: number) {
    this.bytes = new Uint8Array(capacity);
  }

  /** Notes something of the cell that is the bytes [`start`, `end`). */
  add(row: number, note: number, bytes: Uint8Array, start: number, end: number): void {
    this.bytes[row] = note;
    // Most cells may have the same note: what is above is short, so that it is inlined.
    if (this.#isFull[note] === 0) this.#addExample(row, note, bytes, start, end);
  }

  #addExample(row: number, note: number, bytes: Uint8Array, start: number, end: number): void {
    const examples = this.#examples.get(note) ?? [];
    examples.push({ row, text: shownText(bytes.subarray(start, end)) });
    this.#examples.set(note, examples);
    if (examples.length === MOST_EXAMPLES) this.#isFull[note] = 1;
  }

  /** Forgets the texts of a row that is not taken after all. */
  drop(row: number): void {
    for (const [note, examples] of this.#examples) {
      if (examples.at(-1)?.row !== row) continue;
      examples.pop();
      this.#isFull[note] = 0;
    }
  }

  /**
   * The first `rows` cells: which have a value, and how many have which note. `written` gives a row's value as text. Nothing is noted
   * afterwards.
   */
  finish(
    rows: number,
    written: (row: number) => string,
  ): { valid: Uint8Array; nulls: number; notes: NoteCount[] } {
    const valid = this.bytes.slice(0, rows);
    const counts = new Int32Array(256);
    for (let row = 0; row < rows; row++) {
      const note = valid[row] as number;
      counts[note] = (counts[note] as number) + 1;
      valid[row] = note & VALUE;
    }
    const notes: NoteCount[] = [];
    let nulls = 0;
    for (let note = 0; note < counts.length; note++) {
      const cells = counts[note] as number;
      if (cells === 0) continue;
      if ((note & VALUE) === 0) nulls += cells;
      const examples = this.#examples.get(note) ?? [];
      notes.push({
        note,
        cells,
        examples: examples.map(({ row, text }) => ({ row, text, becomes: written(row) })),
      });
    }
    this.#examples.clear();
    this.#isFull.fill(0);
    return { valid, nulls, notes };
  }
}
