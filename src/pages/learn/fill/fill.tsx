import type { DirectiveProps } from "../lesson/lesson-context";

export function Fill({ directive }: DirectiveProps) {
  return <pre>{JSON.stringify(directive)}</pre>;
}
