import { COMPARISON_TERMS, type ComparisonTermName } from "../../../terms/comparison";
import { roughDuration } from "../../../timeline/words/duration-in-words";
import { classNames } from "../../../ui/class-names";
import { formatNumber } from "../../../ui/format-number";
import type { CellsBehind, VariantCounts } from "../../../worker/compare/compare-results";
import { GlossaryTerm } from "../../terms/glossary-term";
import { shareWords } from "../../train/findings/join-findings";
import { shiftWords } from "../shift-words";
import styles from "./cost-tables.module.css";

export interface TakenCellsProps {
  readonly counts: VariantCounts;
  /** Rows to predict. */
  readonly spineRows: number;
  /** The page of the cells behind a number. */
  readonly hrefOf: (what: CellsBehind["what"]) => string;
}

interface TakenLine {
  readonly what: CellsBehind["what"];
  readonly term: ComparisonTermName;
  readonly word: string;
  readonly count: number;
  readonly of: number;
  readonly note: string;
}

/** What one join takes, over all features: each number leads to its rows. */
export function TakenCells({ counts, spineRows, hrefOf }: TakenCellsProps) {
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.name}>
              cells
            </th>
            <th scope="col">count</th>
            <th scope="col">share</th>
            <th scope="col" className={styles.note}>
              <span className="visually-hidden">how they lie</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {takenLines(counts, spineRows).map(({ what, term, word, count, of, note }) => (
            <tr key={what}>
              <th scope="row" className={styles.name}>
                <GlossaryTerm of={COMPARISON_TERMS[term].word}>{word}</GlossaryTerm>
              </th>
              <td>
                {count === 0 ? (
                  <span className={styles.none}>0</span>
                ) : (
                  <a
                    href={hrefOf(what)}
                    className={classNames(what === "leaked" && styles.leaked)}
                    aria-label={`${formatNumber(count)} ${word}`}
                  >
                    {formatNumber(count)}
                  </a>
                )}
              </td>
              <td>{shareWords(count, of)}</td>
              <td className={styles.note}>{note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The numbers of one join, as they stand below each other. */
export function takenLines(counts: VariantCounts, spineRows: number): TakenLine[] {
  const { cells, other, leaked, stale, empty, rows, multipliedRows, medianPeekUs } = counts;
  const peek =
    medianPeekUs === null
      ? ""
      : `known ${roughDuration(BigInt(Math.round(medianPeekUs)))} later in the median`;
  const ofCells = (word: "other" | "leaked" | "stale" | "empty", count: number, note = ""): TakenLine => ({
    ...{ what: word, term: word, word: word === "other" ? "from another row" : word },
    ...{ count, of: cells, note },
  });
  const lines = [
    ofCells("other", other, shiftWords(counts)),
    ofCells("leaked", leaked, peek),
    ofCells("stale", stale),
    ofCells("empty", empty),
  ];
  const multiplied: TakenLine = {
    ...{ what: "multiplied", term: "rows", word: "rows multiplied", count: multipliedRows, of: spineRows },
    note: `${formatNumber(rows)} rows of ${formatNumber(spineRows)}`,
  };
  return multipliedRows === 0 ? lines : [...lines, multiplied];
}
