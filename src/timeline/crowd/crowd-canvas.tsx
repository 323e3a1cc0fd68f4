import { useLayoutEffect, useMemo, useRef } from "react";
import type { Box } from "../geometry/place-labels";
import { inkOf } from "./crowd-ink";
import type { CrowdPicture } from "./crowd-picture";
import { crowdShapes } from "./crowd-shapes";
import { useRedraw } from "./use-redraw";

export interface CrowdCanvasProps {
  readonly crowds: readonly CrowdPicture[];
  readonly width: number;
  readonly height: number;
}

/** Crowds where thousands of elements would be too slow. It has no words and takes no pointer: `CrowdReader` does. */
export function CrowdCanvas({ crowds, width, height }: CrowdCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const redraw = useRedraw();
  const shapes = useMemo(
    () => crowds.flatMap((crowd) => crowdShapes(crowd).map((shape) => ({ ...shape, kind: crowd.kind }))),
    [crowds],
  );
  const colours = useRef<{ redraw: string; of: Map<string, string> } | null>(null);
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext?.("2d");
    if (!element || !context) return;
    const density = window.devicePixelRatio || 1;
    element.width = Math.round(width * density);
    element.height = Math.round(height * density);
    // To read a colour makes the browser work out all styles anew: not at every move of a hand.
    if (colours.current?.redraw !== redraw) colours.current = { redraw, of: new Map() };
    const { of: known } = colours.current;
    for (const { kind, look, boxes } of shapes) {
      const { token, opacity } = inkOf(kind, look);
      const colour = known.get(token) ?? getComputedStyle(element).getPropertyValue(token).trim();
      known.set(token, colour);
      context.fillStyle = colour;
      context.globalAlpha = opacity;
      context.beginPath();
      for (const box of boxes) fillOnPixels(context, box, density);
      context.fill();
    }
  }, [shapes, width, height, redraw]);
  return <canvas ref={canvas} aria-hidden style={{ width, height }} />;
}

/** On whole pixels of the screen, and all of one width: what lies between them would be a blur. */
function fillOnPixels(context: CanvasRenderingContext2D, box: Box, density: number): void {
  const width = Math.max(1, Math.round((box.right - box.left) * density));
  const left = Math.round(((box.left + box.right) / 2) * density - width / 2);
  const top = Math.round(box.top * density);
  const bottom = Math.max(top + 1, Math.round(box.bottom * density));
  context.rect(left, top, width, bottom - top);
}
