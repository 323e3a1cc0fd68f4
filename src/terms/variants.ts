/** The joins that are compared: the view's own, those that leave one part of its rule out, and those that have no rule. */
export const VARIANT_NAMES = [
  "own",
  "event_time",
  "no_delay",
  "event_time_no_delay",
  "no_ttl",
  "strict",
  "nearest",
  "forward",
  "latest",
  "calendar_date",
  "ordinary",
] as const;
export type VariantName = (typeof VARIANT_NAMES)[number];

export interface VariantTerm {
  /** In tables and menus. */
  readonly word: string;
  /** Under the word, beside its picture. */
  readonly picks: string;
  /** What somebody does who makes this join. */
  readonly glossary: string;
}

/** Every variant: what it is called, what it takes, and what it means. */
export const VARIANT_TERMS: Readonly<Record<VariantName, VariantTerm>> = {
  own: {
    word: "as of",
    picks: "the last known by then",
    glossary: "The view’s own join, as it is declared and edited.",
  },
  event_time: {
    word: "event time only",
    picks: "the last that had happened by then",
    glossary:
      "The clock of event times in place of created times: a row counts as known from when it happened, after its delay.",
  },
  no_delay: {
    word: "without the delay",
    picks: "the last, as if facts came at once",
    glossary: "As if every row could be used the moment it was created.",
  },
  event_time_no_delay: {
    word: "event time, no delay",
    picks: "the last that had happened, at once",
    glossary: "Event times alone, and no delay: as if everything were known the moment it happened.",
  },
  no_ttl: {
    word: "without TTL",
    picks: "the last known, however old",
    glossary: "The same join with no limit on a row’s age.",
  },
  strict: {
    word: "< instead of ≤",
    picks: "the last known strictly before",
    glossary: "A row at the very moment of the prediction does not count.",
  },
  nearest: {
    word: "nearest",
    picks: "the closest, before or after",
    glossary: "The row closest in time, whichever side it lies on.",
  },
  forward: {
    word: "forward",
    picks: "the next from then on",
    glossary: "The first row from the moment of the prediction on.",
  },
  latest: {
    word: "latest",
    picks: "the last there is",
    glossary: "The last row of the entity, whatever the moment: what a table of current values gives.",
  },
  calendar_date: {
    word: "same calendar date",
    picks: "every row of that day",
    glossary:
      "Every row of the entity whose event time lies on the same date in UTC: a join on the date of both sides.",
  },
  ordinary: {
    word: "ordinary join",
    picks: "every row there is",
    glossary: "Every row of the entity, whatever its time: a join on the key alone, which multiplies rows.",
  },
};
