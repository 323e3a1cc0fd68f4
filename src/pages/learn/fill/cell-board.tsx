import { type CSSProperties, type ReactNode, useRef } from "react";
import type { Strip } from "../../../timeline/geometry/metrics";
import { ticks } from "../../../timeline/geometry/ticks";
import type { Coordinate } from "../../../timeline/step/coordinate";
import { Timeline } from "../../../timeline/timeline";
import type { TimelineProps } from "../../../timeline/timeline-props";
import { useWidth } from "../../../timeline/use-size";
import { formatDay } from "../../../timeline/words/format-moment";
import styles from "./cell-board.module.css";
import { type GridAxis, useAxis } from "./use-axis";
import type { FilledGrid } from "./use-cells";

export interface CellBoardProps {
  readonly filled: FilledGrid;
  /** What stands over the names of the entities. */
  readonly title: ReactNode;
  /** Over a moment: `on 3 Nov`. */
  readonly headOf: (day: string) => ReactNode;
  readonly cellOf: (cell: number) => ReactNode;
  /** What should stand in a cell, where that is something else. */
  readonly besideOf?: (cell: number) => string | null;
  /** Of each entity, what its history is called, and the step that it is shown at. */
  readonly historyOf: (entity: number) => {
    readonly title: ReactNode;
    readonly coordinate: Coordinate;
    readonly below?: ReactNode;
  } & Partial<TimelineProps>;
}

const FALLBACK_WIDTH = 960;

/** A table to be filled by hand over the histories that it is filled from, on one axis: each cell stands over its moment. */
export function CellBoard({ filled, title, headOf, cellOf, besideOf, historyOf }: CellBoardProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { grid } = filled;
  const axis = useAxis(grid, useWidth(frame, FALLBACK_WIDTH));
  return (
    <div
      ref={frame}
      className={styles.board}
      style={leftOf(axis)}
      data-narrow={axis.isNarrow || undefined}
      data-below={!fitsBeside(filled, axis, besideOf) || undefined}
    >
      <div className={styles.table}>
        <div className={styles.line}>
          <p className={styles.title}>{title}</p>
          {grid.momentsUs.map((us) => (
            <p key={String(us)} className={styles.head} style={placeOf(axis, us)}>
              {headOf(formatDay(us))}
            </p>
          ))}
        </div>
        {grid.entities.map(({ name }, entity) => (
          <fieldset key={name} className={styles.line} aria-label={name}>
            <p className={styles.name}>{name}</p>
            {grid.cells.map(
              (cell, number) =>
                cell.entity === entity && (
                  <div
                    key={cell.spineRow}
                    className={styles.cell}
                    data-last={cell.moment === grid.momentsUs.length - 1 || undefined}
                    style={placeOf(axis, cell.timeUs)}
                  >
                    {cellOf(number)}
                    {besideOf?.(number) != null && <span className={styles.beside}>{besideOf(number)}</span>}
                  </div>
                ),
            )}
          </fieldset>
        ))}
      </div>
      <div className={styles.histories}>
        {!axis.isNarrow &&
          grid.momentsUs.map((us) => (
            <span key={String(us)} className={styles.guide} style={placeOf(axis, us)} aria-hidden />
          ))}
        {grid.entities.map((entity, number) => {
          const { title: name, coordinate, below, ...more } = historyOf(number);
          return (
            <section key={entity.name} className={styles.history}>
              <h3 className={styles.historyTitle}>{name}</h3>
              <Timeline
                {...more}
                name={entity.name}
                slice={entity.slice}
                coordinate={coordinate}
                window={axis.window}
                onWindow={() => undefined}
                folds={NO_FOLDS}
                strip={LANE_ALONE}
                showMinimap={false}
                keys="none"
              />
              {below}
            </section>
          );
        })}
        <AxisLine axis={axis} />
      </div>
    </div>
  );
}

const NO_FOLDS = [] as const;
const LANE_ALONE: Strip = { laneHeights: "low", hasAxis: false };

/** Where the lanes begin, for what stands beside them. */
function leftOf({ metrics }: GridAxis) {
  return { "--plot-left": `${metrics.plotLeft}px` } as CSSProperties;
}

/** A cell, words beside it, and air, in letters’ sizes. */
const CELL_EM = 20;

/** Whether what should stand in cells fits between them: behind each, but before the last, behind which there is no room. */
function fitsBeside(
  { grid }: FilledGrid,
  { scale, metrics, isNarrow }: GridAxis,
  besideOf: CellBoardProps["besideOf"],
): boolean {
  if (besideOf === undefined || isNarrow || grid.cells.every((_, number) => besideOf(number) === null))
    return true;
  const last = grid.momentsUs.length - 1;
  const places = grid.momentsUs.map((us) => scale.x(Number(us)));
  const isNear = places.some((x, i) => i > 0 && x - (places[i - 1] ?? 0) < CELL_EM * metrics.textPx);
  const meets = grid.cells.some(
    ({ moment }, number) => moment === last && besideOf(number) !== null && besideOf(number - 1) !== null,
  );
  return !isNear && !meets;
}

function placeOf({ scale, isNarrow }: GridAxis, us: bigint) {
  return isNarrow ? undefined : { left: scale.x(Number(us)) };
}

const AXIS_EM = 1.9;
const TICK_PX = 6;

/** The axis under all histories. */
function AxisLine({ axis }: { readonly axis: GridAxis }) {
  const { scale, metrics } = axis;
  const { plotLeft, plotRight, width, textPx } = metrics;
  return (
    <svg className={styles.axis} width={width} height={textPx * AXIS_EM} aria-hidden>
      <line className={styles.axisLine} x1={plotLeft} x2={plotRight} y1={0.5} y2={0.5} />
      {ticks(scale, textPx, "nothing").map(({ x, label, labelX }) => (
        <g key={x}>
          <line className={styles.axisLine} x1={x} x2={x} y1={0} y2={TICK_PX} />
          <text className={styles.axisLabel} x={labelX} y={textPx * 1.5} fontSize={textPx}>
            {label}
          </text>
        </g>
      ))}
    </svg>
  );
}
