import * as v from "valibot";
import { LANGUAGES, type Language } from "../../terms/languages";
import { RUNGS } from "../route/route";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What a reader has made of the join in one language. */
const LanguageWorkSchema = v.object({
  /** The lines as they were ordered; `null` before one was moved. */
  arrangement: v.nullable(v.array(v.object({ id: v.string(), indent: count }))),
  /** What was filled in, by the blank; `null` before anything was. */
  blanks: v.nullable(v.record(v.string(), v.string())),
  /** The program as it was written; `null` before a letter was. */
  source: v.nullable(v.string()),
  /** The last program with which all tests agreed, whatever was written since; `null` before one was. */
  finished: v.nullable(v.string()),
  /** How many hints were asked for while writing it. */
  hints: count,
  /** The rungs on which all tests have agreed. */
  solved: v.array(v.picklist(RUNGS)),
});
export type LanguageWork = v.InferOutput<typeof LanguageWorkSchema>;

const LadderWorkSchema = v.object({
  version: v.literal(1),
  /** What has not been begun is absent. */
  languages: v.partial(
    v.object(
      Object.fromEntries(LANGUAGES.map((language) => [language, LanguageWorkSchema])) as Record<
        Language,
        typeof LanguageWorkSchema
      >,
    ),
  ),
});
/** All that a reader has made on the ladder, as a plain JSON value. */
export type LadderWork = v.InferOutput<typeof LadderWorkSchema>;

export const NO_WORK: LadderWork = { version: 1, languages: {} };

const NOT_BEGUN: LanguageWork = {
  arrangement: null,
  blanks: null,
  source: null,
  finished: null,
  hints: 0,
  solved: [],
};

/** What was made in one language. */
export function workIn(work: LadderWork, language: Language): LanguageWork {
  return work.languages[language] ?? NOT_BEGUN;
}

/** Changes what was made in one language; the same work where nothing differs. */
export function withWork(work: LadderWork, language: Language, change: Partial<LanguageWork>): LadderWork {
  const before = workIn(work, language);
  const names = Object.keys(change) as (keyof LanguageWork)[];
  if (names.every((name) => change[name] === before[name])) return work;
  return { ...work, languages: { ...work.languages, [language]: { ...before, ...change } } };
}

/** Reads what was kept; `null` where it is none of this version. */
export function readLadderWork(text: string): LadderWork | null {
  try {
    const read = v.safeParse(LadderWorkSchema, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}
