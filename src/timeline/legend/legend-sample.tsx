import type { ReactNode } from "react";
import type { PictureElement } from "../../terms/picture-elements";
import type { MarkState } from "../../terms/verdicts";
import { metricsFor } from "../geometry/metrics";
import { arc, bracketPath, dotsPath, tailPath, tornPath } from "../geometry/shape-paths";
import { Textures } from "../parts/background";
import arcStyles from "../parts/lane-arcs.module.css";
import drawn from "../parts/picture.module.css";
import { VerdictShape } from "../verdict-glyph";
import styles from "./legend.module.css";

const WIDTH = 84;
const HEIGHT = 34;
const CENTER = HEIGHT / 2;
const BAND = { y: 5, height: HEIGHT - 10 } as const;

/** Those of a picture in the regular size: a part is learnt as it is seen. */
const M = metricsFor(WIDTH);

export interface VerdictSampleProps {
  readonly state: MarkState;
}

/** A mark on its lane. */
export function VerdictSample({ state }: VerdictSampleProps) {
  return (
    <Sample>
      <LaneLine />
      <Mark state={state} x={WIDTH / 2} />
    </Sample>
  );
}

export interface ElementSampleProps {
  readonly element: PictureElement;
  /** Of this drawing alone on the page: its textures are named after it. */
  readonly id: string;
}

/** An element of the picture, cut out of it. */
export function ElementSample({ element, id }: ElementSampleProps) {
  return (
    <Sample>
      {(element === "future" || element === "delay") && <Textures id={id} />}
      {DRAWINGS[element](id)}
    </Sample>
  );
}

const DRAWINGS: Readonly<Record<PictureElement, (id: string) => ReactNode>> = {
  as_of: () => (
    <>
      <LaneLine />
      <line className={drawn.asOf} x1={WIDTH / 2} x2={WIDTH / 2} y1={0} y2={HEIGHT} />
    </>
  ),
  future: (id) => (
    <>
      <rect x={WIDTH / 2} y={0} width={WIDTH / 2} height={HEIGHT} fill={`url(#${id}-hatch)`} />
      <LaneLine />
      <line className={drawn.asOf} x1={WIDTH / 2} x2={WIDTH / 2} y1={0} y2={HEIGHT} />
    </>
  ),
  label: () => (
    <g className={drawn.label}>
      <text className={drawn.labelText} x={10} y={14} fontSize={M.textPx}>
        churned?
      </text>
      <path d={bracketPath({ left: 6, right: WIDTH - 6, y: 23, closed: true })} />
    </g>
  ),
  other_row: () => (
    <>
      <LaneLine />
      <rect className={drawn.spineRow} x={WIDTH / 2 - 1.5} y={CENTER - 8} width={3} height={16} />
    </>
  ),
  ttl: () => (
    <>
      <rect className={drawn.band} x={26} width={WIDTH - 26} {...BAND} />
      <LaneLine />
      <line className={drawn.ttlEdge} x1={26} x2={26} y1={BAND.y} y2={BAND.y + BAND.height} />
      <rect className={drawn.ttlGrip} x={23} y={CENTER - 6.5} width={6} height={13} rx={2} />
    </>
  ),
  delay: (id) => (
    <>
      <rect x={28} width={WIDTH - 42} {...BAND} fill={`url(#${id}-dots)`} />
      <LaneLine />
      <line className={drawn.asOf} x1={WIDTH - 14} x2={WIDTH - 14} y1={0} y2={HEIGHT} />
    </>
  ),
  tail: () => (
    <>
      <LaneLine />
      <path
        className={`${drawn.tail} ${drawn.not_yet_known}`}
        d={tailPath(22, CENTER, { toX: 66, ends: true }, M.markRadius)}
      />
      <Mark state="not_yet_known" x={22} />
    </>
  ),
  arc: () => <Way state="chosen" from={18} />,
  leak_arc: () => <Way state="leak" from={WIDTH - 16} />,
  pile: () => (
    <>
      <LaneLine />
      <circle
        className={`${drawn.pileBack} ${drawn.undecided}`}
        cx={WIDTH / 2 + 3.5}
        cy={CENTER - 3.5}
        r={M.markRadius - 1}
      />
      <Mark state="undecided" x={WIDTH / 2} />
    </>
  ),
  density: () => (
    <>
      <LaneLine y={HEIGHT - 5} />
      <path
        className={styles.bars}
        d={[6, 13, 19, 9, 15, 22, 11, 5]
          .map((h, i) => `M ${12 + i * 8} ${HEIGHT - 5} v ${-h} h 6 v ${h} Z`)
          .join("")}
      />
    </>
  ),
  others: () => (
    <>
      <LaneLine />
      <path className={drawn.others} d={dotsPath(SPECKS)} />
    </>
  ),
  fold: () => (
    <>
      <LaneLine />
      <rect className={drawn.fold} x={24} y={0} width={36} height={HEIGHT} />
      {[24, 60].map((x) => (
        <path key={x} className={drawn.foldEdge} d={tornPath(x, 0, HEIGHT)} />
      ))}
      <text className={drawn.foldLabel} x={42} y={CENTER + 4} fontSize={M.textPx}>
        9 d
      </text>
    </>
  ),
  origin: () => (
    <>
      <LaneLine />
      <g className={drawn.originalPosition}>
        <circle cx={20} cy={CENTER} r={M.markRadius + 1} />
        <path d={`M ${20 + M.markRadius + 1} ${CENTER} H 62`} />
      </g>
      <Mark state="chosen" x={62} />
    </>
  ),
};

const SPECKS: readonly (readonly [x: number, y: number])[] = [
  ...([
    [12, 9],
    [22, 24],
    [33, 13],
    [41, 27],
    [50, 8],
    [58, 21],
    [68, 12],
    [74, 25],
  ] as const),
];

/** From a mark to the line, as the value goes. */
function Way({ state, from }: { readonly state: "chosen" | "leak"; readonly from: number }) {
  const lineX = state === "chosen" ? WIDTH - 18 : 22;
  const y = HEIGHT - 12;
  const way = arc(from, y, lineX, y, { ...M, arcPeak: 18 }, state === "leak");
  return (
    <>
      <LaneLine y={y} />
      <g className={state === "leak" ? arcStyles.leakArc : arcStyles.arc}>
        <path d={way.path} pathLength={state === "leak" ? undefined : 1} />
        <circle cx={way.endX} cy={way.endY} r={3.5} />
      </g>
      <line className={drawn.asOf} x1={lineX} x2={lineX} y1={0} y2={HEIGHT} />
      <Mark state={state} x={from} y={y} />
    </>
  );
}

function Mark({
  state,
  x,
  y = CENTER,
}: {
  readonly state: MarkState;
  readonly x: number;
  readonly y?: number;
}) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <VerdictShape state={state} radius={M.markRadius} ring={M.ringRadius} />
    </g>
  );
}

function LaneLine({ y = CENTER }: { readonly y?: number }) {
  return <line className={drawn.laneLine} x1={0} x2={WIDTH} y1={y} y2={y} />;
}

function Sample({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      className={styles.sample}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden
      focusable="false"
    >
      {children}
    </svg>
  );
}
