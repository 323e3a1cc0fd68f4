import type { Box } from "./place-labels";

/** Rectangles as one path. */
export function boxesPath(boxes: readonly Box[]): string {
  return boxes.map(({ left, right, top, bottom }) => `M${left} ${top}H${right}V${bottom}H${left}Z`).join("");
}

/** Dots as one path: strokes of no length, with round ends. */
export function dotsPath(places: readonly (readonly [x: number, y: number])[]): string {
  return places.map(([x, y]) => `M ${x.toFixed(1)} ${y.toFixed(1)} h 0`).join(" ");
}

/** A torn edge: time goes on, the paper does not. */
export function tornPath(x: number, top: number, bottom: number): string {
  const step = 7;
  const turns = Math.ceil((bottom - top) / step);
  return Array.from(
    { length: turns + 1 },
    (_, i) => `${i === 0 ? "M" : "L"} ${x + (i % 2 === 0 ? -2 : 2)} ${top + i * step}`,
  ).join(" ");
}

/** From when a row happened to when it became known: closed by a stroke where that is on the screen. */
export function tailPath(x: number, y: number, tail: { toX: number; ends: boolean }, radius: number): string {
  return `M ${x} ${y} H ${tail.toX}${tail.ends ? ` m 0 ${-radius * 0.8} v ${radius * 1.6}` : ""}`;
}

/** Until when a label is not known: closed by a stroke, or an arrow where that is off the screen. */
export function bracketPath({
  left,
  right,
  y,
  closed,
}: {
  left: number;
  right: number;
  y: number;
  closed: boolean;
}): string {
  const end = closed ? `M ${right} ${y - 5} v 10` : "m -5 -4 l 5 4 l -5 4";
  return `M ${left} ${y} H ${right} ${end}`;
}
