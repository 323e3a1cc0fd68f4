import { useEffect, useState } from "react";
import { questionKey } from "../../../learn/kept-questions";
import type { LessonName } from "../../../learn/lesson-names";
import { type LoadedLesson, loadLesson } from "../../../learn/load-lesson";
import { type Progress, progressIn, withLesson } from "../../../learn/progress";
import { openingReviews, REVIEWED, type ReviewItem, reviewSources } from "../../../learn/review";
import type { Block, Directive } from "../../../learn/text/lesson-text";
import { changeProgress, learnStore } from "../../../state/learn/progress-store";
import { useAppHandle } from "../../../state/use-app";

/** A question of another lesson, with what that lesson says before it. */
export interface ReviewQuestion {
  readonly item: ReviewItem;
  readonly from: LoadedLesson;
  readonly hook: readonly Block[];
  readonly directive: Directive;
}

export interface OpeningReview {
  /** `null` while they are looked for: those that there were when the lesson was opened. */
  readonly questions: readonly ReviewQuestion[] | null;
  /** Leaves the review, or goes past it: it does not open this lesson again. */
  readonly leave: () => void;
}

const NOTHING: readonly ReviewQuestion[] = [];

/** The questions of earlier lessons that open a lesson which was not begun. */
export function useOpeningReview(lesson: LessonName): OpeningReview {
  const app = useAppHandle();
  const [questions, setQuestions] = useState<readonly ReviewQuestion[] | null>(() =>
    reviewOf(lesson, app.part(learnStore).getState().progress).length === 0 ? NOTHING : null,
  );
  useEffect(() => {
    const { progress } = app.part(learnStore).getState();
    let isWanted = true;
    Promise.all(reviewOf(lesson, progress).map(loadLesson)).then(
      (sources) => isWanted && setQuestions(questionsOf(lesson, progress, sources)),
      // Whoever cannot load an earlier lesson can still take this one.
      () => isWanted && setQuestions(NOTHING),
    );
    return () => {
      isWanted = false;
    };
  }, [app, lesson]);
  const leave = () => {
    changeProgress(app, (before) => withReviewed(before, lesson, questions ?? NOTHING));
    setQuestions(NOTHING);
  };
  return { questions, leave };
}

function reviewOf(lesson: LessonName, progress: Progress): LessonName[] {
  const isBegun =
    progressIn(progress, lesson).parts > 0 ||
    progress.answers.some((one) => one.lesson === lesson && one.at === "lesson");
  return isBegun ? [] : reviewSources(lesson, progress);
}

function questionsOf(
  lesson: LessonName,
  progress: Progress,
  sources: readonly LoadedLesson[],
): ReviewQuestion[] {
  const lessons = new Map(sources.map((one) => [one.name, one.lesson]));
  return openingReviews(lesson, progress, lessons).flatMap((item) => {
    const from = sources.find(({ name }) => name === item.lesson);
    return from === undefined ? [] : (reviewQuestion(item, from) ?? []);
  });
}

/** What the first part tells of the same scenario: what is only checked later takes that as read, and a review may come days after. */
function storyBefore(part: number, asked: string, from: LoadedLesson): readonly Block[] {
  const [first] = from.parts;
  const { questions } = from.lesson;
  if (part === 0 || first === undefined) return [];
  const asks = first.blocks.findIndex(
    (block) =>
      block.kind === "directive" &&
      (block.attributes.scenario ?? questions[block.attributes.question ?? ""]?.scenario) ===
        questions[asked]?.scenario,
  );
  return asks === -1 ? [] : wordsOf(first.blocks.slice(0, asks));
}

function wordsOf(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter(({ kind }) => kind !== "directive");
}

/** `null` where the lesson asks it nowhere: then there are no words for it. */
export function reviewQuestion(item: ReviewItem, from: LoadedLesson): ReviewQuestion | null {
  for (const [part, { blocks }] of from.parts.entries())
    for (const [i, block] of blocks.entries()) {
      const isAsked = block.kind === "directive" && (block.name === "predict" || block.name === "check");
      if (!isAsked || block.attributes.question !== item.question) continue;
      return {
        item,
        from,
        hook: [
          ...(block.name === "check" ? storyBefore(part, item.question, from) : []),
          ...wordsOf(blocks.slice(0, i)),
        ],
        directive: block,
      };
    }
  return null;
}

/** Keeps which questions the opening of a lesson has reviewed, or passed over. */
export function withReviewed(
  progress: Progress,
  lesson: LessonName,
  questions: readonly Pick<ReviewQuestion, "item">[],
): Progress {
  const { made } = progressIn(progress, lesson);
  const reviewed = new Set([...(made[REVIEWED] ?? []), ...questions.map(({ item }) => questionKey(item))]);
  return withLesson(progress, lesson, { made: { ...made, [REVIEWED]: [...reviewed] } });
}
