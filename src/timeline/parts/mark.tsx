import type { FocusEvent, KeyboardEvent } from "react";
import { classNames } from "../../ui/class-names";
import type { Metrics } from "../geometry/metrics";
import { tailPath } from "../geometry/shape-paths";
import type { Movement } from "../interaction/use-interaction";
import type { MarkPicture } from "../picture/picture-types";
import { VerdictShape } from "../verdict-glyph";
import markStyles from "./mark.module.css";
import styles from "./picture.module.css";

/** How far from its middle a mark can be hit, each way, pixels. */
export interface MarkHit {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface MarkProps {
  readonly mark: MarkPicture;
  readonly metrics: Metrics;
  /** Of the marks of a lane one can be reached by Tab; the arrow keys go on from it. */
  readonly tabbable: boolean;
  readonly lit: boolean;
  /** Whether it is lit more faintly, beside the one that is `lit`. */
  readonly outlined: boolean;
  readonly open: boolean;
  /** Whether it is the one that was picked; `undefined` where none can be, and pressing it opens its details. */
  readonly picked: boolean | undefined;
  readonly hit: MarkHit;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent<SVGGElement>) => void;
  readonly onHover: (over: boolean) => void;
  readonly onPress: () => void;
  /** Moves it in time; absent where it stands for several rows, or nothing can be moved. */
  readonly movement: Movement | undefined;
  /** Counts the view's joins from 0. */
  readonly join: number;
  /** Whether the arrow keys alone move it. */
  readonly arrowsMove: boolean;
  /** Whether it does nothing where it is pressed or hovered. */
  readonly isQuiet: boolean;
}

/** So much smaller than one with a letter is a mark that cannot be answered with. */
const NOT_OFFERED = 0.55;

/** One candidate row on its lane (or a pile of rows that coincide), with the tail to when it became known. */
export function Mark(props: MarkProps) {
  const { mark, metrics: m, hit, tabbable, lit, open, onFocus, onKeyDown, onHover, onPress } = props;
  const { movement, join } = props;
  const handlers = movement?.handlers({ kind: "row", join, row: mark.row }, mark.us, props.arrowsMove);
  const moving = props.arrowsMove ? "ArrowLeft ArrowRight" : "Alt+ArrowLeft Alt+ArrowRight";
  const keys = movement === undefined ? undefined : moving;
  const { isQuiet } = props;
  const quietTab = movement === undefined ? undefined : 0;
  const role = isQuiet
    ? { role: "img" }
    : {
        role: "button",
        "aria-expanded": props.picked === undefined ? open : undefined,
        "aria-pressed": props.picked,
      };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is among what is spread; SVG has no button element
    <g
      className={classNames(styles.mark, isQuiet && markStyles.quiet)}
      {...role}
      // Where the arrows do not go from mark to mark, Tab does.
      tabIndex={isQuiet ? quietTab : tabbable ? 0 : -1}
      aria-label={mark.spoken}
      data-mark={mark.row}
      data-x={mark.x}
      data-state={mark.state}
      data-outlined={props.outlined || undefined}
      onFocus={(event: FocusEvent) => {
        onFocus();
        if (event.currentTarget.matches(":focus-visible")) onHover(true);
      }}
      onBlur={() => onHover(false)}
      aria-keyshortcuts={keys}
      data-movable={keys && true}
      {...handlers}
      onKeyDown={(event: KeyboardEvent<SVGGElement>) => {
        handlers?.onKeyDown?.(event);
        if (!event.defaultPrevented && !isQuiet) onKeyDown(event);
      }}
      onPointerEnter={() => isQuiet || onHover(true)}
      onPointerLeave={() => isQuiet || onHover(false)}
      onClick={() => movement?.wasDragged() || isQuiet || onPress()}
    >
      {!isQuiet && <title>{mark.title}</title>}
      {mark.tail !== null && (
        <path
          className={classNames(styles.tail, mark.isOffered && styles[mark.state])}
          d={tailPath(mark.x, mark.y, mark.tail, m.markRadius)}
        />
      )}
      <g transform={`translate(${mark.x} ${mark.y})`}>
        <rect
          className={styles.hit}
          x={-hit.left}
          y={-hit.top}
          width={hit.left + hit.right}
          height={hit.top + hit.bottom}
          rx={m.ringRadius}
        />
        <circle className={styles.halo} data-lit={lit || undefined} r={m.ringRadius + 5} />
        {mark.count > 1 && (
          <circle
            className={classNames(styles.pileBack, mark.isOffered && styles[mark.state])}
            cx={3.5}
            cy={-3.5}
            r={mark.isOffered ? m.markRadius - 1 : m.markRadius * NOT_OFFERED}
          />
        )}
        {mark.isOffered ? (
          <g key={mark.state} className={styles.shape}>
            <VerdictShape state={mark.state} radius={m.markRadius} ring={m.ringRadius} />
          </g>
        ) : (
          <circle className={markStyles.notOffered} r={m.markRadius * NOT_OFFERED} />
        )}
        {mark.letter !== null && (
          <text aria-hidden className={markStyles.letter} fontSize={m.valuePx}>
            {mark.letter}
          </text>
        )}
      </g>
    </g>
  );
}
