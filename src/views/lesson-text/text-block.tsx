import type { Block, Directive } from "../../learn/text/lesson-text";
import { Inlines } from "./inlines";

/** A paragraph or a list of a text. */
export function TextBlock({ block }: { readonly block: Exclude<Block, Directive> }) {
  if (block.kind === "paragraph")
    return (
      <p>
        <Inlines inlines={block.inlines} />
      </p>
    );
  const List = block.ordered ? "ol" : "ul";
  return (
    <List>
      {block.items.map((item, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text does not change
        <li key={n}>
          <Inlines inlines={item} />
        </li>
      ))}
    </List>
  );
}
