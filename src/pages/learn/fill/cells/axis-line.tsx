import { ticks } from "../../../../timeline/geometry/ticks";
import styles from "./axis-line.module.css";
import type { GridAxis } from "./use-axis";

const HEIGHT_EM = 1.9;
const TICK_PX = 6;

/** The axis under all histories. */
export function AxisLine({ axis }: { readonly axis: GridAxis }) {
  const { scale, metrics } = axis;
  const { plotLeft, plotRight, width, textPx } = metrics;
  return (
    <svg className={styles.axis} width={width} height={textPx * HEIGHT_EM} aria-hidden>
      <line className={styles.line} x1={plotLeft} x2={plotRight} y1={0.5} y2={0.5} />
      {ticks(scale, textPx, true).map(({ x, label, labelX }) => (
        <g key={x}>
          <line className={styles.line} x1={x} x2={x} y1={0} y2={TICK_PX} />
          <text className={styles.label} x={labelX} y={textPx * 1.5} fontSize={textPx}>
            {label}
          </text>
        </g>
      ))}
    </svg>
  );
}
