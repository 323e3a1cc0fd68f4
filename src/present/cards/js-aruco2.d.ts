/** The part of js-aruco2 that is used here; it brings no types. */
declare module "js-aruco2/src/cv.js" {
  interface Point {
    x: number;
    y: number;
  }
  /** One byte a pixel. */
  interface GreyImage {
    width: number;
    height: number;
    data: Uint8Array;
  }
  interface Contour extends Array<Point> {
    /** Whether it goes around a hole in what is set, not around what is set. */
    hole: boolean;
  }
  const cv: {
    CV: {
      /** Sets (255) what is darker, by the threshold or more, than the mean of its neighbourhood. */
      adaptiveThreshold(from: GreyImage, to: GreyImage, radius: number, threshold: number): GreyImage;
      /** `room` is written over; it needs a border of one pixel around the image. */
      findContours(from: GreyImage, room: Int32Array): Contour[];
      approxPolyDP(contour: Contour, epsilon: number): Point[];
      isContourConvex(polygon: Point[]): boolean;
      minEdgeLength(polygon: Point[]): number;
    };
  };

  export = cv;
}
