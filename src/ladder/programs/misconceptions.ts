/** What a join that somebody has written can get wrong, the gravest first. */
export const MISCONCEPTIONS = [
  "no_key",
  "greatest_of_each_column",
  "same_date",
  "no_time",
  "earliest",
  "created_forgotten",
  "strictly_before",
  "any_age",
] as const;
export type Misconception = (typeof MISCONCEPTIONS)[number];
