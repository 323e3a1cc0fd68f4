import { LETTERS, type Letter } from "../answers";
import { CODE_CELLS, isWhite, MARKER_CELLS, TURNED_CODES } from "./card-codes";
import { type Perspective, perspectiveOf, placeOf } from "./perspective";
import { brightnessAt, type GreyImage, type Point, type Quad } from "./refine-quad";

/** A marker whose code was read. */
export interface DecodedMarker {
  readonly card: number;
  readonly letter: Letter;
  /** How well the image fits what this card looks like: their correlation, at most 1. */
  readonly fit: number;
  /** With the clock, beginning left of what is on top. */
  readonly corners: Quad;
}

/** Blurs that are tried one after another, as the standard deviation of what one point is spread to, in pixels. */
const BLURS = [1, 1.5, 0.5, 1.9];
/**
 * What fits less is no marker, or one that cannot be read; and by how much any other code must fit less. Of 838 markers of 24 px and
 * more the worst fit by 0.926, with a lead of 0.154; of 1,344 other quads the best fit by 0.895.
 */
const LEAST_FIT = 0.92;
const LEAST_LEAD = 0.12;
/** What fits less at the first blur is no marker at any; what fits more needs no other. */
const HOPELESS = 0.6;
const CERTAIN = 0.98;
/** How far from upright a letter's edge may be, in degrees: half way between two letters nobody's answer is read. */
const FARTHEST_FROM_UPRIGHT = 35;
/** How far blur reaches, in cells. */
const REACH = 2;

const SAMPLES = MARKER_CELLS * MARKER_CELLS;
const CELLS = CODE_CELLS * CODE_CELLS;

/** The white cells of each code of {@link TURNED_CODES}, by their places in it. */
const WHITE_CELLS = TURNED_CODES.map(({ code }) =>
  Array.from({ length: CELLS }, (_, cell) => cell).filter((cell) =>
    isWhite(code, Math.floor(cell / CODE_CELLS), cell % CODE_CELLS),
  ),
);

/**
 * Reads the marker in a quad; `null` where there is none, or it is not certain which.
 *
 * A cell of a small marker is hardly larger than the blur, so cells are not called black or white one by one: what each code
 * would look like in this perspective, blurred, is compared with the image as a whole, and the code with the highest correlation
 * is taken if the next one is far enough behind. That does without a threshold between black and white, too.
 */
export function decodeMarker(image: GreyImage, quad: Quad): DecodedMarker | null {
  const perspective = perspectiveOf(quad);
  const seen = samplesOf(image, perspective);
  let best: Match = NO_MATCH;
  for (const blur of BLURS) {
    const match = bestMatch(seen, blurWeights(perspective, blur));
    if (match.fit > best.fit) best = match;
    if (best.fit < HOPELESS || best.fit > CERTAIN) break;
  }

  const found = TURNED_CODES[best.index];
  if (found === undefined || best.fit < LEAST_FIT || best.fit - best.nextFit < LEAST_LEAD) return null;
  const top = sideOnTop(perspective);
  if (top === null) return null;
  const letter = LETTERS[(LETTERS.indexOf(found.letter) + top) % LETTERS.length];
  return letter === undefined
    ? null
    : { card: found.card, letter, fit: best.fit, corners: startingAt(quad, top) };
}

/** The brightness in the middle of each cell of a marker, its border included, row by row. */
function samplesOf(image: GreyImage, perspective: Perspective): Float64Array {
  const seen = new Float64Array(SAMPLES);
  for (let row = 0; row < MARKER_CELLS; row++) {
    for (let column = 0; column < MARKER_CELLS; column++) {
      let sum = 0;
      for (const dy of [0.35, 0.65]) {
        for (const dx of [0.35, 0.65]) {
          const { x, y } = placeOf(perspective, (column + dx) / MARKER_CELLS, (row + dy) / MARKER_CELLS);
          sum += brightnessAt(image, x, y);
        }
      }
      seen[row * MARKER_CELLS + column] = sum / 4;
    }
  }
  return seen;
}

/** The square of cells around one, of side 2 × {@link REACH} + 1: how much of each is seen in its middle. They sum to 1. */
function blurWeights(perspective: Perspective, blur: number): Float64Array {
  const side = 2 * REACH + 1;
  const weights = new Float64Array(side * side);
  const { right, down } = cellAt(perspective);
  // Each cell by 3 × 3 of its points.
  const points = [-1 / 3, 0, 1 / 3];
  let sum = 0;
  for (let row = -REACH; row <= REACH; row++) {
    for (let column = -REACH; column <= REACH; column++) {
      let weight = 0;
      for (const v of points) {
        for (const u of points) {
          const x = right.x * (column + u) + down.x * (row + v);
          const y = right.y * (column + u) + down.y * (row + v);
          weight += Math.exp(-(x * x + y * y) / (2 * blur * blur));
        }
      }
      weights[(row + REACH) * side + column + REACH] = weight;
      sum += weight;
    }
  }
  return weights.map((weight) => weight / sum);
}

/** The code that fits best, by its place in {@link TURNED_CODES}, and how well the next best one does. */
interface Match {
  readonly index: number;
  readonly fit: number;
  readonly nextFit: number;
}

const NO_MATCH: Match = { index: -1, fit: 0, nextFit: 0 };

/**
 * What a code would look like is linear in its cells: a blurred spot for each white one, on a level, beside what shines in from
 * around. So of each code only two sums over its white cells are needed for the (partial) correlation with what is seen.
 */
function bestMatch(seen: Float64Array, weights: Float64Array): Match {
  // What is seen of the white around the marker in each sample, and of each cell of the code.
  const around = new Float64Array(SAMPLES);
  const cells = Array.from({ length: CELLS }, () => new Float64Array(SAMPLES));
  const side = 2 * REACH + 1;
  for (let sample = 0; sample < SAMPLES; sample++) {
    const row = Math.floor(sample / MARKER_CELLS) - REACH;
    const column = (sample % MARKER_CELLS) - REACH;
    weights.forEach((weight, i) => {
      const cell = cellOf(row + Math.floor(i / side), column + (i % side));
      if (cell === "around") around[sample] = (around[sample] ?? 0) + weight;
      else if (cell !== "border") (cells[cell] ?? around)[sample] = weight;
    });
  }
  // What does not tell codes apart is taken out of all: a level, and how bright it is around the marker.
  const flat = new Float64Array(SAMPLES).fill(1);
  const beside = without(around, flat);
  const rest = (samples: Float64Array) => without(without(samples, flat), beside);
  const own = rest(seen);
  const patterns = cells.map(rest);
  const products = patterns.map((pattern) => dot(pattern, own));
  const overlaps = patterns.map((pattern) => Float64Array.from(patterns, (other) => dot(pattern, other)));
  const ownSquares = dot(own, own);

  let [index, fit, nextFit] = [-1, 0, 0];
  for (let i = 0; i < WHITE_CELLS.length; i++) {
    const white = WHITE_CELLS[i] ?? [];
    let product = 0;
    let squares = 0;
    for (const cell of white) {
      product += products[cell] ?? 0;
      const others = overlaps[cell];
      if (others) for (const other of white) squares += others[other] ?? 0;
    }
    const correlation = squares * ownSquares > 0 ? product / Math.sqrt(squares * ownSquares) : 0;
    if (correlation > fit) [index, fit, nextFit] = [i, correlation, fit];
    else if (correlation > nextFit) nextFit = correlation;
  }
  return { index, fit, nextFit };
}

/** What is left of samples without their part along others; the same where there are no others. */
function without(samples: Float64Array, others: Float64Array): Float64Array {
  const squares = dot(others, others);
  if (squares < 1e-12) return samples;
  const share = dot(samples, others) / squares;
  return samples.map((sample, i) => sample - share * (others[i] ?? 0));
}

/** What stands in a marker's row and column: the white around it, its border, or a cell of the code, by its place there. */
function cellOf(row: number, column: number): number | "around" | "border" {
  const last = MARKER_CELLS - 1;
  if (row < 0 || column < 0 || row > last || column > last) return "around";
  if (row === 0 || column === 0 || row === last || column === last) return "border";
  return (row - 1) * CODE_CELLS + column - 1;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/**
 * Which side of a quad is on top, counted with the clock from its first; `null` where two are about equally.
 *
 * A tilt presses a square together in one direction, which turns its sides as well. So the turn is taken from the rotation next to
 * how the square lies in its middle (polar decomposition of the derivative): what remains, a tilt presses symmetrically.
 */
function sideOnTop(perspective: Perspective): number | null {
  const { right, down } = cellAt(perspective);
  const turned = (Math.atan2(right.y - down.x, right.x + down.y) * 180) / Math.PI;
  const quarters = Math.round(turned / 90);
  if (Math.abs(turned - quarters * 90) > FARTHEST_FROM_UPRIGHT) return null;
  return (4 - quarters) % 4;
}

/** How far the cell in a marker's middle goes to the right and down, in pixels of the image. */
function cellAt(perspective: Perspective): { right: Point; down: Point } {
  const half = 0.5 / MARKER_CELLS;
  const between = (u: number, v: number) => {
    const from = placeOf(perspective, 0.5 - u, 0.5 - v);
    const to = placeOf(perspective, 0.5 + u, 0.5 + v);
    return { x: to.x - from.x, y: to.y - from.y };
  };
  return { right: between(half, 0), down: between(0, half) };
}

function startingAt([a, b, c, d]: Quad, first: number): Quad {
  if (first === 1) return [b, c, d, a];
  if (first === 2) return [c, d, a, b];
  return first === 3 ? [d, a, b, c] : [a, b, c, d];
}
