import type { DirectiveProps } from "../../lesson/lesson-context";

export function FeaturesScore({ directive }: DirectiveProps) {
  return <pre>{JSON.stringify(directive)}</pre>;
}
