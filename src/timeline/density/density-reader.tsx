import type { PointerEvent } from "react";
import { formatNumber } from "../../ui/format-number";
import type { Metrics } from "../geometry/metrics";
import { type Box, textWidth } from "../geometry/place-labels";
import { formatMoment, formatMomentNear } from "../words/format-moment";
import { verdictWord } from "../words/verdict-words";
import type { DensityItem, DensityPicture, DensityState } from "./density-picture";
import styles from "./density-reader.module.css";

/** Where a pointer reads a density, pixels of the timeline. */
export interface ReadAt {
  readonly x: number;
  readonly y: number;
}

export interface DensityReaderProps {
  readonly density: DensityPicture;
  /** The part of the picture in which a pointer reads the density. */
  readonly area: Box;
  /** `null` where the pointer has left, or does something else. */
  readonly onRead: (at: ReadAt | null) => void;
}

/** A density in words, for who cannot see it, and the area on which a pointer reads it. What it reads says `DensityTip`. */
export function DensityReader({ density, area, onRead }: DensityReaderProps) {
  const read = ({ currentTarget, clientX, clientY, buttons }: PointerEvent<SVGRectElement>) => {
    const origin = currentTarget.ownerSVGElement?.getBoundingClientRect();
    onRead(buttons > 0 || !origin ? null : { x: clientX - origin.left, y: clientY - origin.top });
  };
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of shapes is a picture
    <g role="img" aria-label={density.words}>
      <rect
        className={styles.area}
        x={area.left}
        y={area.top}
        width={area.right - area.left}
        height={area.bottom - area.top}
        onPointerMove={read}
        onPointerDown={() => onRead(null)}
        onPointerLeave={() => onRead(null)}
      />
    </g>
  );
}

export interface DensityTipProps {
  readonly density: DensityPicture;
  readonly at: ReadAt;
  /** Above it the words stand. */
  readonly area: Box;
  readonly metrics: Metrics;
}

const PAD_PX = 7;
const GAP_PX = 8;
const FRAME_PX = 1.5;

/** The tick or bar at a pointer, framed, and what it stands for in words. */
export function DensityTip({ density, at, area, metrics: m }: DensityTipProps) {
  const item = densityItemAt(density, at.x, at.y);
  if (item === null) return null;
  const words = densityItemWords(density, item);
  const width = textWidth(words, m.textPx) + 2 * PAD_PX;
  const height = m.textPx * 1.2 + PAD_PX;
  const left = Math.max(0, Math.min((item.left + item.right - width) / 2, m.width - width));
  const top = area.top - height - GAP_PX;
  return (
    <g className={styles.tip} aria-hidden>
      <rect
        className={styles.frame}
        x={item.left - FRAME_PX}
        y={item.top - FRAME_PX}
        width={item.right - item.left + 2 * FRAME_PX}
        height={item.bottom - item.top + 2 * FRAME_PX}
      />
      <rect className={styles.paper} x={left} y={top} width={width} height={height} rx={2} />
      <text x={left + PAD_PX} y={top + PAD_PX / 2 + m.textPx * 0.95} fontSize={m.textPx}>
        {words}
      </text>
    </g>
  );
}

/** A pointer that is farther off than this reads nothing. */
const REACH_PX = 8;
const SECOND_US = 1_000_000;

/** The tick or bar that a pointer is nearest to; `null` where none is near. Of a bar, its whole height counts. O(items). */
export function densityItemAt({ kind, items }: DensityPicture, x: number, y: number): DensityItem | null {
  let nearest: DensityItem | null = null;
  let least = REACH_PX;
  for (const item of items) {
    const across = outside(x, item.left, item.right);
    const distance = kind === "bars" ? across : Math.hypot(across, outside(y, item.top, item.bottom));
    if (distance >= least) continue;
    nearest = item;
    least = distance;
  }
  return nearest;
}

/** What a tick or bar stands for: when, and exactly how many of what. */
export function densityItemWords(
  { kind, style }: DensityPicture,
  { fromUs, toUs, parts }: DensityItem,
): string {
  // The times of a wide bar's first and last row are said to the second: finer says nothing more.
  const stepUs = toUs - fromUs >= SECOND_US ? SECOND_US : 1;
  const [first, last] = [fromUs, toUs].map((us) => BigInt(Math.floor(us / stepUs)) * BigInt(stepUs));
  const from = formatMoment(first ?? 0n, style);
  if (kind === "ticks") return [from, ...parts.map(({ state }) => stateWord(state))].join(", ");
  const counts = parts.map(({ state, count }) => `${formatNumber(count)} ${stateWord(state)}`).join(", ");
  const to = first === last ? "" : ` to ${formatMomentNear(last ?? 0n, first ?? 0n, style)}`;
  return `${from}${to}: ${counts}`;
}

function stateWord(state: DensityState): string {
  return state === "to_predict" ? "to predict" : verdictWord(state);
}

function outside(at: number, from: number, to: number): number {
  return Math.max(0, from - at, at - to);
}
