import { useLayoutEffect, useMemo, useRef, useSyncExternalStore } from "react";
import type { Box } from "../geometry/place-labels";
import { type DensityPicture, densityShapes, fillStyleOf } from "./density-picture";

export interface DensityCanvasProps {
  readonly densities: readonly DensityPicture[];
  readonly width: number;
  readonly height: number;
}

/** Densities where thousands of elements would be too slow. It has no words and takes no pointer: `DensityReader` does. */
export function DensityCanvas({ densities, width, height }: DensityCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const redraw = useRedraw();
  const shapes = useMemo(
    () =>
      densities.flatMap((density) =>
        densityShapes(density).map((shape) => ({ ...shape, kind: density.kind })),
      ),
    [densities],
  );
  const colours = useRef<{ redraw: string; of: Map<string, string> } | null>(null);
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext?.("2d");
    if (!element || !context) return;
    const pixelRatio = window.devicePixelRatio || 1;
    element.width = Math.round(width * pixelRatio);
    element.height = Math.round(height * pixelRatio);
    // To read a colour makes the browser work out all styles anew: not at every move of a pointer.
    if (colours.current?.redraw !== redraw) colours.current = { redraw, of: new Map() };
    const { of: known } = colours.current;
    for (const { kind, state, boxes } of shapes) {
      const { token, opacity } = fillStyleOf(kind, state);
      const colour = known.get(token) ?? getComputedStyle(element).getPropertyValue(token).trim();
      known.set(token, colour);
      context.fillStyle = colour;
      context.globalAlpha = opacity;
      context.beginPath();
      for (const box of boxes) fillOnPixels(context, box, pixelRatio);
      context.fill();
    }
  }, [shapes, width, height, redraw]);
  return <canvas ref={canvas} aria-hidden style={{ width, height }} />;
}

/** On whole pixels of the screen, and all of one width: what lies between them would be a blur. */
function fillOnPixels(context: CanvasRenderingContext2D, box: Box, pixelRatio: number): void {
  const width = Math.max(1, Math.round((box.right - box.left) * pixelRatio));
  const left = Math.round(((box.left + box.right) / 2) * pixelRatio - width / 2);
  const top = Math.round(box.top * pixelRatio);
  const bottom = Math.max(top + 1, Math.round(box.bottom * pixelRatio));
  context.rect(left, top, width, bottom - top);
}

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
