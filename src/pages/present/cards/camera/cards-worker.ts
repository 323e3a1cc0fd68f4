import { type ReadImage, readCards } from "../../../../present/cards/read-cards";

let canvas: OffscreenCanvas | null = null;

/** Reads the cards in each image that comes, and answers it. */
addEventListener("message", ({ data: image }: MessageEvent<VideoFrame | ImageBitmap>) => {
  const [width, height] =
    "displayWidth" in image ? [image.displayWidth, image.displayHeight] : [image.width, image.height];
  if (canvas?.width !== width || canvas.height !== height) canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("This browser draws nothing in a worker.");
  context.drawImage(image, 0, 0, width, height);
  image.close();
  const { data } = context.getImageData(0, 0, width, height);
  const answer: ReadImage = { width, height, cards: readCards({ width, height, data: greyOf(data) }) };
  postMessage(answer);
});

/** The brightness of each pixel, as eyes weigh its colours (BT.601). */
function greyOf(rgba: Uint8ClampedArray): Uint8Array {
  const grey = new Uint8Array(rgba.length / 4);
  for (let i = 0, at = 0; i < grey.length; i++, at += 4)
    grey[i] = ((rgba[at] ?? 0) * 77 + (rgba[at + 1] ?? 0) * 150 + (rgba[at + 2] ?? 0) * 29) >> 8;
  return grey;
}
