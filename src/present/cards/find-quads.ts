import aruco from "js-aruco2/src/cv.js";
import type { GreyImage, Point, Quad } from "./refine-quad";

const { CV } = aruco;

/** How far around a pixel its neighbourhood goes that it is compared with, in pixels; js-aruco2 has no more than 15. */
const RADIUS = 4;
/** By how much a pixel must be darker than its neighbourhood, of 255: below are noise and shades. */
const DARKER_BY = 7;
/** No marker whose sides are shorter is looked at, in pixels; of a contour its length says so earlier. */
const LEAST_SIDE = 9;
const LEAST_CONTOUR = 4 * LEAST_SIDE;
/** How far a contour may be from straight sides, as shares of its length: corners are round where the image is blurred. */
const TOLERANCES = [0.05, 0.08];

/** The dark quadrilaterals of an image, roughly, each with the clock. */
export function findQuads(image: GreyImage): Quad[] {
  const { width, height } = image;
  const dark = { width, height, data: new Uint8Array(width * height) };
  CV.adaptiveThreshold(image, dark, RADIUS, DARKER_BY);
  const contours = CV.findContours(dark, new Int32Array((width + 2) * (height + 2)));
  return contours.flatMap((contour) => {
    if (contour.hole || contour.length < LEAST_CONTOUR) return [];
    for (const tolerance of TOLERANCES) {
      const [a, b, c, d, ...more] = CV.approxPolyDP(contour, contour.length * tolerance);
      if (!a || !b || !c || !d || more.length > 0) continue;
      const quad = [a, b, c, d];
      if (!CV.isContourConvex(quad) || CV.minEdgeLength(quad) < LEAST_SIDE) continue;
      return [isWithTheClock(a, b, c) ? ([a, b, c, d] as const) : ([a, d, c, b] as const)];
    }
    return [];
  });
}

/** In an image y grows downwards. */
function isWithTheClock(a: Point, b: Point, c: Point): boolean {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
}
