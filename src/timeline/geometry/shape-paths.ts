import type { ArcPicture, AsOfPicture, GuessBracket, GuessFrame } from "../picture/picture-types";
import type { Metrics } from "./metrics";
import type { Box } from "./place-labels";

/** Rectangles as one path. */
export function boxesPath(boxes: readonly Box[]): string {
  return boxes.map(({ left, right, top, bottom }) => `M${left} ${top}H${right}V${bottom}H${left}Z`).join("");
}

/** Dots as one path: strokes of no length, with round ends. */
export function dotsPath(places: readonly (readonly [x: number, y: number])[]): string {
  return places.map(([x, y]) => `M ${x.toFixed(1)} ${y.toFixed(1)} h 0`).join(" ");
}

/** The as-of line, but for where it goes on behind a letter. */
export function linePath(
  { x, behind }: Pick<AsOfPicture, "x" | "behind">,
  top: number,
  bottom: number,
): string {
  const starts = [top, ...behind.map((hidden) => hidden.bottom)];
  const ends = [...behind.map((hidden) => hidden.top), bottom];
  return starts.map((start, i) => `M ${x} ${start} V ${ends[i] ?? bottom}`).join(" ");
}

/** A torn edge: time goes on, the paper does not. */
export function tornPath(x: number, top: number, bottom: number): string {
  const step = 7;
  const turns = Math.ceil((bottom - top) / step);
  return Array.from(
    { length: turns + 1 },
    (_, i) => `${i === 0 ? "M" : "L"} ${x + (i % 2 === 0 ? -2 : 2)} ${top + i * step}`,
  ).join(" ");
}

/** From when a row happened to when it became known: closed by a stroke where that is on the screen. */
export function tailPath(x: number, y: number, tail: { toX: number; ends: boolean }, radius: number): string {
  return `M ${x} ${y} H ${tail.toX}${tail.ends ? ` m 0 ${-radius * 0.8} v ${radius * 1.6}` : ""}`;
}

/** Until when a label is not known: closed by a stroke, or an arrow where that is off the screen. */
export function bracketPath({
  left,
  right,
  y,
  closed,
}: {
  left: number;
  right: number;
  y: number;
  closed: boolean;
}): string {
  const end = closed ? `M ${right} ${y - 5} v 10` : "m -5 -4 l 5 4 l -5 4";
  return `M ${left} ${y} H ${right} ${end}`;
}

/** Around the mark of a guess: a ring, or a square. */
export function guessFramePath({ shape, x, y, reach: r }: GuessFrame): string {
  return shape === "square"
    ? `M ${at([x - r, y - r])} h ${2 * r} v ${2 * r} h ${-2 * r} Z`
    : `M ${at([x - r, y])} a ${r} ${r} 0 1 1 ${2 * r} 0 a ${r} ${r} 0 1 1 ${-2 * r} 0 Z`;
}

/** Under a lane, open towards it. */
export function guessBracketPath({ left, right, y, ends, endHeight }: GuessBracket): string {
  const strokes = ends.map((x) => `M ${at([x, y - endHeight])} V ${y}`);
  return [`M ${at([left, y])} L ${at([right, y])}`, ...strokes].join(" ");
}

type Point = readonly [x: number, y: number];

/** The arc from the chosen mark to the as-of line; from a leak it comes from the right. */
export function arc(
  markX: number,
  markY: number,
  lineX: number,
  centerY: number,
  m: Metrics,
  leak: boolean,
): ArcPicture {
  const end: Point = [lineX, centerY - 2];
  // Too close for an arc: a short line says it.
  if (Math.abs(lineX - markX) < m.ringRadius * 2.25) {
    return { path: `M ${at([markX, markY])} L ${at(end)}`, points: [], endX: end[0], endY: end[1], leak };
  }
  const way = lineX >= markX ? 1 : -1;
  const start: Point = [markX + way * m.ringRadius * 0.86, markY - m.ringRadius * 0.62];
  const reach = lineX - start[0];
  // A cubic curve rises to three quarters of its handles.
  const handleY = centerY - arcPeak(markX, lineX, m) * (4 / 3);
  const one: Point = [start[0] + reach * 0.28, handleY];
  const two: Point = [start[0] + reach * 0.62, handleY];
  const points = Array.from({ length: SAMPLES + 1 }, (_, i) => onCurve(start, one, two, end, i / SAMPLES));
  return {
    path: `M ${at(start)} C ${at(one)} ${at(two)} ${at(end)}`,
    points,
    endX: end[0],
    endY: end[1],
    leak,
  };
}

const SAMPLES = 24;

/** How high over the lane's line an arc rises. */
function arcPeak(markX: number, lineX: number, m: Metrics): number {
  return Math.min(m.arcPeak, Math.max(m.ringRadius * 1.6, Math.abs(lineX - markX) * 0.42));
}

function onCurve(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const s = 1 - t;
  const mix = (i: 0 | 1) => s * s * s * a[i] + 3 * s * s * t * b[i] + 3 * s * t * t * c[i] + t * t * t * d[i];
  return [mix(0), mix(1)];
}

function at([x, y]: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}
