/** How the name of a lesson file ends. */
export const LESSON_FILE_END = ".lesson.md";

/** Whether a file may be meant as a lesson, by its name: no table is Markdown. */
export function isLessonFileName(name: string): boolean {
  return /\.(md|markdown)$/i.test(name);
}

/** Whether a text begins as a lesson file does. */
export function isLessonText(written: string): boolean {
  return /^\uFEFF?\s*---[ \t]*\r?\n\s*\{/.test(written.slice(0, 1_000));
}
