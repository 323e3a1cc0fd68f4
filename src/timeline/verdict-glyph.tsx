import type { MarkLook } from "./step/judgement";
import styles from "./verdict-glyph.module.css";
import { verdictShape } from "./verdict-shape";

export interface VerdictGlyphProps {
  readonly look: MarkLook;
}

/** The shape of a verdict at the size of a letter, for sentences and lists. The word beside it says the same. */
export function VerdictGlyph({ look }: VerdictGlyphProps) {
  return (
    <svg className={styles.letter} viewBox="-11 -11 22 22" aria-hidden focusable="false">
      <VerdictShape look={look} radius={look === "chosen" ? 6 : 8} ring={10} />
    </svg>
  );
}

export interface VerdictShapeProps {
  readonly look: MarkLook;
  /** Of the disc; pixels of the SVG it stands in. */
  readonly radius: number;
  readonly ring: number;
}

/** The shape of a verdict around (0, 0). */
export function VerdictShape({ look, radius, ring }: VerdictShapeProps) {
  return (
    <g className={`${styles.shape} ${styles[look]}`}>
      {verdictShape(look, radius, ring).map((shape) =>
        shape.kind === "circle" ? (
          <circle key={`circle ${shape.part}`} className={shape.part && styles[shape.part]} r={shape.r} />
        ) : (
          <path key={`path ${shape.part}`} className={shape.part && styles[shape.part]} d={shape.d} />
        ),
      )}
    </g>
  );
}
