import type { MetricName, VariantModel } from "../../../compare/model/model-results";
import { isBeyond, onAxis, type ScoreAxis } from "../scores";
import styles from "./gap-picture.module.css";

export const GAP_WIDTH_PX = 134;
const HEIGHT_PX = 16;
const RADIUS_PX = 4.5;

export interface GapPictureProps {
  readonly model: VariantModel;
  readonly metric: MetricName;
  readonly domain: ScoreAxis;
}

/** One join's scores on an axis: a ring offline, a disc in production, and where resamplings of the entities put them. */
export function GapPicture({ model, metric, domain }: GapPictureProps) {
  const offline = model.offline[metric];
  const production = model.production[metric];
  if (offline === undefined || production === undefined) return null;
  const inner = GAP_WIDTH_PX - 2 * RADIUS_PX;
  const x = (score: number) =>
    RADIUS_PX + (inner * (onAxis(score, domain) - domain.from)) / (domain.to - domain.from);
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
      <Mark
        className={styles.production}
        x={x(production.value)}
        isBeyond={isBeyond(production.value, domain)}
      />
      <Mark className={styles.offline} x={x(offline.value)} isBeyond={isBeyond(offline.value, domain)} />
    </svg>
  );
}

/** A circle; of a score under the axis an arrow that leads there, since the numbers beside it say how far. */
function Mark(props: {
  readonly className: string | undefined;
  readonly x: number;
  readonly isBeyond: boolean;
}) {
  const { className, x, isBeyond } = props;
  const y = HEIGHT_PX / 2;
  if (!isBeyond) return <circle className={className} cx={x} cy={y} r={RADIUS_PX - 0.5} />;
  const [left, half] = [x - RADIUS_PX + 1, RADIUS_PX - 0.5];
  return <path className={className} d={`M${left},${y} l${2 * half},${-half} v${2 * half} z`} />;
}
