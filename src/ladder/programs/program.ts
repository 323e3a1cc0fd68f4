import type { JoinVariant } from "../../compare/variant";
import type { Language } from "../../terms/languages";
import type { Misconception } from "./misconceptions";

/** A line that a program can be built of. */
export interface ProgramLine {
  /** Stays the same whatever is changed in its text. */
  readonly id: string;
  /** Source text without its indentation. */
  readonly text: string;
  /** Lines of one group stand together, and one of them belongs; `null` where a line stands alone. */
  readonly group: string | null;
  /** How far it is indented where it belongs, counted in steps. */
  readonly indent: number;
  /** What it does, in three words, beside it once it is seen to be wrong: "earliest first". `null` where it is right. */
  readonly does: string | null;
}

/** A line in a program, indented so far. */
export interface PlacedLine {
  readonly id: string;
  readonly indent: number;
}

/** A program as it stands, from the top. */
export type Arrangement = readonly PlacedLine[];

/** What the join is built of in one language. */
export interface LadderProgram {
  readonly language: Language;
  readonly lines: readonly ProgramLine[];
  /** The right program. */
  readonly right: Arrangement;
  /** What stands there before the reader has moved anything. */
  readonly start: Arrangement;
}

/** What a program does that can run, as a join variant. */
export interface Meaning {
  readonly variant: JoinVariant;
  /** What it gets wrong, the gravest first; empty where it is right. */
  readonly misconceptions: readonly Misconception[];
}
