import type { Lesson } from "../lesson";
import { LESSON_NAMES } from "../lesson-names";
import { loadLesson } from "../load-lesson";
import { type Asked, ask, variantCount } from "../questions/ask";
import { questionLabel } from "../questions/question-label";
import type { Inline } from "../text/lesson-text";

/** What names a question in one of its forms. It may be of another version of the app, or of none. */
export interface QuestionName {
  readonly lesson: string;
  readonly question: string;
  readonly variant: number;
}

/** Gives a question as it is asked; `null` where this version has none. The same object for the same question. */
export type AskedLookup = (name: QuestionName) => Asked | null;

/** A question as its lesson words it. */
export interface QuestionWording {
  /** What its words speak of. */
  readonly lesson: Lesson;
  /** From 1, as the lesson asks. */
  readonly number: number;
  /** `null` where the lesson has no words for it. */
  readonly label: readonly Inline[] | null;
}

/** The questions of some lessons. */
export interface LoadedQuestions {
  readonly asked: AskedLookup;
  /** `null` where this version has no such question. */
  readonly wordingOf: (name: Pick<QuestionName, "lesson" | "question">) => QuestionWording | null;
}

/** Loads the lessons that some answers name, so that their questions can be asked again. */
export async function loadQuestions(named: Iterable<Pick<QuestionName, "lesson">>): Promise<LoadedQuestions> {
  const wanted = new Set([...named].map(({ lesson }) => lesson));
  const loaded = await Promise.all(LESSON_NAMES.filter((name) => wanted.has(name)).map(loadLesson));
  const lessons = new Map<string, (typeof loaded)[number]>(loaded.map((one) => [one.name, one]));
  const known = new Map<string, Asked | null>();
  const asked: AskedLookup = ({ lesson: name, question, variant }) => {
    const key = JSON.stringify([name, question, variant]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const lesson = lessons.get(name)?.lesson;
    const data =
      lesson !== undefined && Object.hasOwn(lesson.questions, question)
        ? lesson.questions[question]
        : undefined;
    const isThere = lesson !== undefined && data !== undefined && variant < variantCount(data);
    const one = isThere ? ask(lesson, question, variant) : null;
    known.set(key, one);
    return one;
  };
  const wordingOf: LoadedQuestions["wordingOf"] = ({ lesson: name, question }) => {
    const loadedOne = lessons.get(name);
    if (loadedOne === undefined || !Object.hasOwn(loadedOne.lesson.questions, question)) return null;
    const { lesson, parts } = loadedOne;
    const number = Object.keys(lesson.questions).indexOf(question) + 1;
    return { lesson, number, label: questionLabel(parts, question) };
  };
  return { asked, wordingOf };
}
