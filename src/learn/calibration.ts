import { CONFIDENCES, type Confidence, type LessonName } from "./lesson-names";
import type { Progress } from "./progress";

/** How often somebody was so sure, and how often they were right then. */
export interface Calibration {
  readonly confidence: Confidence;
  readonly answers: number;
  readonly right: number;
}

/**
 * How sure a learner was, beside how often they were right: the surest first, without what was never said. Every committed answer
 * counts, other tries and reviews too. O(answers).
 *
 * @param lesson - The lesson whose questions count; `null` for all.
 */
export function calibrationOf({ answers }: Progress, lesson: LessonName | null): Calibration[] {
  return CONFIDENCES.toReversed().flatMap((confidence) => {
    const said = answers.filter(
      (one) => one.confidence === confidence && (lesson === null || one.lesson === lesson),
    );
    if (said.length === 0) return [];
    return [{ confidence, answers: said.length, right: said.filter(({ isRight }) => isRight).length }];
  });
}
