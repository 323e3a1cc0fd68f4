import { lazy, Suspense, useEffect } from "react";
import { isLessonFileName, isLessonText } from "../../learn/lesson-file/lesson-file-name";
import { type ArrivedLesson, lessonOpenerStore } from "../../state/learn/lesson-file-opener";
import { useAppHandle, usePart } from "../../state/use-app";

// Most readers never open one: what reads it comes with the first that arrives.
const OpenLessonFile = lazy(async () => ({
  default: (await import("./open-lesson-file")).OpenLessonFile,
}));

/** Takes a lesson file that is dropped or pasted anywhere in the app, before anything else takes it for a table. */
export function LessonArrivals() {
  const app = useAppHandle();
  const arrived = usePart(lessonOpenerStore, (state) => state.arrived);
  useEffect(() => {
    const take = (lesson: ArrivedLesson) => app.part(lessonOpenerStore).setState({ arrived: lesson });
    const over = (event: DragEvent) => {
      // What kind of file it is, is told only when it is dropped.
      if (event.dataTransfer?.types.includes("Files") !== true) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
    };
    const drop = (event: DragEvent) => {
      const file = [...(event.dataTransfer?.files ?? [])].find(({ name }) => isLessonFileName(name));
      if (file === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      take({ name: file.name, size: file.size, text: () => file.text() });
    };
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof Element && event.target.closest("input, textarea, [contenteditable]"))
        return;
      const written = event.clipboardData?.getData("text/plain") ?? "";
      if (!isLessonText(written)) return;
      event.preventDefault();
      event.stopPropagation();
      take({ name: "the pasted text", size: written.length, text: async () => written });
    };
    window.addEventListener("dragover", over, true);
    window.addEventListener("drop", drop, true);
    window.addEventListener("paste", paste, true);
    return () => {
      window.removeEventListener("dragover", over, true);
      window.removeEventListener("drop", drop, true);
      window.removeEventListener("paste", paste, true);
    };
  }, [app]);
  if (arrived === null) return null;
  return (
    <Suspense>
      <OpenLessonFile
        arrived={arrived}
        onEnd={() => app.part(lessonOpenerStore).setState({ arrived: null })}
      />
    </Suspense>
  );
}
