import { useMemo } from "react";
import { say, WORDS } from "../../../learn/words";
import type { EntitySlice } from "../../../microfs/core";
import type { Strip } from "../../../timeline/geometry/metrics";
import type { DrawableGuess } from "../../../timeline/picture/guess/drawable-guess";
import { firstWrite } from "../../../timeline/slice-index/slice-index";
import { type Coordinate, joinAt } from "../../../timeline/step/coordinate";
import { momentOf } from "../../../timeline/step/step-verdicts";
import { Timeline } from "../../../timeline/timeline";
import { roughDuration } from "../../../timeline/words/duration-in-words";
import { formatDay, formatMoment } from "../../../timeline/words/format-moment";
import styles from "./cutoff-tables.module.css";
import { type LineCell, lastRow, lineCells } from "./one-line";
import { sharedWindow } from "./row-windows";

const { timeline: words } = WORDS;

export interface CutoffTablesProps {
  readonly slice: EntitySlice;
  readonly at: Coordinate;
  /** What was answered of the row at which the picture stands. */
  readonly guess: DrawableGuess | null;
}

const FIRST: Strip = { laneHeights: "plain", hasAxis: true };
const OTHER: Strip = { laneHeights: "plain", hasAxis: false, hasFlag: true };
const NO_FOLDS: readonly [] = [];

/**
 * The table that one as-of line writes for all rows of an entity beside the one in which each row has a line of its own,
 * and under them the lines.
 */
export function CutoffTables({ slice, at, guess }: CutoffTablesProps) {
  const window = useMemo(() => sharedWindow(slice), [slice]);
  const { rows } = slice.spine;
  const lines = [
    { name: words.oneLine, row: lastRow(slice), strip: FIRST, guess: null },
    ...Array.from(rows, (row, i) => ({
      name: i === 0 ? words.ownLines : null,
      row,
      strip: OTHER,
      guess: row === at.spineRow ? guess : null,
    })),
  ];
  return (
    <div className={styles.tables}>
      <CutoffTable slice={slice} join={at.join} />
      {lines.map(({ name, row, strip, guess: drawn }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one row can stand here twice, and none moves
        <div key={i} className={styles.line} data-first={name !== null || undefined}>
          {name !== null && <p className={styles.name}>{name}</p>}
          <Timeline
            name={name ?? words.ownLines}
            slice={slice}
            coordinate={{ ...at, spineRow: row, phase: "write_cell" }}
            guess={drawn}
            window={window}
            onWindow={keepWindow}
            folds={NO_FOLDS}
            strip={strip}
            showMinimap={false}
            keys="none"
          />
        </div>
      ))}
    </div>
  );
}

/** What one as-of line for all rows writes into them, and what a line for each does. */
export function CutoffTable({ slice, join }: { readonly slice: EntitySlice; readonly join: number }) {
  const days = new Set(Array.from(slice.spine.timesUs, (us) => formatDay(us)));
  const nameOf = days.size === slice.spine.rows.length ? formatDay : formatMoment;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{firstWrite(joinAt(slice, join))?.as}</th>
          {Array.from(slice.spine.rows, (row) => (
            <th key={row} scope="col">
              {say(words.rowOf, { moment: nameOf(momentOf(slice, row)) })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(["one", "own"] as const).map((line) => (
          <tr key={line}>
            <th scope="row">{line === "one" ? words.oneLine : words.ownLines}</th>
            {lineCells(slice, join, line).map((cell) => (
              <Cell key={cell.spineRow} {...cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
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

/** They are compared on one axis: none of them is zoomed. */
function keepWindow(): void {}
