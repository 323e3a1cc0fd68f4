import { useApp } from "../../state/use-app";
import { Messages, PageFrame } from "../../views/frame/page-frame";
import { LessonView } from "./lesson/lesson-view";
import { LessonList } from "./list/lesson-list";
import { TextTwin } from "./twin/text-twin";

/** The lessons: their list, one of them part by part, or as a text. */
export function LearnPage() {
  const lesson = useApp((state) => state.route.lesson);
  const form = useApp((state) => state.route.as);
  return (
    <PageFrame status="nothing leaves this browser">
      <Messages />
      {lesson === null ? (
        <LessonList />
      ) : form === "text" ? (
        <TextTwin key={lesson} name={lesson} />
      ) : (
        <LessonView key={lesson} name={lesson} />
      )}
    </PageFrame>
  );
}
