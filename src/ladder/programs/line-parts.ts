/** What a written join says, part by part. `null` where it says nothing of it. */
export interface JoinParts {
  /** Whether a row must be of the same user. */
  readonly byKey: boolean;
  /** How its event time must stand to the moment of the prediction. */
  readonly happened: "<=" | "<" | ">=" | ">" | "=" | "!=" | "same_date" | null;
  /** How its created time must stand to that moment; `event_time` where another time stands in its place, as `<=`. */
  readonly known: "<=" | "<" | "event_time" | null;
  /** How its event time must stand to the moment less the TTL. */
  readonly fresh: ">=" | ">" | "<=" | "<" | null;
  /** What is taken of the rows that pass. */
  readonly cell: "row" | "greatest_of_each" | null;
  /** Which of them counts. */
  readonly order: "latest" | "earliest" | null;
}

/** What one line says of a join. */
export type LinePart = Partial<JoinParts>;

/**
 * Every line that says something, the same in all languages, with what it says; `null` for lines that only hold the others
 * together, which every program has.
 */
export const LINE_PARTS = {
  frame_1: null,
  frame_2: null,
  frame_3: null,
  frame_4: null,
  frame_5: null,
  frame_6: null,
  frame_7: null,
  own_row: { cell: "row" },
  greatest_of_each: { cell: "greatest_of_each" },
  same_user: { byKey: true },
  happened: { happened: "<=" },
  happened_before: { happened: "<" },
  same_date: { happened: "same_date" },
  known: { known: "<=" },
  fresh: { fresh: ">=" },
  latest: { order: "latest" },
  earliest: { order: "earliest" },
} as const satisfies Readonly<Record<string, LinePart | null>>;
export type LineId = keyof typeof LINE_PARTS;
