import { useApp } from "../../state/use-app";
import { Messages, PageFrame } from "../../views/frame/page-frame";
import { REVIEW_PART } from "./lesson/lesson-review";
import { LessonView } from "./lesson/lesson-view";
import { LessonList } from "./list/lesson-list";
import { DueReview } from "./review/due-review";
import { TextTwin } from "./twin/text-twin";

/** The lessons: their list, one of them part by part, or as a text. */
export function LearnPage() {
  const lesson = useApp((state) => state.route.lesson);
  const isReview = useApp((state) => state.route.part === REVIEW_PART);
  const form = useApp((state) => state.route.as);
  return (
    <PageFrame status="nothing leaves this browser">
      <Messages />
      {lesson === null ? (
        isReview ? (
          <DueReview />
        ) : (
          <LessonList />
        )
      ) : form === "text" ? (
        <TextTwin key={lesson} name={lesson} />
      ) : (
        <LessonView key={lesson} name={lesson} />
      )}
    </PageFrame>
  );
}
