import type { CSSProperties, ReactNode } from "react";
import { Button } from "../controls/button";
import styles from "./progress.module.css";

export interface ProgressProps {
  /** What is being done, such as "Reading payments.csv". Names the bar for screen readers. */
  readonly label: string;
  /** From 0 to 1; `null` while nobody can say how far it is. */
  readonly share: number | null;
  /** How far, in words: "12 400 of 48 210 rows". */
  readonly detail?: ReactNode;
  readonly onCancel?: () => void;
  readonly cancelLabel?: string;
}

/** Work that takes a while: a bar, how far it is in words, and a way to stop it. */
export function Progress({ label, share, detail, onCancel, cancelLabel = "Cancel" }: ProgressProps) {
  const percent = share === null ? undefined : Math.round(100 * Math.min(1, Math.max(0, share)));
  const length: CSSProperties | undefined = percent === undefined ? undefined : { inlineSize: `${percent}%` };
  return (
    <div className={styles.progress}>
      <p className={styles.words}>
        <span>{label}</span>
        {detail && <span className={styles.detail}>{detail}</span>}
      </p>
      <div className={styles.line}>
        <div
          className={styles.track}
          role="progressbar"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
        >
          <div className={percent === undefined ? styles.unknown : styles.done} style={length} />
        </div>
        {onCancel && <Button onClick={onCancel}>{cancelLabel}</Button>}
      </div>
    </div>
  );
}
