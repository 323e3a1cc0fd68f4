import { useSyncExternalStore } from "react";

const QUERIES = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"] as const;

/** A text that changes whenever what is drawn in pixels must be drawn anew: other colours, or other pixels. */
export function useRedraw(): string {
  return useSyncExternalStore(watchPage, appearance);
}

/** The page's own theme, the system's, and the screen's pixels: another zoom has others. */
function appearance(): string {
  const { dataset } = document.documentElement;
  const matches = QUERIES.map((query) => window.matchMedia?.(query).matches ?? false);
  return [dataset.theme ?? "", ...matches, window.devicePixelRatio].join(" ");
}

function watchPage(onChange: () => void): () => void {
  const theme = new MutationObserver(onChange);
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  const queries = QUERIES.flatMap((query) => window.matchMedia?.(query) ?? []);
  for (const query of queries) query.addEventListener("change", onChange);
  window.addEventListener("resize", onChange);
  return () => {
    theme.disconnect();
    for (const query of queries) query.removeEventListener("change", onChange);
    window.removeEventListener("resize", onChange);
  };
}
