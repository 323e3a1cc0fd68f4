import { useSyncExternalStore } from "react";

/** A number that changes whenever what is drawn in pixels must be drawn anew: other colours, or other pixels. */
export function useRedraw(): number {
  return useSyncExternalStore(onRedraw, () => redraws);
}

const QUERIES = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"] as const;

let redraws = 0;
const listeners = new Set<() => void>();
let stop: (() => void) | null = null;

function onRedraw(listener: () => void): () => void {
  listeners.add(listener);
  stop ??= watchPage();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = null;
  };
}

/** The system's theme, the page's own, and the screen's pixels: another zoom has others. */
function watchPage(): () => void {
  const tell = () => {
    redraws++;
    for (const listener of listeners) listener();
  };
  const theme = new MutationObserver(tell);
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  const queries = QUERIES.flatMap((query) => window.matchMedia?.(query) ?? []);
  for (const query of queries) query.addEventListener("change", tell);
  window.addEventListener("resize", tell);
  return () => {
    theme.disconnect();
    for (const query of queries) query.removeEventListener("change", tell);
    window.removeEventListener("resize", tell);
  };
}
