import type { EntitySlice } from "../../../microfs/core";
import { rowName } from "../../../timeline/words/row-name";
import { transcript } from "../../../timeline/words/sentence";
import { Button } from "../../../ui/controls/button";
import { useCopy } from "../../../ui/controls/use-copy";
import { Dialog } from "../../../ui/dialog";
import styles from "./transcript-dialog.module.css";

export interface TranscriptDialogProps {
  readonly slice: EntitySlice;
  readonly spineRow: number;
  readonly onClose: () => void;
}

/** A whole training row in words, step by step: to be read, and to be copied. */
export function TranscriptDialog({ slice, spineRow, onClose }: TranscriptDialogProps) {
  const { copied, refused, copy } = useCopy();
  const sentences = transcript(slice, spineRow);
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Row ${rowName(spineRow)}, in words`}
      actions={
        <>
          <Button variant="primary" onClick={() => void copy(sentences.join("\n"))}>
            Copy
          </Button>
          <p className={styles.status} role="status">
            {copied !== null && "Copied."}
            {refused !== null && "The browser did not allow copying. Select the text instead."}
          </p>
        </>
      }
    >
      <ol className={styles.steps}>
        {sentences.map((words, step) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its number alone
          <li key={step}>{words}</li>
        ))}
      </ol>
    </Dialog>
  );
}
