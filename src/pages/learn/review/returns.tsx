import { useState } from "react";
import type { LessonName } from "../../../learn/lesson-names";
import { sureAndWrong } from "../../../learn/review";
import { say, WORDS } from "../../../learn/words";
import { learnStore } from "../../../state/learn/progress-store";
import { usePart } from "../../../state/use-app";
import { dayInWords } from "../list/day-in-words";
import { CalendarOffer } from "./calendar-offer";

/** When what was certain and wrong in a lesson comes back by itself, and a calendar file for it; nothing where nothing was. */
export function Returns({ lesson }: { readonly lesson: LessonName }) {
  const progress = usePart(learnStore, (state) => state.progress);
  const [nowMs] = useState(Date.now);
  const due = sureAndWrong(progress).filter((one) => one.lesson === lesson);
  const [first] = due;
  if (first === undefined) return null;
  const opensNext = due.some(({ comesBack }) => comesBack !== "later");
  return (
    <p>
      {say(opensNext ? WORDS.calendar.opensNext : WORDS.calendar.comesBack, {
        days: daysWords(due.map(({ dueMs }) => dayInWords(dueMs, nowMs))),
      })}{" "}
      <CalendarOffer />
    </p>
  );
}

function daysWords(days: readonly string[]): string {
  const different = [...new Set(days)];
  const [last = ""] = different.slice(-1);
  return different.length < 2
    ? last
    : say(WORDS.calendar.and, { first: different.slice(0, -1).join(", "), last });
}
