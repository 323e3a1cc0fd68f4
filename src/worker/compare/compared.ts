import type { ComparedView } from "../../compare/compared-view";

/** What is compared, and what its rows are known by. */
export interface Compared {
  readonly data: ComparedView;
  /** By a group's name: the numbers that its rows are known by. */
  readonly idsOf: (name: string) => Int32Array;
}
