/** The lessons, in the order in which they are taken. The opening comes before the first and has no number. */
export const LESSON_NAMES = [
  "opening",
  "tempting-join",
  "look-left",
  "boundary",
  "too-old",
  "nothing",
  "one-row",
  "known-then",
  "time-split",
  "two-stores",
  "your-data",
] as const;
export type LessonName = (typeof LESSON_NAMES)[number];

/** How a lesson is taken: whole, or the first half of it alone. */
export const PACES = ["full", "short"] as const;
export type Pace = (typeof PACES)[number];

/** How sure one is of an answer, least first. */
export const CONFIDENCES = ["guessing", "fairly", "certain"] as const;
export type Confidence = (typeof CONFIDENCES)[number];
