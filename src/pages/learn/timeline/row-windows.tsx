import { useMemo } from "react";
import type { EntitySlice } from "../../../microfs/core";
import type { Strip } from "../../../timeline/geometry/metrics";
import type { TimeWindow } from "../../../timeline/geometry/time-window";
import type { MoveKind } from "../../../timeline/interaction/interaction";
import type { OnEdit } from "../../../timeline/interaction/use-interaction";
import type { DrawableGuess } from "../../../timeline/picture/guess/drawable-guess";
import { initialWindow } from "../../../timeline/picture/initial-window";
import { rowCells } from "../../../timeline/picture/row-cells";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { Timeline } from "../../../timeline/timeline";
import styles from "./row-windows.module.css";

export interface RowWindowsProps {
  readonly slice: EntitySlice;
  /** Before any edit: what part of time is shown does not change while something is dragged. */
  readonly origin: EntitySlice;
  readonly at: Coordinate;
  readonly guess: DrawableGuess | null;
  readonly moves: ReadonlySet<MoveKind>;
  readonly onEdit: OnEdit | undefined;
  readonly onEditCancel: () => void;
}

const FIRST: Strip = { laneHeights: "tall", hasAxis: true };
const OTHER: Strip = { laneHeights: "tall", hasAxis: false, hasFlag: true };
const NO_FOLDS: readonly [] = [];

/** Every row to predict of one entity, each with its own window, under each other on one axis. */
export function RowWindows({ slice, origin, at, guess, moves, onEdit, onEditCancel }: RowWindowsProps) {
  const window = useMemo(() => sharedWindow(origin), [origin]);
  return (
    <div className={styles.windows}>
      {Array.from(slice.spine.rows, (spineRow, i) => (
        <div key={spineRow} className={styles.row}>
          <Cells slice={slice} at={{ ...at, spineRow }} />
          <Timeline
            name={`Row ${i + 1} of ${slice.spine.rows.length}`}
            slice={slice}
            coordinate={{ ...at, spineRow }}
            guess={spineRow === at.spineRow ? guess : null}
            window={window}
            onWindow={keepWindow}
            folds={NO_FOLDS}
            strip={i === 0 ? FIRST : OTHER}
            showMinimap={false}
            tellsNoTtl={false}
            keys="none"
            moves={moves}
            onEdit={onEdit}
            onEditCancel={onEditCancel}
          />
        </div>
      ))}
    </div>
  );
}

/** What the joins write into a row. */
function Cells({ slice, at }: { readonly slice: EntitySlice; readonly at: Coordinate }) {
  return (
    <dl className={styles.cells}>
      {rowCells(slice, at)
        .filter(({ join, filled }) => join !== null && filled)
        .map(({ name, text, isNull, leak }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd data-null={isNull || undefined} data-leak={leak || undefined}>
              {isNull ? "null" : text}
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** From where the first of them begins to where the last ends. */
export function sharedWindow(slice: EntitySlice): TimeWindow {
  const windows = Array.from(slice.spine.rows, (row) => initialWindow(slice, row));
  return {
    fromUs: Math.min(...windows.map(({ fromUs }) => fromUs)),
    toUs: Math.max(...windows.map(({ toUs }) => toUs)),
  };
}

/** They are compared on one axis: none of them is zoomed. */
function keepWindow(): void {}
