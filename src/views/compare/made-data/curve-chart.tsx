import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  useXAxisScale,
  XAxis,
  YAxis,
} from "recharts";
import { CURVE_VARIANTS, type CurvePoint, type CurveVariant } from "../../../compare/reaction-curve";
import styles from "./curve.module.css";

/** How each join's line is drawn: vermillion where it leaks. */
const LINES: Readonly<Record<CurveVariant, { stroke: string; dashes: string | undefined }>> = {
  own: { stroke: "var(--verdict-chosen)", dashes: undefined },
  event_time: { stroke: "var(--leak)", dashes: "5 4" },
  latest: { stroke: "var(--leak)", dashes: undefined },
};

const HEIGHT_PX = 300;
const TICK = { fill: "var(--ink-muted)", fontSize: "var(--text-small)" };

export interface CurveChartProps {
  readonly points: readonly CurvePoint[];
  /** That of the knob. */
  readonly reaction: number;
}

/**
 * The gap of each join against the reaction, with the bands of both that leak. The table under it says the same in numbers,
 * so this is for eyes only. Loaded apart, for the charting library.
 */
export function CurveChart({ points, reaction }: CurveChartProps) {
  const data = points.flatMap(({ reaction: at, scores }) =>
    scores === null ? [] : [{ reaction: at, scores }],
  );
  const bands = data.flatMap(({ scores }) => [scores.event_time.gap, scores.latest.gap]);
  // In tenths: ticks are whole ones.
  const from = Math.floor(Math.min(-1, ...bands.map(({ low }) => 10 * low)));
  const to = Math.ceil(Math.max(4, ...bands.map(({ high }) => 10 * high)));
  return (
    <div className={styles.chart} aria-hidden>
      <ResponsiveContainer width="100%" height={HEIGHT_PX}>
        <ComposedChart
          data={data}
          accessibilityLayer={false}
          margin={{ top: 18, right: 18, bottom: 0, left: 0 }}
        >
          <CartesianGrid vertical={false} stroke="var(--hairline)" />
          <XAxis
            type="number"
            dataKey="reaction"
            domain={[0, 1]}
            ticks={[0, 0.2, 0.4, 0.6, 0.8, 1]}
            tickFormatter={(tick: number) =>
              tick === 0 ? "0 none" : tick === 1 ? "1 at once" : String(tick)
            }
            axisLine={{ stroke: "var(--axis)" }}
            tickLine={false}
            tick={TICK}
          />
          <YAxis
            width={36}
            domain={[from / 10, to / 10]}
            ticks={Array.from({ length: to - from + 1 }, (_, i) => (from + i) / 10)}
            interval={0}
            tickFormatter={(tick: number) => tick.toFixed(1).replace("-", "−")}
            axisLine={false}
            tickLine={false}
            tick={TICK}
          />
          <ReferenceLine y={0} stroke="var(--axis)" />
          <ReferenceLine x={reaction} stroke="var(--ink)" label={<Chosen reaction={reaction} />} />
          {(["event_time", "latest"] as const).map((name) => (
            <Area
              key={name}
              dataKey={({ scores }: (typeof data)[number]) => [scores[name].gap.low, scores[name].gap.high]}
              stroke="none"
              fill="var(--leak)"
              fillOpacity={0.12}
              isAnimationActive={false}
              activeDot={false}
            />
          ))}
          {CURVE_VARIANTS.map((name) => (
            <Line
              key={name}
              dataKey={({ scores }: (typeof data)[number]) => scores[name].gap.value}
              stroke={LINES[name].stroke}
              strokeDasharray={LINES[name].dashes}
              strokeWidth={2}
              dot={{ r: 3, fill: LINES[name].stroke, stroke: "none" }}
              activeDot={false}
              isAnimationActive={false}
            />
          ))}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

/** Names the line of the knob; at both ends it stands on the side that has room. */
function Chosen({ reaction }: { readonly reaction: number }) {
  const x = useXAxisScale()?.(reaction);
  if (x === undefined) return null;
  const anchor = reaction < 0.1 ? "start" : reaction > 0.9 ? "end" : "middle";
  return (
    <text className={styles.chosen} x={x} y={12} textAnchor={anchor}>
      this data
    </text>
  );
}
