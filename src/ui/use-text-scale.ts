import { useSyncExternalStore } from "react";

const USUAL_PX = 16;

/** How much larger than usual the page's text is: 1.334 for a projector, 2 where the reader has set 200 % in the browser. */
export function useTextScale(): number {
  return useSyncExternalStore(subscribe, scaleNow);
}

function scaleNow(): number {
  const px = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return px > 0 ? Number((px / USUAL_PX).toFixed(3)) : 1;
}

/** The size is chosen by an attribute of the root; a reader's own comes with a resize. */
function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-size"] });
  window.addEventListener("resize", onChange);
  return () => {
    observer.disconnect();
    window.removeEventListener("resize", onChange);
  };
}
