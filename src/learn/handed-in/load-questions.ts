import { LESSON_NAMES } from "../lesson-names";
import { loadLesson } from "../load-lesson";
import { type Asked, ask, variantCount } from "../questions/ask";

/** What names a question in one of its forms. It may be of another version of the app, or of none. */
export interface QuestionName {
  readonly lesson: string;
  readonly question: string;
  readonly variant: number;
}

/** Gives a question as it is asked; `null` where this version has none. The same object for the same question. */
export type AskedLookup = (name: QuestionName) => Asked | null;

/** Loads the lessons that some answers name, so that their questions can be asked again. */
export async function loadQuestions(named: Iterable<Pick<QuestionName, "lesson">>): Promise<AskedLookup> {
  const wanted = new Set([...named].map(({ lesson }) => lesson));
  const loaded = await Promise.all(LESSON_NAMES.filter((name) => wanted.has(name)).map(loadLesson));
  const lessons = new Map<string, (typeof loaded)[number]["lesson"]>(
    loaded.map(({ name, lesson }) => [name, lesson]),
  );
  const known = new Map<string, Asked | null>();
  return ({ lesson: name, question, variant }) => {
    const key = JSON.stringify([name, question, variant]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const lesson = lessons.get(name);
    const data =
      lesson !== undefined && Object.hasOwn(lesson.questions, question)
        ? lesson.questions[question]
        : undefined;
    const isThere = lesson !== undefined && data !== undefined && variant < variantCount(data);
    const asked = isThere ? ask(lesson, question, variant) : null;
    known.set(key, asked);
    return asked;
  };
}
