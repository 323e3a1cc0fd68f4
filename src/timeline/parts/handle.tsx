import type { TimeScale } from "../geometry/time-scale";
import type { MoveHandlers } from "../interaction/use-interaction";
import styles from "./picture.module.css";

export interface HandleProps {
  readonly label: string;
  /** What it says now: a moment or a duration, in words. */
  readonly valueText: string;
  readonly atUs: number;
  readonly scale: TimeScale;
  readonly handlers: MoveHandlers;
  /** Where it can be taken, pixels. */
  readonly grips: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
}

/** Something that can be taken and moved along the axis: the as-of line, the end of a TTL, the start of a delay. */
export function Handle({ label, valueText, atUs, scale, handlers, grips }: HandleProps) {
  return (
    <g
      className={styles.handle}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuenow={Math.round(scale.x(atUs) - scale.left)}
      aria-valuemin={0}
      aria-valuemax={Math.round(scale.right - scale.left)}
      aria-valuetext={valueText}
      {...handlers}
    >
      {grips.map((grip) => (
        <rect key={grip.y} {...grip} rx={3} />
      ))}
    </g>
  );
}
