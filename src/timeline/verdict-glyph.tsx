import type { MarkState } from "../terms/verdicts";
import { VERDICT_TERMS } from "../terms/verdicts";
import styles from "./verdict-glyph.module.css";

export interface VerdictGlyphProps {
  readonly state: MarkState;
}

/** The shape of a verdict at the size of a letter, for sentences and lists. The word beside it says the same. */
export function VerdictGlyph({ state }: VerdictGlyphProps) {
  return (
    <svg className={styles.letter} viewBox="-11 -11 22 22" aria-hidden focusable="false">
      <VerdictShape state={state} radius={state === "chosen" ? 6 : 8} ring={10} />
    </svg>
  );
}

export interface VerdictShapeProps {
  readonly state: MarkState;
  /** Of the disc; pixels of the SVG it stands in. */
  readonly radius: number;
  readonly ring: number;
}

/** The shape of a verdict around (0, 0). */
export function VerdictShape({ state, radius, ring }: VerdictShapeProps) {
  return (
    <g className={`${styles.shape} ${styles[state]}`}>
      {VERDICT_TERMS[state]
        .glyph(radius, ring)
        .map((shape) =>
          shape.kind === "circle" ? (
            <circle key={`circle ${shape.part}`} className={shape.part && styles[shape.part]} r={shape.r} />
          ) : (
            <path key={`path ${shape.part}`} className={shape.part && styles[shape.part]} d={shape.d} />
          ),
        )}
    </g>
  );
}
