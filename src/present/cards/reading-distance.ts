/** What a laptop's lens sees from left to right, in degrees: they differ, from about 60 to 75. */
const LENS_DEGREES = 65;
/** A marker is read surely from this side on, in pixels: `read-cards.test.ts` holds it. */
const LEAST_SIDE_PX = 24;

/** What cameras record, by what it is called and how many pixels it has from left to right. */
export const CAMERAS = [
  { name: "4K", widthPx: 3840 },
  { name: "1080p", widthPx: 1920 },
] as const;

/**
 * How far away a marker can be read, in metres: as far as its side is {@link LEAST_SIDE_PX} long in the image of a camera.
 *
 * @param sideMm - The side of the marker as it is printed, in millimetres.
 * @param widthPx - How many pixels the camera has from left to right.
 */
export function readingDistanceM(sideMm: number, widthPx: number): number {
  const focalPx = widthPx / 2 / Math.tan(((LENS_DEGREES / 2) * Math.PI) / 180);
  return ((sideMm / 1000) * focalPx) / LEAST_SIDE_PX;
}
