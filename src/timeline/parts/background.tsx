import type { Metrics } from "../geometry/metrics";
import { textWidth } from "../geometry/place-labels";
import { tornPath } from "../geometry/shape-paths";
import type { LanePicture, Picture, SpinePicture } from "../picture/picture-types";
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
      {m.layout === "wide" && picture.has.axis && <AxisWords picture={picture} />}
      {ticks.map((tick) => (
        <g key={tick.x}>
          <line className={styles.grid} x1={tick.x} x2={tick.x} y1={plot.top} y2={plot.bottom} />
          {picture.has.axis && (
            <text className={styles.tick} x={tick.labelX} y={m.axisBaseline} fontSize={m.textPx}>
              {tick.label}
            </text>
          )}
        </g>
      ))}
      {m.layout === "wide" &&
        [...picture.lanes.map((lane) => lane.top), plot.bottom].map((y) => (
          <line key={y} className={styles.grid} x1={0} x2={plot.right} y1={y} y2={y} />
        ))}
    </g>
  );
}

/** What the axis counts in: before it, or over its end where the name of the picture stands before it. */
function AxisWords({ picture: { metrics: m, has, asOf, plot, axisWords } }: { readonly picture: Picture }) {
  const isOverFlag = asOf.flagLeft + asOf.flagWidth > plot.right - textWidth(axisWords, m.textPx) - m.textPx;
  if (!has.spine && isOverFlag) return null;
  return (
    <text
      className={styles.zone}
      x={has.spine ? 0 : plot.right}
      y={has.spine ? m.axisBaseline : m.flagHeight * 0.7}
      textAnchor={has.spine ? "start" : "end"}
      fontSize={m.textPx}
    >
      {axisWords}
    </text>
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
      {picture.has.axis && (
        <text
          className={styles.foldLabel}
          x={(fold.left + fold.right) / 2}
          y={m.axisBaseline}
          fontSize={m.textPx}
        >
          {fold.label}
        </text>
      )}
    </g>
  ));
}

/** The two textures: the future is hatched, a delay is dotted. `id` keeps several timelines on one page apart. */
export function Textures({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern
        id={`${id}-hatch`}
        width="11"
        height="11"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect className={styles.futureBackground} width="11" height="11" />
        <line className={styles.futureLine} x1="0" x2="0" y1="0" y2="11" />
      </pattern>
      <pattern id={`${id}-dots`} width="5" height="5" patternUnits="userSpaceOnUse">
        <circle className={styles.delayDot} cx="2" cy="2" r="0.9" />
      </pattern>
    </defs>
  );
}

export interface LaneBackgroundProps {
  readonly lane: LanePicture;
  /** Of the timeline's textures. */
  readonly id: string;
}

/** What a lane's rows stand on: its line, its TTL window and its delay. */
export function LaneBackground({ lane: { band, delay, center, metrics: m }, id }: LaneBackgroundProps) {
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

/** What the rows to predict stand on. */
export function SpineBackground({
  spine,
  metrics: m,
}: {
  readonly spine: SpinePicture;
  readonly metrics: Metrics;
}) {
  return (
    <line className={styles.laneLine} x1={m.plotLeft} x2={m.plotRight} y1={spine.center} y2={spine.center} />
  );
}
