import { useMemo } from "react";
import type { PreparedStep } from "../../../present/prepare-step";
import { momentOf } from "../../../timeline/step/step-verdicts";
import { formatMoment, momentStyle } from "../../../timeline/words/format-moment";
import { unbroken } from "../../../timeline/words/unbroken";
import { Inlines, LessonDataContext } from "../../../views/lesson-text/inlines";
import { storyInlines } from "../speaker/notes/note-blocks";

/** What is told before a step asks: who, what and why. */
export function StoryText({ step }: { readonly step: PreparedStep }) {
  const story = useMemo(() => storyInlines(step), [step]);
  if (story === null) return step.title;
  return (
    <LessonDataContext value={step.lesson}>
      <Inlines inlines={story} />
    </LessonDataContext>
  );
}

/** The question of a step, in its lesson's words, or in the app's where no lesson asks it. */
export function QuestionText({ step }: { readonly step: PreparedStep }) {
  const { asked, question, lesson } = step;
  if (asked === null) return step.title;
  if (question !== null)
    return (
      <LessonDataContext value={lesson}>
        <Inlines inlines={question} />
      </LessonDataContext>
    );
  const { slice, at } = asked;
  const group = slice.joins[at.join]?.fgName ?? "";
  const moment = formatMoment(momentOf(slice, at.spineRow), momentStyle(slice));
  return unbroken(`Which row of ${group} goes into the row of ${moment}?`);
}
