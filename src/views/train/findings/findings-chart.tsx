import { Bar, BarChart, ResponsiveContainer, XAxis, YAxis } from "recharts";
import type { Finding } from "../../../terms/reasons";
import { FINDING_FILLS } from "./finding-fills";
import styles from "./findings.module.css";
import type { JoinFindings } from "./join-findings";

const BAR_PX = 22;
const ROW_PX = 36;
const AXIS_PX = 30;
const NAMES_PX = 150;

export interface FindingsChartProps {
  readonly joins: readonly JoinFindings[];
  readonly findings: readonly Finding[];
  readonly numRows: number;
  readonly onShow: (join: number, finding: Finding) => void;
}

/**
 * What each join found, as one bar of shares a join. The table beside it says the same in words and has the same ways
 * on, so this is for eyes and pointers only. Loaded apart, for the charting library that it needs.
 */
export function FindingsChart({ joins, findings, numRows, onShow }: FindingsChartProps) {
  const data = joins.map(({ join, fgName, counts }) => ({ join, fgName, ...counts }));
  return (
    <div className={styles.chart} aria-hidden>
      <ResponsiveContainer width="100%" height={joins.length * ROW_PX + AXIS_PX}>
        <BarChart
          layout="vertical"
          data={data}
          barSize={BAR_PX}
          accessibilityLayer={false}
          margin={{ top: 0, right: 12, bottom: 0, left: 0 }}
        >
          <XAxis
            type="number"
            domain={[0, numRows]}
            ticks={[0, numRows / 4, numRows / 2, (3 * numRows) / 4, numRows]}
            tickFormatter={(rows: number) => `${Math.round((100 * rows) / numRows)} %`}
            axisLine={false}
            tickLine={false}
            tick={{ fill: "var(--ink-muted)", fontSize: 12 }}
          />
          <YAxis
            type="category"
            dataKey="fgName"
            width={NAMES_PX}
            axisLine={false}
            tickLine={false}
            tick={{ fill: "var(--ink)", fontSize: 13 }}
          />
          {findings.map((finding) => (
            <Bar
              key={finding}
              dataKey={finding}
              stackId="rows"
              fill={FINDING_FILLS[finding]}
              stroke="var(--paper)"
              isAnimationActive={false}
              cursor="pointer"
              onClick={(_bar, index) => onShow(joins[index]?.join ?? 0, finding)}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
