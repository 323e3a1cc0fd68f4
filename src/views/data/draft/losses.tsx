import { type ColumnLoss, lossId, lossSentence } from "../../../formats/csv/column-loss";
import { acceptLoss } from "../../../state/imports/correct-draft";
import type { DraftContent } from "../../../state/imports/imports-store";
import { latestData } from "../../../state/query";
import { useAppHandle } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import styles from "./losses.module.css";
import { ReadingButton } from "./reading-button";

export interface LossesProps {
  readonly draftId: string;
  /** The group that the file is meant for, as typed. */
  readonly groupName: string;
  readonly content: DraftContent;
}

/** What would be lost of what is written, over the whole file: each with the way to keep it, and the way to store it all the same. */
export function Losses({ draftId, groupName, content }: LossesProps) {
  const losses = latestData(content.check)?.losses ?? [];
  if (losses.length === 0) return null;
  return (
    <section className={styles.losses} aria-label="What would be lost">
      <h2>What would be lost</h2>
      <ul className={styles.list}>
        {losses.map((loss) => (
          <Loss key={lossId(loss)} draftId={draftId} groupName={groupName} content={content} loss={loss} />
        ))}
      </ul>
    </section>
  );
}

function Loss({ draftId, groupName, content, loss }: LossesProps & { readonly loss: ColumnLoss }) {
  const app = useAppHandle();
  const isAccepted = content.acceptedLosses.includes(lossId(loss));
  const { keep } = loss;
  return (
    <li className={styles.loss}>
      <span className={styles.sentence}>{lossSentence(loss)}</span>
      <span className={styles.ways}>
        {keep !== null && (
          <ReadingButton
            size="small"
            draftId={draftId}
            groupName={groupName}
            content={content}
            choice={keep}
          />
        )}
        {isAccepted ? (
          <span className={styles.accepted} role="status">
            It will be stored so.
          </span>
        ) : (
          <Button size="small" variant="link" onClick={() => acceptLoss(app, draftId, loss)}>
            Store it so
          </Button>
        )}
      </span>
    </li>
  );
}
