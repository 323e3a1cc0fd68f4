import type { ReasonName } from "../microfs/core";

/** What a join can have found for a training row: a row that it may use, one that leaks, or nothing, for a reason. */
export type Finding = ReasonName | "leak";

export interface ReasonTerm {
  readonly word: string;
  /** After `null, because`; "" where something was found. */
  readonly because: string;
  /** After the group's name, where a row is worth a look; "" where it is not. */
  readonly notable: string;
  readonly glossary: string;
}

/** Every finding, in the order in which they are drawn and listed. */
export const REASON_TERMS: Readonly<Record<Finding, ReasonTerm>> = {
  chosen: { word: "chosen", because: "", notable: "", glossary: "A row was found, and it was known." },
  leak: {
    word: "leak",
    because: "",
    notable: "leaks",
    glossary: "A row was found that was not known by then.",
  },
  expired: {
    word: "expired",
    because: "what was known lies outside the TTL",
    notable: "finds nothing that is not expired",
    glossary: "At least one row was known, but all of them lie outside the TTL.",
  },
  not_yet_known: {
    word: "not yet known",
    because: "it had happened, but was not known yet",
    notable: "finds nothing that was known yet",
    glossary: "At least one row had happened, but the store could not know it yet.",
  },
  future_only: {
    word: "future only",
    because: "nothing happened before that moment",
    notable: "finds nothing but the future",
    glossary: "No row of the entity happened before that moment.",
  },
  wrong_side: {
    word: "wrong side",
    because: "every row lies where this join does not look",
    notable: "finds nothing on the side where it looks",
    glossary: "Every row lies where the join does not look. Only of `forward` and `nearest`.",
  },
  no_entity: {
    word: "no such entity",
    because: "the group has no row of this entity",
    notable: "finds nothing: it has no row of this entity",
    glossary: "The group has no row of this entity at all.",
  },
  null_key: {
    word: "null key",
    because: "the key is null, and null matches nothing",
    notable: "finds nothing: the key is null",
    glossary: "A column that the join is on is null in the row to predict. Null matches nothing, as in SQL.",
  },
};

/** Every finding, in the order in which they are drawn. */
export const FINDINGS = Object.keys(REASON_TERMS) as readonly Finding[];
