import type { DirectiveProps } from "../../lesson/lesson-context";

export function SplitsScore({ directive }: DirectiveProps) {
  return <pre>{JSON.stringify(directive)}</pre>;
}
