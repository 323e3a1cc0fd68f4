import type { ReactNode } from "react";
import type { MarkState } from "../../terms/verdicts";
import { VerdictShape } from "../../timeline/verdict-glyph";
import styles from "./lane-row.module.css";

/** Where a moment lies, in percent of the lane. */
export type Scale = (us: bigint) => number;

/** Moments spread over a lane, with room for a label at both ends. */
export function laneScale(momentsUs: readonly bigint[]): Scale {
  const numbers = momentsUs.map(Number);
  const first = Math.min(...numbers);
  const span = Math.max(...numbers) - first || 1;
  return (us) => 8 + (84 * (Number(us) - first)) / span;
}

export interface LaneMark {
  readonly us: bigint;
  readonly state: MarkState;
  readonly isYours?: boolean;
}

export interface LaneRowProps {
  readonly scale: Scale;
  readonly marks: readonly LaneMark[];
  /** The row that is online when it begins, and when it ends; absent where the online store is not drawn. */
  readonly online?: { readonly before: bigint | null; readonly after: bigint | null } | undefined;
  /** A moment that is asked about. */
  readonly asOfUs?: bigint | undefined;
  /** A span under the lane, with words. */
  readonly between?: { readonly fromUs: bigint; readonly toUs: bigint; readonly words: string } | undefined;
  /** How many times larger its marks are where it is as high as its place; absent where it has a height of its own. */
  readonly markScale?: number;
}

/** Pixels: of a row, of one with words under its line, and of the line in both. */
const [HEIGHT, TALL, MIDDLE] = [42, 60, 21];

/** What the stores hold at one action: the rows of the history on a line, and the online store as a step from above to below. */
export function LaneRow({ scale, marks, online, asOfUs, between, markScale }: LaneRowProps) {
  const fills = markScale !== undefined;
  const height = fills ? "100%" : between === undefined ? HEIGHT : TALL;
  const middle = fills ? "50%" : MIDDLE;
  const size = markScale ?? 1;
  return (
    <svg className={styles.lane} height={height} width="100%" aria-hidden focusable="false">
      <line className={styles.base} x1="0" x2="100%" y1={middle} y2={middle} />
      {asOfUs !== undefined && <line className={styles.asOf} {...vertical(scale(asOfUs), 0, height)} />}
      {online && <OnlineStep scale={scale} middle={middle} height={height} {...online} />}
      {between && <Between scale={scale} {...between} />}
      {marks.map(({ us, state, isYours }) => (
        <At key={String(us)} percent={scale(us)} middle={middle}>
          <VerdictShape state={state} radius={size * (state === "chosen" ? 5.5 : 6)} ring={10 * size} />
          {isYours && <rect className={styles.yours} data-yours x={-14} y={-14} width={28} height={28} />}
        </At>
      ))}
    </svg>
  );
}

/** Pixels, or a part of the lane. */
type Length = number | `${number}%`;

function OnlineStep({
  scale,
  middle,
  height,
  before,
  after,
}: {
  readonly scale: Scale;
  readonly middle: Length;
  readonly height: Length;
  readonly before: bigint | null;
  readonly after: bigint | null;
}) {
  return (
    <g className={styles.online}>
      {before !== null && <line {...vertical(scale(before), 0, middle)} />}
      {before !== null && after !== null && before !== after && (
        <line x1={`${scale(before)}%`} x2={`${scale(after)}%`} y1={middle} y2={middle} />
      )}
      {after !== null && <line {...vertical(scale(after), middle, height)} />}
    </g>
  );
}

function Between({
  scale,
  fromUs,
  toUs,
  words,
}: {
  readonly scale: Scale;
  readonly fromUs: bigint;
  readonly toUs: bigint;
  readonly words: string;
}) {
  const [left, right] = [scale(fromUs), scale(toUs)].sort((a, b) => a - b);
  if (left === undefined || right === undefined) return null;
  return (
    <g className={styles.between}>
      <line x1={`${left}%`} x2={`${right}%`} y1={MIDDLE + 20} y2={MIDDLE + 20} />
      <line {...vertical(left, MIDDLE + 16, MIDDLE + 24)} />
      <line {...vertical(right, MIDDLE + 16, MIDDLE + 24)} />
      <text x={`${(left + right) / 2}%`} y={MIDDLE + 35} textAnchor="middle">
        {words}
      </text>
    </g>
  );
}

/** What is drawn around (0, 0), at a place of the lane. */
function At(place: { readonly percent: number; readonly middle: Length; readonly children: ReactNode }) {
  return (
    <svg x={`${place.percent}%`} y={place.middle} overflow="visible" aria-hidden focusable="false">
      {place.children}
    </svg>
  );
}

function vertical(percent: number, y1: Length, y2: Length) {
  return { x1: `${percent}%`, x2: `${percent}%`, y1, y2 };
}
