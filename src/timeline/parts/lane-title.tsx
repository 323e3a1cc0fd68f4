import type { Metrics } from "../geometry/metrics";
import { textWidth } from "../geometry/text-width";
import { fitted } from "../picture/lane";
import type { FoldPicture } from "../picture/picture-types";
import styles from "./picture.module.css";

export interface LaneTitleProps {
  readonly top: number;
  readonly center: number;
  readonly title: string;
  readonly subtitle: string;
  readonly metrics: Metrics;
  /** Where the as-of line stands, if it is on the screen. */
  readonly lineX: number | null;
  /** What is folded away: where names stand in the picture itself, they stand beside it. */
  readonly folds: readonly Pick<FoldPicture, "left" | "right">[];
  /** Where the lane can be gone to: its name is then a button. */
  readonly onGo?: () => void;
}

const GAP_PX = 12;
const LINE_CLEAR_PX = 8;

/** A lane's name: left of its line, or above it where the picture is narrow. */
export function LaneTitle({ onGo, ...words }: LaneTitleProps) {
  if (onGo === undefined) return <Words {...words} />;
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button element
    <g
      className={styles.goTo}
      role="button"
      tabIndex={0}
      aria-label={`Go to ${words.title}`}
      onClick={onGo}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        event.stopPropagation();
        onGo();
      }}
    >
      <GoToArea {...words} />
      <Words {...words} />
    </g>
  );
}

type WordsProps = Omit<LaneTitleProps, "onGo">;

/** What can be pressed: the name with some room around it. */
function GoToArea({ top, center, title, metrics: m, lineX, folds }: WordsProps) {
  const namePx = m.textPx * 1.08;
  const width = Math.min(textWidth(title, namePx, 600), m.width / 2);
  return m.layout === "narrow" ? (
    <rect
      x={clearOf(lineX, clearOfFolds(folds, width), width, m.width) - 4}
      y={top}
      width={width + 8}
      height={namePx * 2}
      rx={3}
    />
  ) : (
    <rect x={-4} y={center - namePx * 1.5} width={m.plotLeft - 10} height={namePx * 3} rx={3} />
  );
}

function Words({ top, center, title, subtitle, metrics: m, lineX, folds }: WordsProps) {
  const namePx = m.textPx * 1.08;
  if (m.layout === "narrow") {
    const y = top + m.textPx * 1.4;
    const titlePx = textWidth(title, namePx, 600);
    const titleX = clearOf(lineX, clearOfFolds(folds, titlePx), titlePx, m.width);
    const subtitleX = clearOf(lineX, titleX + titlePx + GAP_PX, textWidth(subtitle, m.textPx), m.width);
    return (
      <g aria-hidden>
        <text className={styles.laneName} x={titleX} y={y} fontSize={namePx}>
          {title}
        </text>
        <text className={styles.laneSub} x={subtitleX} y={y} fontSize={m.textPx}>
          {subtitle}
        </text>
      </g>
    );
  }
  const room = m.plotLeft - 14;
  const name =
    textWidth(title, namePx, 600) <= room ? title : `${fitted(title, room - namePx, namePx, 600)}…`;
  return (
    <g aria-hidden>
      <title>{title}</title>
      <text className={styles.laneName} x={0} y={center - 2} fontSize={namePx}>
        {name}
      </text>
      <text className={styles.laneSub} x={0} y={center + m.textPx * 1.35} fontSize={m.textPx}>
        {subtitle}
      </text>
    </g>
  );
}

/** Where words begin at the left that no fold would cover: after the last that would. */
function clearOfFolds(folds: LaneTitleProps["folds"], width: number): number {
  let x = 0;
  for (const { left, right } of folds) if (left < x + width + GAP_PX && right > x) x = right + LINE_CLEAR_PX;
  return x;
}

/** Where words begin that the line would cross: right of it, where there is room. */
function clearOf(lineX: number | null, x: number, width: number, right: number): number {
  const crossed = lineX !== null && x < lineX + LINE_CLEAR_PX && x + width > lineX;
  return crossed && lineX + LINE_CLEAR_PX + width <= right ? lineX + LINE_CLEAR_PX : x;
}
