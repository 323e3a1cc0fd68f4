import type { DirectiveProps } from "../lesson/lesson-context";

export function LessonTimeline({ directive }: DirectiveProps) {
  return <pre>{JSON.stringify(directive)}</pre>;
}
