import type { EntitySlice } from "../../microfs/core";
import type { Phase } from "../../terms/phases";
import type { BeliefName } from "./beliefs";

/** What can be answered. Its `id` is what is kept of an answer, and stays the same in every variant. */
export type Option =
  /** A candidate, by its row number in the join's group. */
  | { readonly id: string; readonly kind: "row"; readonly row: number }
  | { readonly id: "none"; readonly kind: "none" }
  | { readonly id: string; readonly kind: "phase"; readonly phase: Phase }
  | { readonly id: string; readonly kind: "count"; readonly count: number }
  | { readonly id: string; readonly kind: "join"; readonly join: number };

/** The row that an option names, by its number in the join's group; `null` where it names none, or there is no such option. */
export function rowOfOption({ options }: Pick<Answered, "options">, id: string | null): number | null {
  const option = options.find((one) => one.id === id);
  return option?.kind === "row" ? option.row : null;
}

/** What can be answered to a question, and what the engine answers. */
export interface Answered {
  readonly options: readonly Option[];
  /** The `id` of the right one. */
  readonly right: string;
  /** What each of the others stands for. */
  readonly beliefs: ReadonlyMap<string, BeliefName>;
}

/** A question about a step of a timeline, with what can be answered. */
export interface AskedStep extends Answered {
  /** The `id` of a wrong option that a class must be offered, since many took it before. */
  readonly offers?: string;
  readonly slice: EntitySlice;
  /** Where the picture stands when it is asked. */
  readonly at: {
    readonly spineRow: number;
    readonly join: number;
    readonly phase: Phase;
    /** Which of the joins is meant is asked: none of them is before the others. */
    readonly together?: boolean;
  };
}
