import type { Consequence, MetricName, VariantModel } from "../../../compare/model/model-results";
import { formatNumber } from "../../../ui/format-number";
import styles from "./gap-picture.module.css";

/** The scores that an axis shows, [from, to]. */
export interface ScoreDomain {
  readonly from: number;
  readonly to: number;
}

/** Where a metric's axis begins unless scores lie lower, and what it is called. */
export const METRIC_TERMS: Readonly<Record<MetricName, { readonly word: string; readonly from: number }>> = {
  auc: { word: "AUC", from: 0.5 },
  r2: { word: "R²", from: 0 },
  log_loss: { word: "log-loss", from: 0 },
  mae: { word: "mean absolute error", from: 0 },
};

/** Below this an axis does not go: how much worse than a constant a model is matters no more. */
const LOWEST = -1;

/** The axis on which all variants' scores of the first metric lie: from chance, or from the tenth below the least. */
export function scoreDomain({ metrics, variants }: Pick<Consequence, "metrics" | "variants">): ScoreDomain {
  const metric = metrics[0] ?? "auc";
  const values = variants.flatMap(({ offline, production }) =>
    [offline[metric], production[metric]].flatMap((band) => (band === undefined ? [] : [band.value])),
  );
  const least = Math.floor(Math.min(METRIC_TERMS[metric].from, ...values) * 10 + 1e-9) / 10;
  return { from: Math.max(LOWEST, least), to: 1 };
}

/** A score to two decimals. */
export function formatScore(value: number): string {
  return formatNumber(value, { decimals: 2 });
}

export const GAP_WIDTH_PX = 134;
const HEIGHT_PX = 16;
const RADIUS_PX = 4.5;

export interface GapPictureProps {
  readonly model: VariantModel;
  readonly metric: MetricName;
  readonly domain: ScoreDomain;
}

/** One join's scores on an axis: a ring offline, a disc in production, and where resamplings of the entities put them. */
export function GapPicture({ model, metric, domain }: GapPictureProps) {
  const offline = model.offline[metric];
  const production = model.production[metric];
  if (offline === undefined || production === undefined) return null;
  const inner = GAP_WIDTH_PX - 2 * RADIUS_PX;
  const x = (score: number) => {
    const share = (score - domain.from) / (domain.to - domain.from);
    return RADIUS_PX + inner * Math.min(1, Math.max(0, share));
  };
  const y = HEIGHT_PX / 2;
  return (
    <svg className={styles.gap} width={GAP_WIDTH_PX} height={HEIGHT_PX} aria-hidden>
      <line className={styles.axis} x1={0} x2={GAP_WIDTH_PX} y1={y} y2={y} />
      {[offline, production].map(({ low, high }, i) => (
        <rect
          key={i === 0 ? "offline" : "production"}
          className={styles.band}
          x={x(low)}
          y={y - RADIUS_PX}
          width={Math.max(1, x(high) - x(low))}
          height={2 * RADIUS_PX}
        />
      ))}
      <line className={styles.way} x1={x(offline.value)} x2={x(production.value)} y1={y} y2={y} />
      <circle className={styles.production} cx={x(production.value)} cy={y} r={RADIUS_PX} />
      <circle className={styles.offline} cx={x(offline.value)} cy={y} r={RADIUS_PX - 0.5} />
    </svg>
  );
}
