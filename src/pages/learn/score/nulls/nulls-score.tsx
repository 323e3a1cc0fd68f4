import type { DirectiveProps } from "../../lesson/lesson-context";

export function NullsScore({ directive }: DirectiveProps) {
  return <pre>{JSON.stringify(directive)}</pre>;
}
