import { createContext, type ReactNode, useContext } from "react";
import type { LoadedLesson } from "../../../learn/load-lesson";
import type { Answer } from "../../../learn/progress";
import type { Asked } from "../../../learn/questions/ask";
import type { Directive } from "../../../learn/text/lesson-text";
import { LessonDataContext } from "../../../views/lesson-text/inlines";

/** The lesson that a part of the page belongs to, the app's own or somebody else's, and what the learner has done in it. */
export interface OpenLesson extends Omit<LoadedLesson, "name"> {
  /** A question as it is asked of this learner: the variant that an attribute names, or the one that another question, which it names, was asked in; else the one that the seed picks. */
  readonly ask: (name: string, variant?: string) => Asked;
  /** The same question in another variant, for another try; `null` where there is none. The same object for the same variant. */
  readonly askAgain: (asked: Asked, variant?: string) => Asked | null;
  /** What was answered to it in this lesson; `null` before. */
  readonly answerTo: (asked: Asked) => CommittedAnswer | null;
  /** Keeps an answer, for good. */
  readonly commit: (asked: Asked, option: string, confidence: Answer["confidence"]) => void;
  /** What was made by hand, by the directive's own key; `null` before. */
  readonly made: (key: string) => readonly (string | null)[] | null;
  readonly keepMade: (key: string, made: readonly (string | null)[]) => void;
}

/** What of an answer the parts of a lesson show. */
export type CommittedAnswer = Pick<Answer, "option" | "confidence">;

/** One of the app's own lessons likewise. */
export interface LessonHandle extends OpenLesson {
  readonly name: LoadedLesson["name"];
}

const LessonContext = createContext<OpenLesson | LessonHandle | null>(null);

export interface LessonProviderProps {
  readonly value: OpenLesson | LessonHandle;
  readonly children: ReactNode;
}

/** Makes a lesson the one that the parts of the page within it belong to. */
export function LessonProvider({ value, children }: LessonProviderProps) {
  return (
    <LessonContext value={value}>
      <LessonDataContext value={value.lesson}>{children}</LessonDataContext>
    </LessonContext>
  );
}

/** What every directive's component is given. */
export interface DirectiveProps {
  readonly directive: Directive;
}

export function useLesson(): OpenLesson {
  const lesson = useContext(LessonContext);
  if (lesson === null) throw new Error("this part of the page must stand inside a lesson");
  return lesson;
}

/** Whether this part of the page stands in a lesson by somebody else: what is answered there does not come back. */
export function useIsOwnLesson(): boolean {
  const lesson = useContext(LessonContext);
  return lesson !== null && !("name" in lesson);
}

/** The lesson of the course, where what is shown is for those alone. */
export function useCourseLesson(): LessonHandle {
  const lesson = useLesson();
  if (!("name" in lesson)) throw new Error("this part of the page must stand inside a lesson of the course");
  return lesson as LessonHandle;
}
