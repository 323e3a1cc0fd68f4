import type { DirectiveProps } from "../lesson/lesson-context";

export function Order({ directive }: DirectiveProps) {
  return <pre>{JSON.stringify(directive)}</pre>;
}
