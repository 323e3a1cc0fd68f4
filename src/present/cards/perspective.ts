import type { Point, Quad } from "./refine-quad";

/** Leads from the unit square, (0, 0) at its top left, to a quad: x = (a·u + b·v + c) / (g·u + h·v + 1), y likewise. */
export interface Perspective {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
  readonly g: number;
  readonly h: number;
}

/**
 * The perspective in which the unit square's corners, with the clock from (0, 0), lie on a quad's.
 *
 * @see Heckbert, Fundamentals of Texture Mapping and Image Warping (1989), 2.2.3.
 */
export function perspectiveOf([p, q, r, s]: Quad): Perspective {
  const sumX = p.x - q.x + r.x - s.x;
  const sumY = p.y - q.y + r.y - s.y;
  const qx = q.x - r.x;
  const qy = q.y - r.y;
  const sx = s.x - r.x;
  const sy = s.y - r.y;
  const determinant = qx * sy - sx * qy;
  const g = (sumX * sy - sx * sumY) / determinant;
  const h = (qx * sumY - sumX * qy) / determinant;
  return {
    a: q.x - p.x + g * q.x,
    b: s.x - p.x + h * s.x,
    c: p.x,
    d: q.y - p.y + g * q.y,
    e: s.y - p.y + h * s.y,
    f: p.y,
    g,
    h,
  };
}

/** Where a place of the unit square lies. */
export function placeOf({ a, b, c, d, e, f, g, h }: Perspective, u: number, v: number): Point {
  const w = g * u + h * v + 1;
  return { x: (a * u + b * v + c) / w, y: (d * u + e * v + f) / w };
}
