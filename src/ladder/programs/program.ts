import type { JoinVariant } from "../../compare/variant";
import type { Language } from "../../terms/languages";
import type { LineId } from "./line-parts";
import type { Misconception } from "./misconceptions";

/** A line that a program can be built of. */
export interface ProgramLine {
  /** Stays the same whatever is changed in its text, and in every language where it does the same. */
  readonly id: LineId;
  /** Source text without its indentation. */
  readonly text: string;
  /** Lines of one group stand together, and one of them belongs; `null` where a line stands alone. */
  readonly group: string | null;
  /** How far it is indented, counted in steps. Where it stands does not change that. */
  readonly indent: number;
  /** What it does, in three words, beside it once it is seen to be wrong: "earliest first". `null` where it is right. */
  readonly does: string | null;
  /** It is in every program, always at its place: no reader takes or moves it. */
  readonly fixed: boolean;
}

/** A line in a program, indented so far. */
export interface PlacedLine {
  readonly id: LineId;
  readonly indent: number;
}

/** A program as it stands, from the top. */
export type Arrangement = readonly PlacedLine[];

/** What the join is built of in one language. */
export interface LadderProgram {
  readonly language: Language;
  /** What it is given: tables or arguments, and their columns, in a sentence or two. */
  readonly given: string;
  readonly lines: readonly ProgramLine[];
  /**
   * The lines' ids from the top to the bottom of a program. Lines of one inner list change nothing by changing places, and so
   * may stand in any order; of one group there is only ever one.
   */
  readonly slots: readonly (readonly LineId[])[];
  /** One step of indentation, as text. */
  readonly step: string;
  /** Text that the program needs before it when it runs, and that no reader sees. */
  readonly prelude: string;
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
