import type { Direction } from "../microfs/core";

export interface DirectionTerm {
  /** As an answer to: which way? */
  readonly choice: string;
  /** After `keep the`. */
  readonly picks: string;
  /** What a query asks for, as its comment says it. */
  readonly wanted: string;
  /** What it is called where it took what was not known. */
  readonly join: string;
  readonly glossary: string;
}

/** Every direction of a join. */
export const DIRECTION_TERMS: Readonly<Record<Direction, DirectionTerm>> = {
  backward: {
    choice: "back, take the last",
    picks: "latest",
    wanted: "the latest row",
    join: "training join",
    glossary: "The latest row that had happened and was known: the only direction that cannot leak.",
  },
  nearest: {
    choice: "nearest, either way",
    picks: "nearest",
    wanted: "the nearest row, past or future (this can leak)",
    join: "“nearest” join",
    glossary: "The row closest in time, before or after.",
  },
  forward: {
    choice: "forward, take the next",
    picks: "earliest",
    wanted: "the next row (this leaks)",
    join: "“forward” join",
    glossary: "The first row from that moment on.",
  },
  latest: {
    choice: "the latest of all",
    picks: "last",
    wanted: "the last row there is, whatever the moment (this can leak)",
    join: "“latest” join",
    glossary: "The last row there is, whatever the moment: a join without point-in-time correctness.",
  },
};
