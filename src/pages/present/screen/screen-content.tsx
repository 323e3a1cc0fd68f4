import { useMemo } from "react";
import { StepSentence } from "../../../timeline/step-sentence";
import { Timeline } from "../../../timeline/timeline";
import { sentence } from "../../../timeline/words/sentence";
import type { CurrentScreen } from "../use-plan";
import { QuestionText } from "./question-text";

export interface ScreenContentProps {
  readonly screen: CurrentScreen;
  /** How many screens the plan has. */
  readonly total: number;
}

/** What one screen of a plan shows: drawn for the class, and small for the speaker. */
export function ScreenContent({ screen, total }: ScreenContentProps) {
  const { frame, number, step } = screen;
  const { picture } = step;
  const at = useMemo(
    () => picture && { ...picture.at, ...(frame.act.kind === "sentence" && { phase: frame.act.phase }) },
    [picture, frame.act],
  );
  if (picture === null || at === null)
    return <h1>{step.step.kind === "words" ? step.step.text : step.title}</h1>;
  return (
    <>
      {frame.act.kind === "sentence" ? (
        <StepSentence parts={sentence(picture.slice, at)} linesNarrow={4} live />
      ) : (
        <h1>
          <QuestionText step={step} />
        </h1>
      )}
      <Timeline slice={picture.slice} coordinate={at} size="large" showMinimap={false} />
      <p>
        {number + 1} of {total}
      </p>
    </>
  );
}
