import { useApp } from "../../state/use-app";
import { Messages, PageFrame } from "../../views/frame/page-frame";
import { REVIEW_PART } from "./lesson/lesson-review";
import { LessonView } from "./lesson/lesson-view";
import { LessonList } from "./list/lesson-list";
import { OwnLessonView } from "./own/own-lesson-view";
import { PracticeView } from "./practice/practice-view";
import { DueReview } from "./review/due-review";
import { TextTwin } from "./twin/text-twin";

/** The lessons: their list, one of them part by part, or as a text; what is practised of them, and what comes back. */
export function LearnPage() {
  return (
    <PageFrame status="nothing leaves this browser">
      <Messages />
      <Shown />
    </PageFrame>
  );
}

function Shown() {
  const { page, lesson, own, part, as } = useApp((state) => state.route);
  if (page === "practice") return <PracticeView />;
  if (lesson === null && own !== null) return <OwnLessonView key={own} name={own} />;
  if (lesson === null) return part === REVIEW_PART ? <DueReview /> : <LessonList />;
  return as === "text" ? <TextTwin key={lesson} name={lesson} /> : <LessonView key={lesson} name={lesson} />;
}
