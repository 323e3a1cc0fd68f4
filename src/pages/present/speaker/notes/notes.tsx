import { useMemo } from "react";
import type { PreparedStep } from "../../../../present/prepare-step";
import { Inlines, LessonDataContext } from "../../../../views/lesson-text/inlines";
import { noteBlocks } from "./note-blocks";
import styles from "./notes.module.css";

/** What whoever presents a step may want to say, large enough to be read from a distance. */
export function Notes({ step }: { readonly step: PreparedStep }) {
  const blocks = useMemo(() => noteBlocks(step), [step]);
  if (blocks.length === 0) return <p className={styles.none}>This step has no notes.</p>;
  return (
    <LessonDataContext value={step.lesson}>
      <div className={styles.notes}>
        {blocks.map((block, i) => {
          // biome-ignore-start lint/suspicious/noArrayIndexKey: a text does not change
          if (block.kind === "paragraph")
            return (
              <p key={i}>
                <Inlines inlines={block.inlines} />
              </p>
            );
          if (block.kind !== "list") return null;
          const List = block.ordered ? "ol" : "ul";
          return (
            <List key={i}>
              {block.items.map((item, n) => (
                <li key={n}>
                  <Inlines inlines={item} />
                </li>
              ))}
            </List>
          );
          // biome-ignore-end lint/suspicious/noArrayIndexKey: a text does not change
        })}
      </div>
    </LessonDataContext>
  );
}
