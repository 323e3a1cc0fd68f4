/** What a join that somebody has written can get wrong, the gravest first. */
export const MISCONCEPTIONS = [
  "no_key",
  "greatest_of_each_column",
  "same_date",
  "looks_ahead",
  "same_moment_only",
  "other_moments_only",
  "no_time",
  "too_old_only",
  "earliest",
  "created_forgotten",
  "strictly_before",
  "strictly_known",
  "any_age",
  "edge_too_old",
] as const;
export type Misconception = (typeof MISCONCEPTIONS)[number];

export interface MisconceptionWords {
  /** What the program does, over its picture. */
  readonly headline: string;
  /** In a list, in a few words. */
  readonly name: string;
  /** Why that is wrong, in a sentence. */
  readonly why: string;
  /** The lesson that is about it, by its name in the course. */
  readonly lesson: string;
}

/** What each is called, and what is said of it. */
export const MISCONCEPTION_WORDS: Readonly<Record<Misconception, MisconceptionWords>> = {
  no_key: {
    headline: "Your program takes anybody’s payments.",
    name: "no key",
    why: "A prediction about one user can only rest on what that user did.",
    lesson: "one-row",
  },
  greatest_of_each_column: {
    headline: "Your program puts two rows together.",
    name: "greatest of each column",
    why: "The greatest time and the greatest number can come from two rows: together they never happened.",
    lesson: "look-left",
  },
  same_date: {
    headline: "Your program joins on the date.",
    name: "joined on the date",
    why: "The last payment is rarely of the same date, and one of that date may still lie ahead.",
    lesson: "one-row",
  },
  looks_ahead: {
    headline: "Your program looks ahead, not back.",
    name: "looks ahead",
    why: "What happens after the prediction could not be known when it was made.",
    lesson: "look-left",
  },
  same_moment_only: {
    headline: "Your program takes only what happens at that very moment.",
    name: "the same moment only",
    why: "The last payment counts, however long before the prediction it was, up to the TTL.",
    lesson: "boundary",
  },
  other_moments_only: {
    headline: "Your program takes any moment but that very one.",
    name: "any other moment",
    why: "What happens after the prediction could not be known when it was made; what happened at that very moment was.",
    lesson: "look-left",
  },
  no_time: {
    headline: "Your program does not ask whether it has happened.",
    name: "no event time",
    why: "A payment that is still to come was no fact yet when the prediction was made.",
    lesson: "tempting-join",
  },
  too_old_only: {
    headline: "Your program takes only what is too old.",
    name: "only what is too old",
    why: "The TTL says how old a row may be, not how old it must be.",
    lesson: "too-old",
  },
  earliest: {
    headline: "Your program takes the earliest, not the latest.",
    name: "earliest, not latest",
    why: "Of the rows that pass, the last one says how things stood at that moment.",
    lesson: "look-left",
  },
  created_forgotten: {
    headline: "Your program takes what nobody knew yet.",
    name: "created time forgotten",
    why: "A payment counts from when the store heard of it, not from when it happened.",
    lesson: "known-then",
  },
  strictly_before: {
    headline: "Your program leaves out the same moment.",
    name: "the same moment left out",
    why: "What happened at the very moment of the prediction was known by then: it counts.",
    lesson: "boundary",
  },
  strictly_known: {
    headline: "Your program leaves out what became known at that moment.",
    name: "known at that moment left out",
    why: "What became known at the very moment of the prediction was known by then: it counts.",
    lesson: "boundary",
  },
  any_age: {
    headline: "Your program takes a payment of any age.",
    name: "no TTL",
    why: "A row that is older than the TTL no longer says how things stand.",
    lesson: "too-old",
  },
  edge_too_old: {
    headline: "Your program finds a payment too old at its last moment.",
    name: "too old at its last moment",
    why: "An age equal to the TTL is still fresh.",
    lesson: "too-old",
  },
};
