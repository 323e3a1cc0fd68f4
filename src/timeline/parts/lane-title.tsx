import type { Metrics } from "../geometry/metrics";
import { textWidth } from "../geometry/text-width";
import { fitted } from "../picture/lane";
import styles from "./picture.module.css";

export interface LaneTitleProps {
  readonly top: number;
  readonly center: number;
  readonly title: string;
  readonly subtitle: string;
  readonly metrics: Metrics;
}

/** A lane's name: left of its line, or above it where the picture is narrow. */
export function LaneTitle({ top, center, title, subtitle, metrics: m }: LaneTitleProps) {
  const namePx = m.textPx * 1.08;
  if (m.layout === "narrow") {
    const y = top + m.textPx * 1.4;
    return (
      <g aria-hidden>
        <text className={styles.laneName} x={0} y={y} fontSize={namePx}>
          {title}
        </text>
        <text className={styles.laneSub} x={textWidth(title, namePx, 600) + 12} y={y} fontSize={m.textPx}>
          {subtitle}
        </text>
      </g>
    );
  }
  const room = m.plotLeft - 14;
  const name =
    textWidth(title, namePx, 600) <= room ? title : `${fitted(title, room - namePx, namePx, 600)}…`;
  return (
    <g aria-hidden>
      <title>{title}</title>
      <text className={styles.laneName} x={0} y={center - 2} fontSize={namePx}>
        {name}
      </text>
      <text className={styles.laneSub} x={0} y={center + m.textPx * 1.35} fontSize={m.textPx}>
        {subtitle}
      </text>
    </g>
  );
}
