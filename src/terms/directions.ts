import type { Direction } from "../microfs/core";

/** A part of a join's rule beside its direction and its TTL, which every direction looks at. */
export type IgnorablePart = "delay" | "clock" | "exact";

export interface DirectionTerm {
  /** As a join's definition names it. */
  readonly word: string;
  /** As an answer to: which way? */
  readonly choice: string;
  /** After `keep the`. */
  readonly picks: string;
  /** What a query asks for, as its comment says it. */
  readonly wanted: string;
  /** What it is called where it took what was not known. */
  readonly join: string;
  /** The parts of a rule that it does not look at: choosing them changes nothing. */
  readonly ignores: readonly IgnorablePart[];
  readonly glossary: string;
}

/** Every direction of a join. */
export const DIRECTION_TERMS: Readonly<Record<Direction, DirectionTerm>> = {
  backward: {
    word: "backward",
    choice: "back, take the last",
    picks: "latest",
    wanted: "the latest row",
    join: "training join",
    ignores: [],
    glossary: "The latest row that had happened and was known: the only direction that cannot leak.",
  },
  nearest: {
    word: "nearest",
    choice: "nearest, either way",
    picks: "nearest",
    wanted: "the nearest row, past or future (this can leak)",
    join: "“nearest” join",
    ignores: ["delay", "clock"],
    glossary: "The row closest in time, before or after.",
  },
  forward: {
    word: "forward",
    choice: "forward, take the next",
    picks: "earliest",
    wanted: "the next row (this leaks)",
    join: "“forward” join",
    ignores: ["delay", "clock"],
    glossary: "The first row from that moment on.",
  },
  latest: {
    word: "latest",
    choice: "the latest of all",
    picks: "last",
    wanted: "the last row there is, whatever the moment (this can leak)",
    join: "“latest” join",
    ignores: ["delay", "clock", "exact"],
    glossary: "The last row there is, whatever the moment: a join without point-in-time correctness.",
  },
};
