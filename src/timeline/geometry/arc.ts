import type { ArcPicture } from "../picture/picture-types";
import type { Metrics } from "./metrics";

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
  if (Math.abs(lineX - markX) < m.ringRadius * 1.5) {
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
