import type { EntitySlice } from "../../../microfs/core";
import { cellTexts, writtenText, writtenTone } from "./difference-words";
import styles from "./differences-in-words.module.css";
import type { JoinDifference } from "./row-differences";

export interface DifferencesInWordsProps {
  readonly slice: EntitySlice;
  readonly differences: readonly JoinDifference[];
  /** What the two joins are called. */
  readonly above: string;
  readonly below: string;
}

/** What is drawn between the two pictures, for who cannot see it: a line a join. */
export function DifferencesInWords({ slice, differences, above, below }: DifferencesInWordsProps) {
  const wordsOf = (one: JoinDifference) => {
    if (!one.differs) return SAME_ROW;
    const texts = cellTexts(slice, one, (before, after) => `${before} in ${above}, ${after} in ${below}`);
    return texts.length === 0 ? SAME_VALUES : texts.join("; ");
  };
  return (
    <ul className="visually-hidden" aria-label="What the two take, join by join">
      {differences.map((one) => (
        <li key={one.number}>
          {one.join.fgName}: {wordsOf(one)}
        </li>
      ))}
    </ul>
  );
}

export interface DifferencesListedProps {
  readonly slice: EntitySlice;
  readonly differences: readonly JoinDifference[];
  /** Whether cells are written at this step; before that only their place is kept. */
  readonly isWritten: boolean;
}

/** What is drawn between the two pictures, under them, where there is no room for words between them: a line a cell. */
export function DifferencesListed({ slice, differences, isWritten }: DifferencesListedProps) {
  return (
    <ul className={styles.list} data-pending={!isWritten || undefined} aria-hidden>
      {differences.flatMap((one) => {
        const { above, below, cells, join, differs } = one;
        if (cells.length === 0)
          return (
            <li key={join.fgName} className={styles.alike}>
              {join.fgName}: {differs ? SAME_VALUES : SAME_ROW}
            </li>
          );
        return cells.map((cell) => (
          <li key={`${join.fgName} ${cell.name}`}>
            <span>{cell.name}</span>
            <strong className={styles[writtenTone(above)]}>
              {writtenText(slice, cell, above, cell.before)}
            </strong>
            <span>→</span>
            <strong className={styles[writtenTone(below)]}>
              {writtenText(slice, cell, below, cell.after)}
            </strong>
          </li>
        ));
      })}
    </ul>
  );
}

const SAME_ROW = "the same row in both";
const SAME_VALUES = "different rows with the same values";
