import type { LanePicture } from "../picture/picture-types";
import styles from "./picture.module.css";

export interface LaneGroundProps {
  readonly lane: LanePicture;
  /** Of the timeline's textures. */
  readonly id: string;
}

/** What a lane's rows stand on: its line, its TTL window and its delay. */
export function LaneGround({ lane: { band, delay, center, metrics: m }, id }: LaneGroundProps) {
  return (
    <>
      {band !== null && (
        <rect
          className={styles.band}
          data-active={band.active || undefined}
          x={band.left}
          y={center - m.bandHalf}
          width={band.right - band.left}
          height={m.bandHalf * 2}
        >
          <title>The TTL: a row outside of this band is not used.</title>
        </rect>
      )}
      {delay !== null && (
        <g className={styles.delay} data-active={delay.active || undefined}>
          <rect
            x={delay.left}
            y={center - m.bandHalf}
            width={delay.right - delay.left}
            height={m.bandHalf * 2}
            fill={`url(#${id}-dots)`}
          >
            <title>The delay: what happens here can be used only later.</title>
          </rect>
        </g>
      )}
      <line className={styles.laneLine} x1={m.plotLeft} x2={m.plotRight} y1={center} y2={center} />
    </>
  );
}
