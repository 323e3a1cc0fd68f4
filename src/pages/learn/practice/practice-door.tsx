import type { LessonName } from "../../../learn/lesson-names";
import { misconceptionOfLesson } from "../../../learn/practice/misconceptions";
import {
  currentRound,
  ROUND_ITEMS,
  roundAbout,
  roundAnswers,
  roundFocus,
} from "../../../learn/practice/round";
import { standings } from "../../../learn/practice/standing";
import type { Progress } from "../../../learn/progress";
import { say, WORDS } from "../../../learn/words";
import { learnStore } from "../../../state/learn/progress-store";
import { PRACTICE_PAGE } from "../../../state/route/url";
import { usePageHref, usePart } from "../../../state/use-app";
import { Door } from "../list/door";
import { topicsInWords } from "./topics-in-words";

const { practice: words } = WORDS;

/** The way to practice, with what it would ask about. */
export function PracticeDoor() {
  const hrefTo = usePageHref();
  const progress = usePart(learnStore, (state) => state.progress);
  return (
    <Door href={hrefTo(PRACTICE_PAGE)} title={words.title}>
      {doorWords(progress)}
    </Door>
  );
}

function doorWords(progress: Progress): string {
  const round = currentRound(progress);
  const done = roundAnswers(progress, round).filter((one) => one !== null).length;
  if (done > 0) return say(words.doorOpen, { done, count: ROUND_ITEMS });
  const focus = roundFocus(round);
  if (focus.length === 0) return words.doorAll;
  const standing = standings(progress);
  const wereCertain = focus.every((name) => standing.get(name)?.wasCertain);
  return say(wereCertain ? words.doorCertain : words.doorAbout, { topics: topicsInWords(focus) });
}

/** The way from a lesson's end to a round that is mostly about it; nothing where no question is made about it. */
export function PracticeOfLesson({ lesson }: { readonly lesson: LessonName }) {
  const hrefTo = usePageHref();
  const progress = usePart(learnStore, (state) => state.progress);
  const misconception = misconceptionOfLesson(lesson);
  if (misconception === null) return null;
  return (
    <p>
      <a href={hrefTo(PRACTICE_PAGE, { seed: roundAbout([misconception], progress) })}>
        {say(words.lessonDoor, { topic: topicsInWords([misconception]) })}
      </a>
    </p>
  );
}
