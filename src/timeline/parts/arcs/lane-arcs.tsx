import type { LanePicture } from "../../picture/picture-types";
import styles from "./lane-arcs.module.css";

export interface LaneArcsProps {
  readonly lane: Pick<LanePicture, "arc" | "wrongArc" | "rivals">;
  /** Changes with the spine row, so that its arcs are drawn anew. */
  readonly rowKey: number;
  /** Whether a dot goes along the arc, as the value does. */
  readonly travels: boolean;
}

/** From the chosen row to the line, from those that it beat at that step, and from the one that a wrong join would take. */
export function LaneArcs({ lane: { arc, wrongArc, rivals }, rowKey, travels }: LaneArcsProps) {
  return (
    <>
      {rivals.map((rival) => (
        <path key={rival.path} aria-hidden className={styles.rival} d={rival.path} pathLength={1} />
      ))}
      {arc !== null && (
        <g key={rowKey} aria-hidden className={arc.leak ? styles.leakArc : styles.arc}>
          <path d={arc.path} pathLength={arc.leak ? undefined : 1} />
          <circle cx={arc.endX} cy={arc.endY} r={3.5} />
          {travels && (
            <circle className={styles.traveller} r={5} style={{ offsetPath: `path("${arc.path}")` }} />
          )}
        </g>
      )}
      {wrongArc !== null && (
        <g key={`wrong:${rowKey}`} aria-hidden className={styles.leakArc}>
          <path d={wrongArc.path} />
        </g>
      )}
    </>
  );
}
