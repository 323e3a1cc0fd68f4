import type { Metrics } from "../geometry/metrics";
import type { DensityPicture } from "../picture/picture-types";
import styles from "./density-bars.module.css";

export interface DensityBarsProps {
  readonly density: DensityPicture;
  readonly baseline: number;
  /** Where the lane does not say itself that it counts. */
  readonly metrics?: Metrics;
}

/** Counts where marks are too many to draw; every bar says what it counts. */
export function DensityBars({ density, baseline, metrics: m }: DensityBarsProps) {
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of bars is a picture
    <g role="img" aria-label={density.words} className={m === undefined ? undefined : styles.spine}>
      {density.bars.map((bar) => {
        let y = baseline;
        return (
          <g key={bar.left}>
            <title>{bar.title}</title>
            {bar.parts.map((part) => {
              y -= part.height;
              return (
                <rect
                  key={part.look}
                  className={`${styles.bar} ${styles[part.look]}`}
                  x={bar.left}
                  y={y}
                  width={bar.right - bar.left}
                  height={Math.max(part.height, 0.75)}
                />
              );
            })}
          </g>
        );
      })}
      {m !== undefined && (
        <text className={styles.words} x={m.plotLeft + 4} y={baseline + m.textPx * 1.35} fontSize={m.textPx}>
          {density.words}
        </text>
      )}
    </g>
  );
}
