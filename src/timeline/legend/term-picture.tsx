import { Fragment, type ReactNode, useId } from "react";
import {
  type PicturePart,
  TERM_PICTURE_SIZE,
  type TermPicture,
  type WordTone,
} from "../../terms/glossary/picture";
import type { MarkState } from "../../terms/verdicts";
import { metricsFor } from "../geometry/metrics";
import { arc, bracketPath, dotsPath, tailPath, tornPath } from "../geometry/shape-paths";
import { Textures } from "../parts/background";
import arcStyles from "../parts/lane-arcs.module.css";
import drawn from "../parts/picture.module.css";
import { VerdictShape } from "../verdict-glyph";
import styles from "./term-picture.module.css";

const { width: WIDTH, height: HEIGHT } = TERM_PICTURE_SIZE;
const CENTER = HEIGHT / 2;
const BAND = { y: 6, height: HEIGHT - 12 } as const;
const CELL_HEIGHT = 18;
/** Of the page's text: the picture grows with it. */
const REM = 16;

/** Those of a picture in the regular size: a part is learnt as it is seen. */
const M = metricsFor(WIDTH);

/** The small picture of a term, made of the timeline's own parts. The words beside it say the same. */
export function TermPictureView({ picture }: { readonly picture: TermPicture }) {
  const id = useId();
  const isTextured = picture.some(({ kind }) => kind === "future" || kind === "delay");
  return (
    <svg
      className={styles.picture}
      width={`${WIDTH / REM}rem`}
      height={`${HEIGHT / REM}rem`}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden
      focusable="false"
    >
      {isTextured && <Textures id={id} />}
      {picture.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a picture does not change
        <Fragment key={i}>{drawing(part, id)}</Fragment>
      ))}
    </svg>
  );
}

function drawing(part: PicturePart, id: string): ReactNode {
  switch (part.kind) {
    case "lane":
      return (
        <line
          className={drawn.laneLine}
          x1={0}
          x2={part.to ?? WIDTH}
          y1={part.y ?? CENTER}
          y2={part.y ?? CENTER}
        />
      );
    case "mark":
      return <Mark state={part.state} x={part.x} y={part.y} />;
    case "tail":
      return (
        <path
          className={`${drawn.tail} ${drawn[part.state]}`}
          d={tailPath(part.from, part.y ?? CENTER, { toX: part.to, ends: true }, M.markRadius)}
        />
      );
    case "as_of":
      return <line className={drawn.asOf} x1={part.x} x2={part.x} y1={0} y2={HEIGHT} />;
    case "future":
      return (
        <rect x={part.from} y={0} width={WIDTH - part.from} height={HEIGHT} fill={`url(#${id}-hatch)`} />
      );
    case "ttl":
      return (
        <>
          <rect className={drawn.band} x={part.from} width={part.to - part.from} {...BAND} />
          <line
            className={drawn.ttlEdge}
            x1={part.from}
            x2={part.from}
            y1={BAND.y}
            y2={BAND.y + BAND.height}
          />
          <rect className={drawn.ttlGrip} x={part.from - 3} y={CENTER - 6.5} width={6} height={13} rx={2} />
        </>
      );
    case "delay":
      return <rect x={part.from} width={part.to - part.from} {...BAND} fill={`url(#${id}-dots)`} />;
    case "arc":
      return <TermArc {...part} />;
    case "bracket":
      return (
        <g className={drawn.label}>
          <path d={bracketPath({ left: part.from, right: part.to, y: part.y, closed: true })} />
        </g>
      );
    case "spine_row":
      return (
        <rect className={drawn.spineRow} x={part.x - 1.5} y={(part.y ?? CENTER) - 8} width={3} height={16} />
      );
    case "pile":
      return (
        <>
          <circle
            className={`${drawn.pileBack} ${drawn.undecided}`}
            cx={part.x + 3.5}
            cy={CENTER - 3.5}
            r={M.markRadius - 1}
          />
          <Mark state="undecided" x={part.x} />
        </>
      );
    case "bars":
      return (
        <path
          className={styles.bars}
          d={BARS.map((h, i) => `M ${14 + i * 10} ${HEIGHT - 5} v ${-h} h 8 v ${h} Z`).join("")}
        />
      );
    case "others":
      return <path className={drawn.others} d={dotsPath(SPECKS)} />;
    case "fold":
      return (
        <>
          <rect className={drawn.fold} x={part.from} y={0} width={part.to - part.from} height={HEIGHT} />
          {[part.from, part.to].map((x) => (
            <path key={x} className={drawn.foldEdge} d={tornPath(x, 0, HEIGHT)} />
          ))}
          <text className={drawn.foldLabel} x={(part.from + part.to) / 2} y={CENTER + 4} fontSize={M.textPx}>
            {part.text}
          </text>
        </>
      );
    case "origin":
      return (
        <g className={drawn.originalPosition}>
          <circle cx={part.from} cy={CENTER} r={M.markRadius + 1} />
          <path d={`M ${part.from + M.markRadius + 1} ${CENTER} H ${part.to}`} />
        </g>
      );
    case "span":
      return (
        <path className={styles.span} d={`M ${part.from} ${part.y - 3} v 6 m 0 -3 H ${part.to} m 0 -3 v 6`} />
      );
    case "arrow":
      return (
        <path
          className={styles.arrow}
          d={`M ${part.from} ${part.y ?? CENTER} H ${part.to} m -4 -3.5 l 4 3.5 l -4 3.5`}
        />
      );
    case "cell":
      return (
        <>
          <rect
            className={styles.cell}
            data-tone={part.tone}
            x={part.x + 0.5}
            y={part.y + 0.5}
            width={part.width - 1}
            height={CELL_HEIGHT - 1}
          />
          <Word
            x={part.x + part.width / 2}
            y={part.y + CELL_HEIGHT / 2 + 4}
            tone={part.tone}
            isCentred
            isInCell
          >
            {part.text}
          </Word>
        </>
      );
    case "word":
      return (
        <Word x={part.x} y={part.y} tone={part.tone}>
          {part.text}
        </Word>
      );
  }
}

const BARS = [6, 13, 19, 9, 15, 23, 11, 5] as const;

const SPECKS: readonly (readonly [x: number, y: number])[] = [
  ...([
    [14, 9],
    [28, 25],
    [42, 13],
    [53, 29],
    [66, 8],
    [77, 22],
    [90, 12],
    [99, 27],
  ] as const),
];

/** From a mark to the line, as the value goes. */
function TermArc({ from, to, leaks = false, y = CENTER }: Extract<PicturePart, { kind: "arc" }>) {
  const way = arc(from, y, to, y, { ...M, arcPeak: 18 }, leaks);
  return (
    <g className={leaks ? arcStyles.leakArc : arcStyles.arc}>
      <path d={way.path} pathLength={leaks ? undefined : 1} />
      <circle cx={way.endX} cy={way.endY} r={3.5} />
    </g>
  );
}

function Mark({
  state,
  x,
  y = CENTER,
}: {
  readonly state: MarkState;
  readonly x: number;
  readonly y?: number | undefined;
}) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <VerdictShape state={state} radius={M.markRadius} ring={M.ringRadius} />
    </g>
  );
}

interface WordProps {
  readonly x: number;
  /** Of its baseline. */
  readonly y: number;
  readonly tone: WordTone | undefined;
  readonly isCentred?: boolean;
  readonly isInCell?: boolean;
  readonly children: string;
}

function Word({ x, y, tone, isCentred = false, isInCell = false, children }: WordProps) {
  return (
    <text
      className={styles.word}
      data-tone={tone}
      data-in-cell={isInCell || undefined}
      x={x}
      y={y}
      textAnchor={isCentred ? "middle" : "start"}
      fontSize={M.textPx}
    >
      {children}
    </text>
  );
}
