import type { Metrics } from "../geometry/metrics";
import type { Box } from "../geometry/place-labels";
import { textWidth } from "../geometry/text-width";
import { crowdItemAt, crowdItemWords } from "./crowd-at";
import type { CrowdPicture } from "./crowd-picture";
import type { ReadAt } from "./crowd-reader";
import styles from "./crowd-reader.module.css";

export interface CrowdTipProps {
  readonly crowd: CrowdPicture;
  readonly at: ReadAt;
  /** Above it the words stand. */
  readonly area: Box;
  readonly metrics: Metrics;
}

const PAD_PX = 7;
const GAP_PX = 8;
const FRAME_PX = 1.5;

/** The tick or bar at a pointer, framed, and what it stands for in words. */
export function CrowdTip({ crowd, at, area, metrics: m }: CrowdTipProps) {
  const item = crowdItemAt(crowd, at.x, at.y);
  if (item === null) return null;
  const words = crowdItemWords(crowd, item);
  const width = textWidth(words, m.textPx) + 2 * PAD_PX;
  const height = m.textPx * 1.2 + PAD_PX;
  const left = Math.max(0, Math.min((item.left + item.right - width) / 2, m.width - width));
  const top = area.top - height - GAP_PX;
  return (
    <g className={styles.tip} aria-hidden>
      <rect
        className={styles.frame}
        x={item.left - FRAME_PX}
        y={item.top - FRAME_PX}
        width={item.right - item.left + 2 * FRAME_PX}
        height={item.bottom - item.top + 2 * FRAME_PX}
      />
      <rect className={styles.paper} x={left} y={top} width={width} height={height} rx={2} />
      <text x={left + PAD_PX} y={top + PAD_PX / 2 + m.textPx * 0.95} fontSize={m.textPx}>
        {words}
      </text>
    </g>
  );
}
