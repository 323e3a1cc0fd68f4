import type { DirectiveProps } from "../lesson/lesson-context";
import { Task } from "../tasks/task";
import { Inlines } from "../text/inlines";

export function Check({ directive }: DirectiveProps) {
  const { task } = directive.attributes;
  if (task !== undefined)
    return (
      <Task name={task}>
        <Inlines inlines={directive.label} />
      </Task>
    );
  return <pre>{JSON.stringify(directive)}</pre>;
}
