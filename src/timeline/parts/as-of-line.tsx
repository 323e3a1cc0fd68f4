import type { Picture } from "../picture/picture-types";
import styles from "./picture.module.css";

/** The moment of the prediction: a line through all lanes, and its flag. */
export function AsOfLine({ picture }: { readonly picture: Picture }) {
  const { asOf, metrics: m, plot } = picture;
  const here = asOf.side === "here";
  return (
    <g aria-hidden>
      {here && (
        <line className={styles.asOf} x1={asOf.x} x2={asOf.x} y1={m.flagHeight - 1} y2={plot.bottom + 4} />
      )}
      {here && (
        <rect
          className={styles.asOfFill}
          x={asOf.x - 5}
          y={plot.bottom - 4}
          width={10}
          height={16}
          rx={3.5}
        />
      )}
      <rect
        className={styles.asOfFill}
        x={asOf.flagLeft}
        y={0}
        width={asOf.flagWidth}
        height={m.flagHeight}
        rx={3}
      />
      <text
        className={styles.asOfText}
        x={asOf.flagLeft + asOf.flagWidth / 2}
        y={m.flagHeight / 2}
        fontSize={m.textPx}
      >
        {asOf.label}
      </text>
    </g>
  );
}
