import { useMemo } from "react";
import type { PreparedStep } from "../../../../present/prepare-step";
import { LessonDataContext } from "../../../../views/lesson-text/inlines";
import { TextBlock } from "../../../../views/lesson-text/text-block";
import { noteBlocks } from "./note-blocks";
import styles from "./notes.module.css";

/** What whoever presents a step may want to say, large enough to be read from a distance. */
export function Notes({ step }: { readonly step: PreparedStep }) {
  const blocks = useMemo(() => noteBlocks(step), [step]);
  if (blocks.length === 0) return <p className={styles.none}>This step has no notes.</p>;
  return (
    <LessonDataContext value={step.lesson}>
      <div className={styles.notes}>
        {blocks.map((block, i) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: a text does not change
          block.kind === "directive" ? null : <TextBlock key={i} block={block} />,
        )}
      </div>
    </LessonDataContext>
  );
}
