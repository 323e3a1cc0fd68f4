import { say, WORDS } from "../../../learn/words";
import type { EntitySlice } from "../../../microfs/core";
import { firstWrite } from "../../../timeline/slice-index/slice-index";
import { type Coordinate, joinAt } from "../../../timeline/step/coordinate";
import { momentOf } from "../../../timeline/step/step-verdicts";
import { roughDuration } from "../../../timeline/words/duration-in-words";
import { formatDay } from "../../../timeline/words/format-moment";
import styles from "./cutoff-tables.module.css";
import { type LineCell, lastRow, lineCells } from "./one-line";
import { RowWindows, type RowWindowsProps } from "./row-windows";

const { timeline: words } = WORDS;

/**
 * The table that one as-of line writes for all rows of an entity beside the one in which each row has a line of its own,
 * and under them the lines.
 */
export function CutoffTables(props: RowWindowsProps) {
  const { slice, at } = props;
  const join = joinAt(slice, at.join);
  const rows = [
    { name: words.oneLine, cells: lineCells(slice, at.join, "one") },
    { name: words.ownLines, cells: lineCells(slice, at.join, "own") },
  ];
  return (
    <div className={styles.tables}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{firstWrite(join)?.as}</th>
            {Array.from(slice.spine.rows, (row) => (
              <th key={row} scope="col">
                {say(words.rowOf, { moment: formatDay(momentOf(slice, row), { year: false }) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell) => (
                <Cell key={cell.spineRow} {...cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <section className={styles.lines} aria-label={words.oneLine}>
        <h3>{words.oneLine}</h3>
        <RowWindows {...props} at={lineAt(slice, at)} guess={null} only={lastRow(slice)} />
      </section>
      <section className={styles.lines} aria-label={words.ownLines}>
        <h3>{words.ownLines}</h3>
        <RowWindows {...props} />
      </section>
    </div>
  );
}

/** The step at which the one line has written its cells. */
function lineAt(slice: EntitySlice, at: Coordinate): Coordinate {
  return { ...at, spineRow: lastRow(slice), phase: "write_cell" };
}

function Cell({ text, leaksByUs }: LineCell) {
  return (
    <td>
      <span
        className={styles.cell}
        data-null={text === null || undefined}
        data-leaks={leaksByUs !== null || undefined}
      >
        {text ?? words.nothing}
      </span>
      {leaksByUs !== null && (
        <span className={styles.leaks}>{say(words.knownLater, { duration: roughDuration(leaksByUs) })}</span>
      )}
    </td>
  );
}
