import type { FocusEvent, KeyboardEvent } from "react";
import type { Metrics } from "../geometry/metrics";
import { tailPath } from "../geometry/shape-paths";
import type { TimeScale } from "../geometry/time-scale";
import { type Movable, useTimeDrag } from "../hands/use-time-drag";
import type { MarkPicture } from "../picture/picture-types";
import { VerdictShape } from "../verdict-glyph";
import styles from "./picture.module.css";

export interface MarkProps {
  readonly mark: MarkPicture;
  readonly metrics: Metrics;
  readonly scale: TimeScale;
  /** Of the marks of a lane one can be reached by Tab; the arrow keys go on from it. */
  readonly tabbable: boolean;
  readonly lit: boolean;
  readonly open: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent<SVGGElement>) => void;
  readonly onHover: (over: boolean) => void;
  readonly onOpen: () => void;
  /** Where it may be moved in time. */
  readonly movable?: Movable;
  /** Whether the arrow keys alone move it. */
  readonly arrowsMove: boolean;
}

/** One candidate row on its lane (or a pile of rows that coincide), with the tail to when it became known. */
export function Mark(props: MarkProps) {
  const { mark, metrics: m, tabbable, lit, open, onFocus, onKeyDown, onHover, onOpen } = props;
  const drag = useTimeDrag(mark.us, props.scale, props.movable, props.arrowsMove);
  const moving = props.arrowsMove ? "ArrowLeft ArrowRight" : "Alt+ArrowLeft Alt+ArrowRight";
  const keys = props.movable === undefined ? undefined : moving;
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button element
    <g
      className={styles.mark}
      role="button"
      tabIndex={tabbable ? 0 : -1}
      aria-label={mark.spoken}
      aria-expanded={open}
      data-mark={mark.row}
      data-x={mark.x}
      data-look={mark.look}
      onFocus={(event: FocusEvent) => {
        onFocus();
        if (event.currentTarget.matches(":focus-visible")) onHover(true);
      }}
      onBlur={() => onHover(false)}
      aria-keyshortcuts={keys}
      data-movable={keys && true}
      {...drag.handlers}
      onKeyDown={(event: KeyboardEvent<SVGGElement>) => {
        drag.handlers.onKeyDown?.(event);
        if (!event.defaultPrevented) onKeyDown(event);
      }}
      onPointerEnter={() => onHover(true)}
      onPointerLeave={() => onHover(false)}
      onClick={() => drag.wasDragged() || onOpen()}
    >
      <title>{mark.title}</title>
      {mark.tail !== null && (
        <path
          className={`${styles.tail} ${styles[mark.look]}`}
          d={tailPath(mark.x, mark.y, mark.tail, m.markRadius)}
        />
      )}
      <g transform={`translate(${mark.x} ${mark.y})`}>
        <circle className={styles.hit} r={Math.max(12, m.ringRadius)} />
        <circle className={styles.halo} data-lit={lit || undefined} r={m.ringRadius + 5} />
        {mark.count > 1 && (
          <circle
            className={`${styles.pileBack} ${styles[mark.look]}`}
            cx={3.5}
            cy={-3.5}
            r={m.markRadius - 1}
          />
        )}
        <g key={mark.look} className={styles.shape}>
          <VerdictShape look={mark.look} radius={m.markRadius} ring={m.ringRadius} />
        </g>
      </g>
    </g>
  );
}
