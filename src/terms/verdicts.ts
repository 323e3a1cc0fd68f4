import type { Verdict } from "../microfs/core";
import {
  disc,
  discInRing,
  fullDiamond,
  type Glyph,
  halfDisc,
  hatchedDiamond,
  smallDisc,
  struckSquare,
} from "./glyphs";
import type { Phase } from "./phases";

/** What a mark shows: its verdict as far as it is known; a chosen row that was not yet known is a leak. */
export type MarkState = Verdict | "leak" | "undecided";

/** What is said of rows that a phase ruled out. `{beyond the TTL}` stands for what the TTL says in the join's direction. */
export interface Clause {
  /** Of one row, and of several. */
  readonly one: string;
  readonly many: string;
  /** After `None of the 3 payments`; `null` where it is said of all instead: `All 3 payments lie before that moment`. */
  readonly none: string | null;
  /** The same of rows of several joins: true whatever their rules are. `nothing` is said where no row is ruled out. */
  readonly together: { readonly one: string; readonly many: string; readonly nothing: string };
}

export interface VerdictTerm {
  /** What stands beside the glyph. */
  readonly word: string;
  readonly glyph: Glyph;
  /** A custom property of `ui/tokens.css`. */
  readonly token: `--${string}`;
  /** From the lane's line up, where rows of several states are counted at one place: what matters most is lowest. */
  readonly priority: number;
  /** The phase from which on it is known; `null` before any. */
  readonly phase: Phase | null;
  /** Only of what a phase rules out. */
  readonly clause: Clause | null;
  readonly glossary: string;
}

/** Every state of a mark: what it is called, what it looks like, and what it means. To add a verdict is to add a row. */
export const VERDICT_TERMS = {
  chosen: {
    word: "chosen",
    glyph: discInRing,
    token: "--verdict-chosen",
    priority: 1,
    phase: "keep_latest",
    clause: null,
    glossary: "The row that the join takes.",
  },
  leak: {
    word: "leak",
    glyph: fullDiamond,
    token: "--leak",
    priority: 2,
    phase: "keep_latest",
    clause: null,
    glossary:
      "A chosen row that was not known at the prediction's moment, by its group's own clock and delay: offline the model sees it, in production it cannot.",
  },
  superseded: {
    word: "superseded",
    glyph: smallDisc,
    token: "--verdict-superseded",
    priority: 3,
    phase: "keep_latest",
    clause: null,
    glossary: "Not ruled out, but another row was picked.",
  },
  undecided: {
    word: "not judged yet",
    glyph: disc,
    token: "--verdict-candidate",
    priority: 4,
    phase: null,
    clause: null,
    glossary: "The join has not come to this row's verdict yet.",
  },
  expired: {
    word: "expired",
    glyph: smallDisc,
    token: "--verdict-expired",
    priority: 5,
    phase: "rule_out_expired",
    clause: {
      one: "is {beyond the TTL}",
      many: "are {beyond the TTL}",
      none: null,
      together: {
        one: "lies outside the TTL",
        many: "lie outside the TTL",
        nothing: "Nothing that remains lies outside the TTL",
      },
    },
    glossary: "The row is older, or farther away, than the TTL.",
  },
  not_yet_known: {
    word: "not yet known",
    glyph: halfDisc,
    token: "--verdict-not-yet-known",
    priority: 6,
    phase: "rule_out_not_yet_known",
    clause: {
      one: "cannot be used yet",
      many: "cannot be used yet",
      none: "can be used yet",
      together: {
        one: "cannot be used yet",
        many: "cannot be used yet",
        nothing: "All that has happened is known",
      },
    },
    glossary: "The row had happened, but the store could not know it yet.",
  },
  wrong_side: {
    word: "wrong side",
    glyph: struckSquare,
    token: "--verdict-future",
    priority: 7,
    phase: "rule_out_wrong_side",
    clause: {
      one: "lies before that moment",
      many: "lie before that moment",
      none: null,
      together: {
        one: "lies on the wrong side of that moment",
        many: "lie on the wrong side of that moment",
        nothing: "Nothing lies on the wrong side",
      },
    },
    glossary: "The row lies where the join does not look. Only of `forward` and `nearest`.",
  },
  future: {
    word: "future",
    glyph: hatchedDiamond,
    token: "--verdict-future",
    priority: 8,
    phase: "rule_out_future",
    clause: {
      one: "has not happened yet",
      many: "have not happened yet",
      none: "has happened yet",
      together: {
        one: "has not happened yet",
        many: "have not happened yet",
        nothing: "Nothing lies in the future",
      },
    },
    glossary: "The row had not happened yet.",
  },
} as const satisfies Readonly<Record<MarkState, VerdictTerm>>;
