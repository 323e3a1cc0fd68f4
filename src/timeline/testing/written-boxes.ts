import { type Box, textWidth } from "../geometry/place-labels";
import type { LanePicture } from "../picture/picture-types";

const ANCHORED = { start: 0, middle: 0.5, end: 1 } as const;

/** All that is written in a lane, as boxes from the tops of the letters to their feet. */
export function writtenBoxes({ labels }: Pick<LanePicture, "labels">): (Box & { readonly text: string })[] {
  return labels.map(({ text, x, y, anchor, sizePx, strong }) => {
    const width = textWidth(text, sizePx, strong ? 600 : 400);
    const left = x - width * ANCHORED[anchor];
    return { text, left, right: left + width, top: y - sizePx * 0.8, bottom: y + sizePx * 0.2 };
  });
}
