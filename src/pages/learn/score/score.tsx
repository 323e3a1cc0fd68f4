import type { DirectiveProps } from "../lesson/lesson-context";

export function Score({ directive }: DirectiveProps) {
  return <pre>{JSON.stringify(directive)}</pre>;
}
