import type { LinePart } from "../programs/line-parts";

export const BLANK_IDS = ["key", "happened", "known", "fresh", "order"] as const;
export type BlankId = (typeof BLANK_IDS)[number];

/** A place in a program that is left open. */
export interface Blank {
  readonly id: BlankId;
  /** What it is, for those who do not see where it stands: "how the event time compares". */
  readonly label: string;
  /** Whether it is written, or chosen from {@link fillings}. */
  readonly kind: "text" | "choice";
  /** What can stand there, as it is written best. The right one is not always the first. */
  readonly fillings: readonly Filling[];
}

/** What can stand in a blank, and what it says of the join. */
export interface Filling {
  readonly text: string;
  readonly part: LinePart;
}

/** What stands in blanks, as it was typed or chosen. What is absent or of spaces alone is open. */
export type Filled = Readonly<Partial<Record<BlankId, string>>>;
