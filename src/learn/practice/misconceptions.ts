import type { LessonName } from "../lesson-names";
import type { BeliefName } from "../questions/beliefs";

/** What is practised, one for each of the ten lessons, in their order. A link numbers them: a new one goes to the end. */
export const MISCONCEPTIONS = [
  "latest",
  "closest",
  "boundary",
  "age",
  "empty",
  "rows",
  "known",
  "leak",
  "online",
  "one_line",
] as const;
export type Misconception = (typeof MISCONCEPTIONS)[number];

interface MisconceptionEntry {
  /** The lesson that is about it. */
  readonly lesson: LessonName;
  /** Items are made for these: in each of them one of these answers otherwise than the engine. */
  readonly beliefs: readonly [BeliefName, ...BeliefName[]];
  /** Wrong answers that stand for these are signs of it, too. */
  readonly signs: readonly BeliefName[];
}

/** Every belief stands in one of these, once: a test counts them. */
export const MISCONCEPTION_TABLE: Readonly<Record<Misconception, MisconceptionEntry>> = {
  latest: { lesson: "tempting-join", beliefs: ["latest"], signs: ["next", "passed_future"] },
  closest: { lesson: "look-left", beliefs: ["closest"], signs: ["older", "first"] },
  boundary: { lesson: "boundary", beliefs: ["strictly_before", "at_counts"], signs: [] },
  age: { lesson: "too-old", beliefs: ["any_age", "ttl_from_now"], signs: ["passed_age"] },
  empty: { lesson: "nothing", beliefs: ["must_be_filled", "nothing_fits"], signs: [] },
  rows: {
    lesson: "one-row",
    beliefs: ["multiplies", "any_of_tie"],
    signs: ["each_known", "one_each", "left_out", "one_moment"],
  },
  known: {
    lesson: "known-then",
    beliefs: ["happened_is_known", "no_delay"],
    signs: ["passed_known", "ruled_out_before"],
  },
  leak: { lesson: "time-split", beliefs: ["harmless"], signs: [] },
  online: {
    lesson: "two-stores",
    beliefs: ["online_follows", "last_written"],
    signs: ["online_ahead", "online_history", "older_online", "nothing_online"],
  },
  one_line: { lesson: "your-data", beliefs: ["table_as_of"], signs: [] },
};

const OF_BELIEF: ReadonlyMap<BeliefName, Misconception> = new Map(
  MISCONCEPTIONS.flatMap((name) => {
    const { beliefs, signs } = MISCONCEPTION_TABLE[name];
    return [...beliefs, ...signs].map((belief) => [belief, name] as const);
  }),
);

/** What a wrong answer that stands for a belief is a sign of. */
export function misconceptionOf(belief: BeliefName): Misconception {
  const found = OF_BELIEF.get(belief);
  if (found === undefined) throw new RangeError(`nothing practises ${belief}`);
  return found;
}

/** What a lesson is about; `null` of the opening. */
export function misconceptionOfLesson(lesson: LessonName): Misconception | null {
  return MISCONCEPTIONS.find((name) => MISCONCEPTION_TABLE[name].lesson === lesson) ?? null;
}
