import { type Ref, useMemo } from "react";
import type { EntitySlice } from "../../../microfs/core";
import { type RowCell, rowCells } from "../../../timeline/picture/row-cells";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { classNames } from "../../../ui/class-names";
import type { OtherRow } from "../own-join/other-rows";
import { OwnMark } from "../own-join/own-cells";
import styles from "./current-row.module.css";

export interface CurrentRowProps {
  readonly slice: EntitySlice;
  readonly coordinate: Coordinate;
  /** The slice without any edit: a cell that they changed shows what it was. */
  readonly origin: EntitySlice | null;
  /** Where the reader's own join takes another row, by the number of the join. */
  readonly otherRow?: (join: number) => OtherRow | null;
  /** The cell that has just been written. */
  readonly ref?: Ref<HTMLElement>;
}

/** The training row that is being written, one cell a line: the table where there is no room for one. */
export function CurrentRow({ slice, coordinate, origin, otherRow, ref }: CurrentRowProps) {
  // Not at every move of the pointer: what was loaded stays as it is.
  const was = useMemo(() => {
    const before = origin?.spine.rows.includes(coordinate.spineRow) ? rowCells(origin, coordinate) : [];
    return new Map(before.map(({ name, text }) => [name, text]));
  }, [origin, coordinate]);
  return (
    <dl className={styles.row} aria-label="The training row being written">
      {playedFirst(rowCells(slice, coordinate)).map((cell) => (
        <Line
          key={cell.name}
          cell={cell}
          was={was.get(cell.name) ?? cell.text}
          other={cell.filled && cell.join !== null ? (otherRow?.(cell.join) ?? null) : null}
          writtenRef={ref}
        />
      ))}
    </dl>
  );
}

/** What is being written stands next to the picture. */
function playedFirst(cells: readonly RowCell[]): RowCell[] {
  const isPlayed = ({ state }: RowCell) => state === "current";
  return [...cells.filter(isPlayed), ...cells.filter((cell) => !isPlayed(cell))];
}

function Line(props: {
  readonly cell: RowCell;
  readonly was: string;
  readonly other: OtherRow | null;
  readonly writtenRef: Ref<HTMLElement> | undefined;
}) {
  const { cell, was, other } = props;
  const isCurrent = cell.state === "current" && cell.filled;
  return (
    <div className={styles.line} data-current={isCurrent || undefined} data-leak={cell.leak || undefined}>
      <dt>{cell.name}</dt>
      <dd
        className={classNames(cell.isNull && styles.isNull)}
        title={cell.exact}
        ref={isCurrent ? props.writtenRef : undefined}
      >
        {cell.filled && was !== cell.text && was !== "" && (
          <>
            <del>{was}</del> →{" "}
          </>
        )}
        {cell.text}
        {other && <OwnMark other={other} />}
      </dd>
    </div>
  );
}
