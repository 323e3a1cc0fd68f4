import { type Ref, useLayoutEffect, useRef } from "react";
import type { EntitySlice } from "../../../microfs/core";
import { type RowCell, rowCells } from "../../../timeline/picture/row-cells";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { rowName } from "../../../timeline/words/row-name";
import styles from "./written-row.module.css";

/** How large it is written, in pixels of the drawing: the first at which all of it has room. */
const ROW_PX = [23, 21, 19, 17.5, 16];

export interface WrittenRowProps {
  readonly slice: EntitySlice;
  readonly at: Coordinate;
  /** Changes with the size of the screen. */
  readonly fitKey: string;
  /** What stands in the cell that the join being played has just written: the value travels there. */
  readonly written: Ref<HTMLElement>;
}

/** The row that is written, one cell a column: of joins that are not played, the first of theirs under the join's name. */
export function WrittenRow({ slice, at, fitKey, written }: WrittenRowProps) {
  const place = useRef<HTMLDivElement>(null);
  const cells = shownCells(slice, at);
  const texts = cells.map(({ head, text }) => `${head}=${text}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: other texts, or another screen, are the sign to fit them
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    for (const px of ROW_PX) {
      element.style.setProperty("--row", String(px));
      if (element.scrollWidth <= element.clientWidth) return;
    }
  }, [texts, fitKey]);
  const firstWritten = cells.findIndex(isJustWritten);
  return (
    <div ref={place} className={styles.place}>
      <table className={styles.row}>
        <caption className="visually-hidden">The training row being written</caption>
        <thead>
          <tr>
            {cells.map((cell) => (
              <th key={cell.name} scope="col" {...marksOf(cell)}>
                {cell.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {cells.map((cell, i) => (
              <td key={cell.name} {...marksOf(cell)} data-first={i === firstWritten || undefined}>
                <span ref={i === firstWritten ? written : undefined}>{cell.text}</span>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

type ShownCell = RowCell & {
  /** What stands over it. */
  readonly head: string;
  /** Whether it stands for all that its join writes. */
  readonly isJoin: boolean;
};

function shownCells(slice: EntitySlice, at: Coordinate): readonly ShownCell[] {
  const row: ShownCell = {
    name: " row",
    head: "row",
    isJoin: false,
    join: null,
    state: "spine",
    text: rowName(at.spineRow),
    exact: "",
    filled: true,
    isNull: false,
    leak: false,
  };
  const seen = new Set<number>();
  const isAlone = slice.joins.length === 1;
  const cells = rowCells(slice, at).flatMap((cell): ShownCell[] => {
    const isPlayed = cell.join === null || isAlone || (cell.join === at.join && !at.together);
    if (isPlayed) return [{ ...cell, head: cell.name, isJoin: false }];
    if (cell.join === null || seen.has(cell.join)) return [];
    seen.add(cell.join);
    return [{ ...cell, head: slice.joins[cell.join]?.fgName ?? cell.name, isJoin: true }];
  });
  return [row, ...cells];
}

function isJustWritten({ state, filled }: RowCell): boolean {
  return state === "current" && filled;
}

function marksOf(cell: ShownCell) {
  return {
    "data-join": cell.isJoin || undefined,
    "data-played": cell.state === "current" || undefined,
    "data-written": isJustWritten(cell) || undefined,
    "data-leak": (cell.leak && cell.filled) || undefined,
    "data-null": cell.isNull || undefined,
  };
}
