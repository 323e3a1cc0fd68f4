import type { DirectiveProps } from "../lesson/lesson-context";

export function Predict({ directive }: DirectiveProps) {
  return <pre>{JSON.stringify(directive)}</pre>;
}
