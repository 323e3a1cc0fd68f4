/** One byte a pixel, row by row; 0 is black. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Four corners, with the clock. The centre of the first pixel is (0, 0). */
export type Quad = readonly [Point, Point, Point, Point];

/** The brightness at a place between pixels, by its four neighbours; beyond the edge, that of the edge. */
export function brightnessAt({ width, height, data }: GreyImage, x: number, y: number): number {
  const inX = Math.min(Math.max(x, 0), width - 1.001);
  const inY = Math.min(Math.max(y, 0), height - 1.001);
  const left = Math.floor(inX);
  const top = Math.floor(inY);
  const dx = inX - left;
  const dy = inY - top;
  const at = top * width + left;
  const above = (data[at] ?? 0) * (1 - dx) + (data[at + 1] ?? 0) * dx;
  const below = (data[at + width] ?? 0) * (1 - dx) + (data[at + width + 1] ?? 0) * dx;
  return above * (1 - dy) + below * dy;
}

/** A line as a·x + b·y = c, with (a, b) of length 1 and away from the quad. */
interface Line {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** How far on both sides of an edge the step from dark to bright is looked for, and how densely, in pixels. */
const REACH = 3;
const SPACING = 0.5;
/** The middle part of a side that is looked at: near the corners the other edge is seen too. */
const FROM = 0.14;
/** How far a place may be from its line before it is left out, in pixels, once the line has been found. */
const OFF_LINE = 0.8;

/**
 * The corners of a dark quad on bright ground, to a fraction of a pixel: along each side the steepest steps from dark to bright are
 * looked for, and a line is laid through them. `null` where there are too few, or lines do not meet.
 */
export function refineQuad(image: GreyImage, quad: Quad): Quad | null {
  let refined: Quad = quad;
  for (let round = 0; round < 2; round++) {
    const [p, q, r, s] = refined;
    const top = edgeLine(image, p, q);
    const right = edgeLine(image, q, r);
    const bottom = edgeLine(image, r, s);
    const left = edgeLine(image, s, p);
    if (!top || !right || !bottom || !left) return null;
    const corners = [
      crossing(left, top),
      crossing(top, right),
      crossing(right, bottom),
      crossing(bottom, left),
    ];
    const [a, b, c, d] = corners;
    if (!a || !b || !c || !d) return null;
    refined = [a, b, c, d];
  }
  return refined;
}

function edgeLine(image: GreyImage, from: Point, to: Point): Line | null {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < 4) return null;
  // Outwards: with the clock, the outside is on the left.
  const nx = (to.y - from.y) / length;
  const ny = -(to.x - from.x) / length;
  const places: Point[] = [];
  const count = Math.min(40, Math.max(8, Math.round(length)));
  for (let i = 0; i < count; i++) {
    const along = FROM + ((1 - 2 * FROM) * i) / (count - 1);
    const x = from.x + (to.x - from.x) * along;
    const y = from.y + (to.y - from.y) * along;
    const out = steepestStep(image, x, y, nx, ny);
    if (out !== null) places.push({ x: x + nx * out, y: y + ny * out });
  }
  const rough = fitLine(places, nx, ny);
  if (rough === null) return null;
  return fitLine(
    places.filter(({ x, y }) => Math.abs(rough.a * x + rough.b * y - rough.c) < OFF_LINE),
    nx,
    ny,
  );
}

/** How far outwards from a place the brightness rises most, in pixels; `null` where it hardly rises. */
function steepestStep(image: GreyImage, x: number, y: number, nx: number, ny: number): number | null {
  const count = (2 * REACH) / SPACING;
  let before = 0;
  let best = 0;
  let bestAt = -1;
  const rises: number[] = [];
  let last = brightnessAt(image, x - nx * REACH, y - ny * REACH);
  for (let i = 0; i < count; i++) {
    const out = -REACH + (i + 1) * SPACING;
    const now = brightnessAt(image, x + nx * out, y + ny * out);
    const rise = now - last;
    rises.push(rise);
    // A rise is spread over its neighbours: two spacings are one pixel.
    if (rise + before > best) {
      best = rise + before;
      bestAt = i;
    }
    before = rise;
    last = now;
  }
  if (bestAt < 0 || best < 6) return null;
  let weight = 0;
  let sum = 0;
  for (let i = Math.max(0, bestAt - 2); i <= Math.min(count - 1, bestAt + 1); i++) {
    const rise = Math.max(0, rises[i] ?? 0);
    weight += rise;
    sum += rise * (-REACH + (i + 0.5) * SPACING);
  }
  return weight > 0 ? sum / weight : null;
}

/** The line with the least squares of distances, by the main axis of the places. */
function fitLine(places: readonly Point[], nx: number, ny: number): Line | null {
  const count = places.length;
  if (count < 4) return null;
  let mx = 0;
  let my = 0;
  for (const { x, y } of places) {
    mx += x / count;
    my += y / count;
  }
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (const { x, y } of places) {
    xx += (x - mx) ** 2;
    xy += (x - mx) * (y - my);
    yy += (y - my) ** 2;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const a = -Math.sin(angle);
  const b = Math.cos(angle);
  const outwards = a * nx + b * ny < 0 ? -1 : 1;
  return { a: a * outwards, b: b * outwards, c: (a * mx + b * my) * outwards };
}

function crossing(one: Line, other: Line): Point | null {
  const determinant = one.a * other.b - one.b * other.a;
  if (Math.abs(determinant) < 0.1) return null;
  return {
    x: (one.c * other.b - one.b * other.c) / determinant,
    y: (one.a * other.c - one.c * other.a) / determinant,
  };
}
