import type { EntitySlice } from "../microfs/core";
import { classNames } from "../ui/class-names";
import styles from "./candidate-list.module.css";
import { candidateRows } from "./picture/candidate-rows";
import type { Coordinate, MarkRef } from "./step/coordinate";
import { VerdictGlyph } from "./verdict-glyph";
import { unbroken } from "./words/unbroken";
import { verdictWord } from "./words/verdict-words";

export interface CandidateListProps {
  readonly slice: EntitySlice;
  readonly coordinate: Coordinate;
  /** Which of the view's joins is listed; by default the one being played. */
  readonly join?: number;
  readonly column?: string;
  /** How many rows are listed at most: those nearest to the choice. */
  readonly most?: number;
  readonly highlight?: MarkRef | null;
  readonly onHover?: (mark: MarkRef | null) => void;
  readonly onSelect?: (mark: MarkRef) => void;
}

/** A time to the second has its place in a line; a finer one goes on two. */
const LONG_TIME = "20 Feb 2025 18:20:47".length;

/** The candidates of one join in time order, each with its verdict as far as it is known: the timeline as a table. */
export function CandidateList(props: CandidateListProps) {
  const {
    slice,
    coordinate,
    join = coordinate.join,
    column,
    most,
    highlight = null,
    onHover,
    onSelect,
  } = props;
  const list = candidateRows(slice, coordinate, join, column, most);
  // The next join's table has no heading of its own to be seen: it is not its turn.
  const heading = list.progress === "next" ? "visually-hidden" : styles.heading;
  return (
    <section className={styles.list}>
      <h2 className={styles.title}>
        {list.title}
        {list.progress === "next" && <span className={styles.next}> next</span>}
      </h2>
      {list.rows.length === 0 ? (
        <p className={styles.empty}>{list.empty}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={heading}>
                event time
              </th>
              <th scope="col" className={classNames(heading, styles.number)}>
                {list.valueName}
              </th>
              <th scope="col" className={classNames(heading, styles.verdictHeading)}>
                verdict
              </th>
            </tr>
          </thead>
          <tbody>
            {list.rows.map((row) => {
              const mark = { join, row: row.row };
              return (
                <tr
                  key={row.row}
                  data-lit={(highlight?.join === join && highlight.row === row.row) || undefined}
                  onPointerEnter={() => onHover?.(mark)}
                  onPointerLeave={() => onHover?.(null)}
                  onClick={() => onSelect?.(mark)}
                >
                  <td title={row.exactTime} data-long={row.time.length > LONG_TIME || undefined}>
                    {row.time}
                  </td>
                  <td className={styles.number} title={row.exactValue}>
                    <span className={styles.value} data-state={row.state}>
                      {row.value}
                    </span>
                  </td>
                  <td>
                    <div className={styles.verdict}>
                      <VerdictGlyph state={row.state} />
                      <span>{verdictWord(row.state)}</span>{" "}
                      <span className={styles.detail}>{unbroken(row.detail)}</span>
                    </div>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {list.left > 0 && <p className={styles.empty}>{list.leftWords}</p>}
    </section>
  );
}
