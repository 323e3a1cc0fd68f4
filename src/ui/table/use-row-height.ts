import { useSyncExternalStore } from "react";

const ROW_HEIGHT_PX = 34;
const LEAST_FOR_A_FINGER_PX = 44;
const FINGER = "(pointer: coarse)";

/** The height of a row, in CSS pixels: what is asked for, but never too small for a finger where there is one. */
export function useRowHeight(askedPx: number = ROW_HEIGHT_PX): number {
  const isFinger = useSyncExternalStore(subscribe, () => window.matchMedia(FINGER).matches);
  return isFinger ? Math.max(askedPx, LEAST_FOR_A_FINGER_PX) : askedPx;
}

function subscribe(onChange: () => void): () => void {
  const query = window.matchMedia(FINGER);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}
