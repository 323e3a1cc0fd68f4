import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from "recharts";
import type { CalibrationBin } from "../../../compare/model/model-results";
import styles from "./calibration.module.css";

const HEIGHT_PX = 220;
/** Where the axes have ticks, and how far both may go: as far as any share does. */
const TICKS = [0, 0.001, 0.005, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1];
/** Fewer than these apart, as a share of the axis, two ticks would run into each other. */
const LEAST_APART = 0.1;
const AXIS = {
  type: "number",
  // Where an outcome is rare most shares are small: by their roots they are not one blot, and nothing has a place too.
  scale: "sqrt",
  axisLine: false,
  tickLine: false,
  tickFormatter: (share: number) => `${Number((100 * share).toFixed(2))} %`,
  tick: { fill: "var(--ink-muted)", fontSize: "var(--text-small)" },
} as const;

export interface CalibrationChartProps {
  readonly offline: readonly CalibrationBin[];
  readonly production: readonly CalibrationBin[];
}

/**
 * What was predicted, and what came: on the diagonal a model is as sure as it may be. For eyes; the table beside it has
 * the numbers. Loaded apart, for the charting library.
 */
export function CalibrationChart({ offline, production }: CalibrationChartProps) {
  const most = Math.max(
    ...[...offline, ...production].flatMap(({ predicted, observed }) => [predicted, observed]),
  );
  const end = TICKS.find((tick) => tick > 0.01 && tick >= most) ?? 1;
  const axis = { ...AXIS, domain: [0, end], ticks: ticksTo(end) };
  return (
    <div className={styles.chart} aria-hidden>
      <ResponsiveContainer width="100%" height={HEIGHT_PX}>
        <LineChart accessibilityLayer={false} margin={{ top: 8, right: 20, bottom: 0, left: 0 }}>
          <CartesianGrid stroke="var(--hairline)" />
          <XAxis dataKey="predicted" {...axis} />
          <YAxis width={48} {...axis} />
          <ReferenceLine
            segment={[
              { x: 0, y: 0 },
              { x: end, y: end },
            ]}
            stroke="var(--edge-strong)"
            strokeDasharray="4 4"
          />
          <Line
            data={[...offline]}
            dataKey="observed"
            stroke="var(--edge-strong)"
            dot={{ r: 4, fill: "var(--paper)", stroke: "var(--ink)", strokeWidth: 1.75 }}
            activeDot={false}
            isAnimationActive={false}
          />
          <Line
            data={[...production]}
            dataKey="observed"
            stroke="var(--ink)"
            dot={{ r: 4, fill: "var(--ink)", stroke: "var(--ink)" }}
            activeDot={false}
            isAnimationActive={false}
          />
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}

/** The ticks up to an end, as far apart as their words need. */
function ticksTo(end: number): number[] {
  const kept: number[] = [];
  let last = Number.POSITIVE_INFINITY;
  for (const tick of TICKS.toReversed()) {
    const at = Math.sqrt(tick / end);
    if (tick > end || last - at < LEAST_APART) continue;
    kept.unshift(tick);
    last = at;
  }
  return kept;
}
