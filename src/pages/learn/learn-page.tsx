import { useApp } from "../../state/use-app";
import { Messages, PageFrame } from "../../views/frame/page-frame";
import { LessonView } from "./lesson/lesson-view";
import { LessonList } from "./list/lesson-list";
import { OwnLessonView } from "./own/own-lesson-view";
import { TextTwin } from "./twin/text-twin";

/** The lessons: their list, one of them part by part, or as a text. */
export function LearnPage() {
  const lesson = useApp((state) => state.route.lesson);
  const own = useApp((state) => state.route.own);
  const form = useApp((state) => state.route.as);
  return (
    <PageFrame status="nothing leaves this browser">
      <Messages />
      {lesson === null ? (
        own === null ? (
          <LessonList />
        ) : (
          <OwnLessonView key={own} name={own} />
        )
      ) : form === "text" ? (
        <TextTwin key={lesson} name={lesson} />
      ) : (
        <LessonView key={lesson} name={lesson} />
      )}
    </PageFrame>
  );
}
