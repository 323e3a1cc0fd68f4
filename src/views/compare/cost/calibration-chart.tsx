import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from "recharts";
import type { CalibrationBin } from "../../../compare/model/model-results";
import styles from "./calibration.module.css";

const HEIGHT_PX = 220;
/** How far both axes may go: as far as any share does, so that rare outcomes are not one blot. */
const ENDS = [0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1];
const AXIS = {
  type: "number",
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
  const end = ENDS.find((one) => one >= most) ?? 1;
  const axis = { ...AXIS, domain: [0, end], ticks: [0, end / 4, end / 2, (3 * end) / 4, end] };
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
