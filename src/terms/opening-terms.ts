/** What everything here is about: Home says them first. */
export const OPENING_TERMS = [
  {
    term: "feature store",
    text: "Keeps what was known about each user, account or thing, and when: for training as it was at any moment, for serving as it is now.",
  },
  {
    term: "point-in-time join",
    text: "Takes for each row to predict the latest feature row of the same entity that was known at that moment. Also called an as-of join.",
  },
] as const;
