import { tornPath } from "../geometry/shape-paths";
import type { Picture } from "../picture/picture-types";
import styles from "./picture.module.css";

/** What lies under the lanes: the future, the lines of the axis with their words, and the lines between lanes. */
export function Backdrop({ picture, id }: { readonly picture: Picture; readonly id: string }) {
  const { metrics: m, plot, future, ticks } = picture;
  return (
    <g aria-hidden>
      {future !== null && (
        <rect
          className={styles.futureArea}
          data-hatched={future.hatched || undefined}
          x={future.left}
          y={plot.top}
          width={Math.max(0, future.right - future.left)}
          height={plot.bottom - plot.top}
          fill={`url(#${id}-hatch)`}
        >
          <title>After the moment of the prediction: nothing here exists yet.</title>
        </rect>
      )}
      {m.layout === "wide" && (
        <text className={styles.zone} x={0} y={m.axisBaseline} fontSize={m.textPx}>
          times in UTC
        </text>
      )}
      {ticks.map((tick) => (
        <g key={tick.x}>
          <line className={styles.grid} x1={tick.x} x2={tick.x} y1={plot.top} y2={plot.bottom} />
          <text className={styles.tick} x={tick.x + 4} y={m.axisBaseline} fontSize={m.textPx}>
            {tick.label}
          </text>
        </g>
      ))}
      {m.layout === "wide" &&
        [...picture.lanes.map((lane) => lane.top), plot.bottom].map((y) => (
          <line key={y} className={styles.grid} x1={0} x2={plot.right} y1={y} y2={y} />
        ))}
    </g>
  );
}

/** Idle stretches that are folded away, over everything that runs on through them. */
export function Folds({ picture }: { readonly picture: Picture }) {
  const { metrics: m, plot, folds } = picture;
  return folds.map((fold) => (
    <g key={fold.left}>
      <title>{fold.title}</title>
      <rect
        className={styles.fold}
        x={fold.left}
        y={plot.top - 4}
        width={fold.right - fold.left}
        height={plot.bottom - plot.top + 8}
      />
      {[fold.left, fold.right].map((x) => (
        <path key={x} className={styles.foldEdge} d={tornPath(x, plot.top - 4, plot.bottom + 4)} />
      ))}
      <text
        className={styles.foldLabel}
        x={(fold.left + fold.right) / 2}
        y={m.axisBaseline}
        fontSize={m.textPx}
      >
        {fold.label}
      </text>
    </g>
  ));
}
