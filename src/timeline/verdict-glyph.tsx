import type { MarkLook } from "./step/judgement";
import styles from "./verdict-glyph.module.css";

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

/** The shape of a verdict around (0, 0): the same in marks, sentences and lists, so that it is learnt once. */
export function VerdictShape({ look, radius: r, ring }: VerdictShapeProps) {
  const className = `${styles.shape} ${styles[look]}`;
  switch (look) {
    case "not_judged":
      return <circle className={className} r={r} />;
    case "chosen":
      return (
        <g className={className}>
          <circle className={styles.ring} r={ring} />
          <circle r={r} />
        </g>
      );
    case "superseded":
    case "expired":
      return <circle className={className} r={r - 1} />;
    case "not_yet_known":
      return (
        <g className={className}>
          <circle className={styles.hollow} r={r - 0.75} />
          <path d={`M 0 ${-r} A ${r} ${r} 0 0 0 0 ${r} Z`} />
        </g>
      );
    case "future":
      return (
        <g className={className}>
          <path className={styles.hollow} d={diamond(r * 1.2)} />
          <path className={styles.hatch} d={hatching(r * 1.2)} />
        </g>
      );
    case "wrong_side":
      return (
        <g className={className}>
          <rect className={styles.hollow} x={-r * 0.85} y={-r * 0.85} width={r * 1.7} height={r * 1.7} />
          <path d={`M ${-r * 0.85} ${r * 0.85} L ${r * 0.85} ${-r * 0.85}`} />
        </g>
      );
    case "leak":
      return <path className={className} d={diamond(r * 1.45)} />;
  }
}

function diamond(r: number): string {
  return `M 0 ${-r} L ${r} 0 L 0 ${r} L ${-r} 0 Z`;
}

/** Three strokes along one side of the diamond. */
function hatching(r: number): string {
  return [-0.5, 0, 0.5]
    .map((at) => `M ${r * (at - 0.5)} ${r * (at + 0.5)} L ${r * (at + 0.5)} ${r * (at - 0.5)}`)
    .join(" ");
}
