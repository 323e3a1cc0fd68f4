import { type RefObject, useEffect, useEffectEvent } from "react";
import type { ReadImage } from "../../../../present/cards/read-cards";

/** How often in a row there may be no image, and how long it takes to the next attempt. */
const MOST_FAILURES = 50;
const AGAIN_AFTER_MS = 100;

/**
 * Reads cards in what a video shows: one image after another, in a worker of its own, as fast as that goes. No image is kept.
 *
 * @param stream - What the video plays; `null` while nothing is read.
 * @param onImage - Gets what was read, and when the image was taken, in milliseconds of `performance.now()`.
 */
export function useCardReader(
  video: RefObject<HTMLVideoElement | null>,
  stream: MediaStream | null,
  onImage: (read: ReadImage, atMs: number) => void,
  onFailure: () => void,
): void {
  const tell = useEffectEvent(onImage);
  const fail = useEffectEvent(onFailure);
  useEffect(() => {
    const shown = video.current;
    if (stream === null || shown === null) return;
    const worker = new Worker(new URL("./cards-worker.ts", import.meta.url), {
      type: "module",
      name: "cards",
    });
    let isOver = false;
    let takenMs = 0;
    let failures = 0;
    const readNext = async () => {
      await nextImage(shown);
      if (isOver) return;
      takenMs = performance.now();
      const image = await imageOf(shown);
      if (isOver) return image.close();
      worker.postMessage(image, [image]);
    };
    const goOn = () => {
      readNext().catch(() => {
        // A video that has just begun, or changes its size, has no image for a moment.
        failures++;
        if (isOver) return;
        if (failures > MOST_FAILURES) fail();
        else setTimeout(goOn, AGAIN_AFTER_MS);
      });
    };
    worker.addEventListener("message", ({ data }: MessageEvent<ReadImage>) => {
      if (isOver) return;
      failures = 0;
      tell(data, takenMs);
      goOn();
    });
    worker.addEventListener("error", () => fail());
    goOn();
    return () => {
      isOver = true;
      worker.terminate();
    };
  }, [stream, video]);
}

/** What a video shows now, to be handed to a worker. A frame of it is not copied; browsers that have none make a picture. */
async function imageOf(video: HTMLVideoElement): Promise<VideoFrame | ImageBitmap> {
  return "VideoFrame" in window ? new VideoFrame(video) : createImageBitmap(video);
}

/** Resolves with the next image that a video shows. */
function nextImage(video: HTMLVideoElement): Promise<void> {
  return new Promise((resolve) => {
    // Firefox has it since 132; before, some images are read twice.
    if ("requestVideoFrameCallback" in video) video.requestVideoFrameCallback(() => resolve());
    else setTimeout(resolve, 50);
  });
}
