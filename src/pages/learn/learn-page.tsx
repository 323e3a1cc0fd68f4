import { useApp } from "../../state/use-app";
import { Messages, PageFrame } from "../../views/frame/page-frame";
import { LessonView } from "./lesson/lesson-view";
import { LessonList } from "./list/lesson-list";
import { PracticeView } from "./practice/practice-view";
import { TextTwin } from "./twin/text-twin";

/** The lessons: their list, one of them part by part, or as a text; and what is practised of them. */
export function LearnPage() {
  const isPractice = useApp((state) => state.route.page === "practice");
  const lesson = useApp((state) => state.route.lesson);
  const form = useApp((state) => state.route.as);
  return (
    <PageFrame status="nothing leaves this browser">
      <Messages />
      {isPractice ? (
        <PracticeView />
      ) : lesson === null ? (
        <LessonList />
      ) : form === "text" ? (
        <TextTwin key={lesson} name={lesson} />
      ) : (
        <LessonView key={lesson} name={lesson} />
      )}
    </PageFrame>
  );
}
