import { useLayoutEffect, useState } from "react";

const USUAL_PX = 16;

/**
 * How much larger than usual the reader has set text in the browser: 2 for 200 %. Text in a picture does not grow by
 * itself as the page's does.
 *
 * @param width - Looked at again whenever it changes, since other text makes another width.
 */
export function useTextScale(width: number): number {
  const [scale, setScale] = useState(1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the width is what tells of a change
  useLayoutEffect(() => {
    const px = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    if (px > 0) setScale(px / USUAL_PX);
  }, [width]);
  return scale;
}
