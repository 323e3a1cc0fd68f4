/** How near the edges of the window it may come, pixels. */
const EDGE_PX = 8;

/**
 * Keeps a box of the top layer under what it belongs to, or over it where there is no room, and never out of the window: the
 * box may grow, and the page may scroll under it.
 *
 * @param edge - Where the two are flush.
 * @returns Ends it.
 */
export function keepPlaced(
  box: HTMLElement,
  anchor: HTMLElement,
  edge: "start" | "end" = "start",
): () => void {
  const placeNow = () => place(box, anchor, edge);
  placeNow();
  window.addEventListener("scroll", placeNow, { capture: true, passive: true });
  window.addEventListener("resize", placeNow);
  const observer = typeof ResizeObserver === "undefined" ? null : new ResizeObserver(placeNow);
  observer?.observe(box);
  return () => {
    window.removeEventListener("scroll", placeNow, { capture: true });
    window.removeEventListener("resize", placeNow);
    observer?.disconnect();
  };
}

function place(box: HTMLElement, anchor: HTMLElement, edge: "start" | "end"): void {
  const at = anchor.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const wanted = edge === "start" ? at.left : at.right - width;
  const left = Math.max(EDGE_PX, Math.min(wanted, window.innerWidth - width - EDGE_PX));
  const top = at.bottom + height + EDGE_PX > window.innerHeight ? at.top - height : at.bottom;
  box.style.left = `${left}px`;
  box.style.top = `${Math.max(0, top)}px`;
}
