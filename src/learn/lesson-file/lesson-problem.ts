/** One thing that is wrong with a lesson file. */
export interface LessonProblem {
  /** Of the file, from 1. */
  readonly line: number;
  /** The field of its data that is meant, such as `questions.first.row`; `null` where it is the text, or the file. */
  readonly field: string | null;
  /** What is wrong, and what would work. After a field it is the rest of a sentence that begins with it. */
  readonly message: string;
}

export function problemAt(line: number, field: string | null, message: string): LessonProblem {
  return { line, field, message };
}

/** `Line 12, questions.first.row: is 7, and …` */
export function problemWords({ line, field, message }: LessonProblem): string {
  return field === null ? `Line ${line}: ${message}` : `Line ${line}: ${field} ${message}`;
}
