import styles from "./cell-face.module.css";

export interface CellFaceProps {
  /** Whose cell, at which moment, and what stands in it, in words. */
  readonly label: string;
  /** `null` for a cell that was left empty on purpose, `undefined` for one that is not filled yet. */
  readonly value: string | null | undefined;
  readonly nothing: string;
  readonly isChosen: boolean;
  readonly leaks?: boolean;
  /** Whether the join that the table is read as writes something else. */
  readonly differs?: boolean;
  readonly onPress: () => void;
}

/** One cell of a table that is filled by hand. */
export function CellFace({ label, value, nothing, isChosen, leaks, differs, onPress }: CellFaceProps) {
  return (
    <button
      type="button"
      className={styles.cell}
      aria-label={label}
      aria-pressed={isChosen}
      data-empty={value === undefined || undefined}
      data-nothing={value === null || undefined}
      data-leaks={leaks || undefined}
      data-differs={differs || undefined}
      onClick={onPress}
    >
      {value === null ? nothing : value}
    </button>
  );
}
