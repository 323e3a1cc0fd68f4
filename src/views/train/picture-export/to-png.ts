import type { PictureSvg } from "../../../timeline/static-svg/picture-svg";

/** The picture in pixels, `scale` times as many each way. Rejects where the browser cannot draw it. */
export async function toPng({ svg, width, height }: PictureSvg, scale: number): Promise<Blob> {
  const image = new Image(width, height);
  // A data URL, because a canvas that has drawn an SVG from a blob may not be read in Safari.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("This browser gives no canvas to draw on. Save the picture as SVG.");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error("The picture is too large to be a PNG. Save it as SVG."));
      else resolve(blob);
    }, "image/png");
  });
}
