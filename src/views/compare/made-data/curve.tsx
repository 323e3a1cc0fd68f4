import { lazy, Suspense } from "react";
import { CURVE_VARIANTS, type CurvePoint, type CurveVariant } from "../../../compare/reaction-curve";
import { VARIANT_TERMS } from "../../../terms/variants";
import { classNames } from "../../../ui/class-names";
import { LoadingLine } from "../../../ui/feedback/loading-line";
import { formatNumber } from "../../../ui/format-number";
import { loadPart } from "../../../worker/missing-part";
import { formatScore } from "../scores";
import styles from "./curve.module.css";
import { curveTrend, formatGap, gapBeyond } from "./curve-words";

const CurveChart = lazy(async () => ({
  default: (await loadPart(() => import("./curve-chart"))).CurveChart,
}));

export interface CurveProps {
  readonly points: readonly CurvePoint[];
  /** That of the knob. */
  readonly reaction: number;
}

/** The gap against the reaction, as a picture. */
export function CurvePicture({ points, reaction }: CurveProps) {
  return (
    <>
      <ul className={styles.legend}>
        {CURVE_VARIANTS.map((name) => (
          <li key={name}>
            <LineSample of={name} /> {VARIANT_TERMS[name].word}
          </li>
        ))}
      </ul>
      <Suspense fallback={<LoadingLine>Drawing …</LoadingLine>}>
        <CurveChart points={points} reaction={reaction} />
      </Suspense>
    </>
  );
}

function LineSample({ of }: { readonly of: CurveVariant }) {
  return (
    <svg className={styles.sample} viewBox="0 0 24 8" aria-hidden focusable="false">
      <line x1="0" x2="24" y1="4" y2="4" className={styles[of]} />
    </svg>
  );
}

/** The same in numbers, and what of it is chance. */
export function CurveTable({ points, reaction }: CurveProps) {
  const trend = curveTrend(points);
  return (
    <>
      {trend !== "" && <p className={styles.trend}>{trend}</p>}
      <p className={styles.caption}>
        AUC offline → in production, the gap between them, and in brackets its band: 95 % of resamplings of
        customers. A band that holds 0 is no gap beyond chance; one band of twenty misses. An AUC is how often
        a model ranks one who leaves over one who stays; 0.5 is chance.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={styles.tableFrame} tabIndex={0} aria-label="The curve in numbers">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">reaction</th>
              {CURVE_VARIANTS.map((name) => (
                <th key={name} scope="col">
                  {VARIANT_TERMS[name].word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.reaction} data-current={point.reaction === reaction || undefined}>
                <th scope="row">{formatNumber(point.reaction)}</th>
                {CURVE_VARIANTS.map((name) => (
                  <td key={name}>
                    <Scores point={point} name={name} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Scores({ point: { scores }, name }: { readonly point: CurvePoint; readonly name: CurveVariant }) {
  if (scores === null) return <>too little to learn from</>;
  const { offline, production, gap } = scores[name];
  if (name === "own") return <>{formatScore(offline.value)}</>;
  return (
    <>
      <span className={styles.piece}>
        {formatScore(offline.value)} → {formatScore(production.value)}
      </span>{" "}
      <span className={classNames(styles.piece, gapBeyond(gap) === "more" ? styles.gap : styles.chance)}>
        {formatGap(scores[name])}
      </span>{" "}
      <span className={classNames(styles.piece, styles.chance)}>
        ({formatScore(gap.low)} to {formatScore(gap.high)})
      </span>
    </>
  );
}
