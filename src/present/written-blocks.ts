import type { Block } from "../learn/text/lesson-text";
import { LessonTextError, readLessonText } from "../learn/text/read-lesson-text";

/** A text that anybody may have written, as Markdown of a lesson; what cannot be read as that stays as it is written. */
export function writtenBlocks(text: string): readonly Block[] {
  try {
    return readLessonText(`## Text\n\n${text}`)[0]?.blocks ?? [];
  } catch (error) {
    if (!(error instanceof LessonTextError)) throw error;
    return text
      .split(/\n\s*\n/)
      .map((paragraph) => ({ kind: "paragraph", inlines: [{ kind: "text", text: paragraph.trim() }] }));
  }
}
