import type { GhostPicture } from "../picture/picture-types";
import styles from "./picture.module.css";

export interface GhostProps {
  readonly ghost: GhostPicture;
  readonly radius: number;
}

/** Where a moved row stood, and the way it went. */
export function Ghost({ ghost, radius }: GhostProps) {
  const way = ghost.toX > ghost.x ? 1 : -1;
  return (
    <g aria-hidden className={styles.ghost}>
      <circle cx={ghost.x} cy={ghost.y} r={radius} />
      <path d={`M ${ghost.x + way * radius} ${ghost.y} H ${ghost.toX}`} />
    </g>
  );
}
