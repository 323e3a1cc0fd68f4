import type { CsvColumn } from "../csv-plan";

/** What is proposed for one column, and what only a person can know about it. */
export interface Guess {
  column: CsvColumn;
  question?: ColumnQuestion;
  /** Whether it is open if a sign in its numbers separates thousands or begins the decimals. */
  openDecimal?: OpenDecimal;
}

/** A column that reads well in more than one way. `change` is of the column alone. */
export interface ColumnQuestion {
  text: string;
  choices: Array<{ label: string; change: Partial<CsvColumn> }>;
}

/** What a way of guessing found. */
export type Found = Pick<Guess, "question" | "openDecimal"> & { change: Partial<CsvColumn> };

/** Numbers in which one sign may separate thousands or begin the decimals: 1,234 and 1.250. */
export interface OpenDecimal {
  sign: "," | ".";
  thousands: Partial<CsvColumn>;
  decimals: Partial<CsvColumn>;
}
