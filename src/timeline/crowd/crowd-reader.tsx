import { type PointerEvent, useState } from "react";
import type { Metrics } from "../geometry/metrics";
import type { Box } from "../geometry/place-labels";
import { textWidth } from "../geometry/text-width";
import { crowdItemAt, crowdItemWords } from "./crowd-at";
import type { CrowdPicture } from "./crowd-picture";
import styles from "./crowd-reader.module.css";

export interface CrowdReaderProps {
  readonly crowd: CrowdPicture;
  /** The lane's part of the picture: where a pointer reads the crowd. */
  readonly area: Box;
  readonly metrics: Metrics;
}

const PAD_PX = 7;
const GAP_PX = 8;

/** A crowd in words: what it is, for who cannot see it, and what the tick or bar under the pointer stands for. */
export function CrowdReader({ crowd, area, metrics: m }: CrowdReaderProps) {
  const [at, setAt] = useState<{ x: number; y: number } | null>(null);
  const read = ({ currentTarget, clientX, clientY, buttons }: PointerEvent<SVGRectElement>) => {
    const origin = currentTarget.ownerSVGElement?.getBoundingClientRect();
    setAt(buttons > 0 || !origin ? null : { x: clientX - origin.left, y: clientY - origin.top });
  };
  const item = at && crowdItemAt(crowd, at.x, at.y);
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of shapes is a picture
    <g role="img" aria-label={crowd.words}>
      <rect
        className={styles.area}
        x={area.left}
        y={area.top}
        width={area.right - area.left}
        height={area.bottom - area.top}
        onPointerMove={read}
        onPointerDown={() => setAt(null)}
        onPointerLeave={() => setAt(null)}
      />
      {item && (
        <rect
          className={styles.frame}
          x={item.left - 1.5}
          y={item.top - 1.5}
          width={item.right - item.left + 3}
          height={item.bottom - item.top + 3}
        />
      )}
      {item && (
        <Tip words={crowdItemWords(crowd, item)} x={(item.left + item.right) / 2} area={area} metrics={m} />
      )}
    </g>
  );
}

function Tip({
  words,
  x,
  area,
  metrics: m,
}: {
  readonly words: string;
  readonly x: number;
  readonly area: Box;
  readonly metrics: Metrics;
}) {
  const width = textWidth(words, m.textPx) + 2 * PAD_PX;
  const height = m.textPx * 1.2 + PAD_PX;
  const left = Math.max(0, Math.min(x - width / 2, m.width - width));
  const top = area.top - height - GAP_PX;
  return (
    <g className={styles.tip} aria-hidden>
      <rect x={left} y={top} width={width} height={height} rx={2} />
      <text x={left + PAD_PX} y={top + PAD_PX / 2 + m.textPx * 0.95} fontSize={m.textPx}>
        {words}
      </text>
    </g>
  );
}
