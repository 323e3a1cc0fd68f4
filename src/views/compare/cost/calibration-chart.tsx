import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from "recharts";
import type { CalibrationBin } from "../../../compare/model/model-results";
import styles from "./calibration.module.css";

const HEIGHT_PX = 220;
const AXIS = {
  type: "number",
  domain: [0, 1],
  ticks: [0, 0.25, 0.5, 0.75, 1],
  axisLine: false,
  tickLine: false,
  tickFormatter: (share: number) => `${Math.round(100 * share)} %`,
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
  return (
    <div className={styles.chart} aria-hidden>
      <ResponsiveContainer width="100%" height={HEIGHT_PX}>
        <LineChart accessibilityLayer={false} margin={{ top: 8, right: 20, bottom: 0, left: 0 }}>
          <CartesianGrid stroke="var(--hairline)" />
          <XAxis dataKey="predicted" {...AXIS} />
          <YAxis width={48} {...AXIS} />
          <ReferenceLine
            segment={[
              { x: 0, y: 0 },
              { x: 1, y: 1 },
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
