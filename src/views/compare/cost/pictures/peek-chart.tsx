import { type KeyboardEvent, useState } from "react";
import {
  Bar,
  BarChart,
  CartesianGrid,
  ResponsiveContainer,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from "recharts";
import { countOf, formatNumber } from "../../../../ui/format-number";
import { type PeekBin, peekEdge, peekWords } from "./peek-bins";
import styles from "./peek-chart.module.css";

const AXIS_PX = 22;
const BAR_GAP_PX = 3;
const DIGIT_PX = 7;
/** A single bar is no wall. */
const LEAST_PLACES = 8;

export interface PeekChartProps {
  readonly bins: readonly PeekBin[];
  readonly heightPx: number;
  /** The page of the cells behind a bar. */
  readonly hrefOf: (bin: PeekBin) => string;
}

/** How far leaked values reach into the future, as bars; each is a link to the rows behind it. Loaded apart, for the charting library. */
export function PeekChart({ bins, heightPx, hrefOf }: PeekChartProps) {
  const [pointed, setPointed] = useState<PeekBin | null>(null);
  // One Tab stop; the arrows go from bar to bar.
  const [stop, setStop] = useState(0);
  const full = bins.flatMap(({ cells }, at) => (cells > 0 ? [at] : []));
  const isStop = (at: number) => at === (full.includes(stop) ? stop : full[0]);
  const data = bins.map(({ cells }, at) => ({ at: at + 0.5, cells }));
  const most = formatNumber(Math.max(...bins.map(({ cells }) => cells)));
  const countsPx = 20 + DIGIT_PX * most.length;
  const ticks = bins.map((_, at) => at);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the links within
    <div className={styles.chart} onKeyDown={goAlong}>
      <p className={styles.pointed}>
        {pointed === null
          ? "Press a bar for the rows behind it."
          : `${countOf(pointed.cells, "cell")}, known ${peekWords(pointed)} later`}
      </p>
      <ResponsiveContainer width="100%" height={heightPx}>
        <BarChart data={data} accessibilityLayer={false} margin={{ top: 6, right: 0, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} stroke="var(--hairline)" />
          <XAxis
            type="number"
            dataKey="at"
            domain={[0, Math.max(LEAST_PLACES, bins.length)]}
            ticks={ticks}
            interval="equidistantPreserveStart"
            minTickGap={16}
            height={AXIS_PX}
            tickLine={false}
            stroke="var(--ink-faint)"
            tickFormatter={(at: number) => peekEdge(bins[at]?.fromUs ?? 0)}
            tick={{ fill: "var(--ink-muted)", fontSize: "var(--text-small)", textAnchor: "start" }}
          />
          <YAxis
            orientation="right"
            width={countsPx}
            tickCount={4}
            allowDecimals={false}
            axisLine={false}
            tickLine={false}
            tickFormatter={(cells: number) => (cells === 0 ? "" : formatNumber(cells))}
            tick={{ fill: "var(--ink-muted)", fontSize: "var(--text-small)" }}
          />
          {/* The axes follow from it; a bar is drawn below, as a link. */}
          <Bar dataKey="cells" isAnimationActive={false} shape={() => <g />} />
          {bins.map((bin, at) => (
            <BarLink
              key={bin.fromUs}
              bin={bin}
              at={at}
              href={hrefOf(bin)}
              isStop={isStop(at)}
              onPoint={setPointed}
              onFocus={() => setStop(at)}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

/** Arrows, Home and End lead from bar to bar. */
function goAlong(event: KeyboardEvent<HTMLElement>) {
  const bars = [...event.currentTarget.querySelectorAll<SVGAElement>("a")];
  const at = bars.findIndex((bar) => bar.matches(":focus"));
  const to = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    Home: 0,
    End: bars.length - 1,
  }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  bars[Math.min(bars.length - 1, Math.max(0, to))]?.focus();
}

interface BarLinkProps {
  readonly bin: PeekBin;
  readonly at: number;
  readonly href: string;
  /** Whether Tab leads to it. */
  readonly isStop: boolean;
  readonly onPoint: (bin: PeekBin | null) => void;
  readonly onFocus: () => void;
}

function BarLink({ bin, at, href, isStop, onPoint, onFocus }: BarLinkProps) {
  const scaleX = useXAxisScale();
  const scaleY = useYAxisScale();
  const plot = usePlotArea();
  const [from, to, top, bottom] = [scaleX?.(at), scaleX?.(at + 1), scaleY?.(bin.cells), scaleY?.(0)];
  if (
    from === undefined ||
    to === undefined ||
    top === undefined ||
    bottom === undefined ||
    plot === undefined
  )
    return null;
  if (bin.cells === 0) return null;
  // One cell of thousands is still a bar.
  const heightPx = Math.max(1, bottom - top);
  return (
    <a
      href={href}
      className={styles.bar}
      aria-label={`${countOf(bin.cells, "leaked cell")}, known ${peekWords(bin)} later`}
      tabIndex={isStop ? 0 : -1}
      onFocus={() => {
        onFocus();
        onPoint(bin);
      }}
      onBlur={() => onPoint(null)}
      onPointerEnter={() => onPoint(bin)}
      onPointerLeave={() => onPoint(null)}
    >
      <rect className={styles.column} x={from} y={plot.y} width={to - from} height={plot.height} />
      <rect
        className={styles.fill}
        x={from + BAR_GAP_PX / 2}
        y={bottom - heightPx}
        width={Math.max(1, to - from - BAR_GAP_PX)}
        height={heightPx}
      />
    </a>
  );
}
