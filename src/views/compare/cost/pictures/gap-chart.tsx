import {
  CartesianGrid,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from "recharts";
import type { Band, MetricName } from "../../../../compare/model/model-results";
import type { VariantName } from "../../../../terms/variants";
import { classNames } from "../../../../ui/class-names";
import { formatScore, isBeyond, METRIC_TERMS, onAxis, type ScoreAxis } from "../../scores";
import styles from "./gap-picture.module.css";

/** Under the rows, for the ticks. */
export const GAP_AXIS_PX = 22;
/** At both sides, for a number beside a mark at the very end. */
const SIDE_PX = 40;
const MARK_PX = 5;
const BAND_PX = 9;
/** How far from its line a mark lies that shares the axis' end with another. */
const BEYOND_PX = 4;

/** One variant in the picture. */
export interface GapRow {
  readonly name: VariantName;
  readonly offline: Band;
  readonly production: Band;
}

export interface GapChartProps {
  readonly rows: readonly GapRow[];
  readonly axis: ScoreAxis;
  readonly metric: MetricName;
  readonly rowPx: number;
  readonly chosen: VariantName;
  /** Whether cells of the chosen one leak: only then is its line a leak's. */
  readonly leaks: boolean;
  readonly onChoose: (name: VariantName) => void;
}

/**
 * What each join scores offline, a ring, and in production, a disc, with the bands of both. For eyes and pointers: the
 * names beside it choose by keyboard, and the table under it has the numbers. Loaded apart, for the charting library.
 */
export function GapChart({ rows, axis, metric, rowPx, chosen, leaks, onChoose }: GapChartProps) {
  const { chance, chanceWord } = METRIC_TERMS[metric];
  return (
    <div className={styles.chart} aria-hidden>
      <ResponsiveContainer width="100%" height={rows.length * rowPx + GAP_AXIS_PX}>
        <ScatterChart
          accessibilityLayer={false}
          margin={{ top: 0, right: SIDE_PX, bottom: 0, left: SIDE_PX }}
        >
          <CartesianGrid horizontal={false} stroke="var(--hairline)" />
          <XAxis
            type="number"
            dataKey="score"
            domain={[axis.from, axis.to]}
            ticks={[...axis.ticks]}
            interval="preserveStartEnd"
            height={GAP_AXIS_PX}
            tickFormatter={(tick: number) =>
              tick === chance ? `${tick} ${chanceWord}` : String(tick).replace("-", "−")
            }
            axisLine={false}
            tickLine={false}
            tick={{ fill: "var(--ink-muted)", fontSize: "var(--text-small)" }}
          />
          <YAxis type="number" dataKey="row" domain={[-0.5, rows.length - 0.5]} reversed hide />
          {/* The axes follow from data; what is drawn of it is drawn below. */}
          <Scatter data={[{ score: axis.to, row: 0 }]} isAnimationActive={false} shape={() => <g />} />
          {rows.map((row, at) => (
            <GapMarks
              key={row.name}
              row={row}
              at={at}
              axis={axis}
              rowPx={rowPx}
              isChosen={row.name === chosen}
              leaks={leaks}
              onChoose={onChoose}
            />
          ))}
        </ScatterChart>
      </ResponsiveContainer>
    </div>
  );
}

interface GapMarksProps extends Pick<GapChartProps, "axis" | "rowPx" | "leaks" | "onChoose"> {
  readonly row: GapRow;
  readonly at: number;
  readonly isChosen: boolean;
}

function GapMarks({ row, at, axis, rowPx, isChosen, leaks, onChoose }: GapMarksProps) {
  const scaleX = useXAxisScale();
  const y = useYAxisScale()?.(at);
  if (scaleX === undefined || y === undefined) return null;
  const x = (value: number) => scaleX(onAxis(value, axis)) ?? 0;
  const { name, offline, production } = row;
  const [ringX, discX] = [x(offline.value), x(production.value)];
  const areBeyond = isBeyond(offline.value, axis) && isBeyond(production.value, axis);
  const sides = [
    ["production", production, discX, ringX],
    ["offline", offline, ringX, discX],
  ] as const;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for pointers; the keyboard chooses by the names beside it
    <g className={styles.row} onClick={() => onChoose(name)}>
      <rect className={styles.target} x={0} y={y - rowPx / 2} width="100%" height={rowPx} />
      {[offline, production].map((band, i) => (
        <rect
          key={i === 0 ? "offline" : "production"}
          className={styles.band}
          x={x(band.low)}
          y={y - BAND_PX / 2}
          width={Math.max(1, x(band.high) - x(band.low))}
          height={BAND_PX}
        />
      ))}
      <line
        className={classNames(
          styles.gap,
          isChosen && styles.chosenGap,
          isChosen && leaks && styles.leakingGap,
        )}
        x1={discX}
        x2={ringX}
        y1={y}
        y2={y}
      />
      {/* Where both are the same, the disc lies in the ring; where both lie beyond the axis, one over the other. */}
      <ScoreMark
        className={styles.ring}
        x={ringX}
        y={areBeyond ? y - BEYOND_PX : y}
        radius={MARK_PX}
        isBeyond={isBeyond(offline.value, axis)}
      />
      <ScoreMark
        className={styles.disc}
        x={discX}
        y={areBeyond ? y + BEYOND_PX : y}
        radius={!areBeyond && Math.abs(discX - ringX) < MARK_PX ? MARK_PX / 2 : MARK_PX}
        isBeyond={isBeyond(production.value, axis)}
      />
      {areBeyond && (
        <text className={styles.score} x={ringX + MARK_PX + 6} y={y} dy="0.35em">
          {offline.value === production.value
            ? `${formatScore(offline.value)}, beyond the axis`
            : `offline ${formatScore(offline.value)}, production ${formatScore(production.value)}`}
        </text>
      )}
      {!areBeyond &&
        sides.map(([side, { value }, x, other]) =>
          isChosen || isBeyond(value, axis) ? (
            <ScoreLabel
              key={side}
              word={side}
              value={value}
              x={x}
              y={y}
              isLeft={!isBeyond(value, axis) && (side === "offline" ? x < other : x <= other)}
              axis={axis}
            />
          ) : null,
        )}
    </g>
  );
}

interface ScoreMarkProps {
  readonly className: string | undefined;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly isBeyond: boolean;
}

/** A circle; of a score under the axis an arrow that leads there. */
function ScoreMark({ className, x, y, radius, isBeyond }: ScoreMarkProps) {
  if (!isBeyond) return <circle className={className} cx={x} cy={y} r={radius} />;
  const path = `M${x - radius - 1},${y} l${2 * radius},${-radius + 0.5} v${2 * radius - 1} z`;
  return <path className={className} d={path} />;
}

/** So much of the axis leaves room for a word beside a number. */
const ROOM_FOR_WORD = 0.32;

function ScoreLabel(props: {
  readonly word: string;
  readonly value: number;
  readonly x: number;
  readonly y: number;
  readonly isLeft: boolean;
  readonly axis: ScoreAxis;
}) {
  const { word, value, x, y, isLeft, axis } = props;
  const share = (onAxis(value, axis) - axis.from) / (axis.to - axis.from);
  const hasRoom = (isLeft ? share : 1 - share) >= ROOM_FOR_WORD;
  return (
    <text
      className={styles.score}
      x={isLeft ? x - MARK_PX - 4 : x + MARK_PX + 4}
      y={y}
      dy="0.35em"
      textAnchor={isLeft ? "end" : "start"}
    >
      {hasRoom && `${word} `}
      {formatScore(value)}
    </text>
  );
}
