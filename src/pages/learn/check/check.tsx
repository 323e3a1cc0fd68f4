import type { DirectiveProps } from "../lesson/lesson-context";

export function Check({ directive }: DirectiveProps) {
  return <pre>{JSON.stringify(directive)}</pre>;
}
