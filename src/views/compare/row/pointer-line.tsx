import { type RefObject, useEffect, useState } from "react";
import type { Metrics } from "../../../timeline/geometry/metrics";
import { textWidth } from "../../../timeline/geometry/place-labels";
import { roundStep, snapped, type TimeScale } from "../../../timeline/geometry/time-scale";
import { formatMoment, type MomentStyle } from "../../../timeline/words/format-moment";
import styles from "./pointer-line.module.css";

export interface PointerLineProps {
  /** What the pointer is followed over: the pictures, which begin at its left. */
  readonly over: RefObject<HTMLElement | null>;
  readonly scale: TimeScale;
  readonly style: MomentStyle;
  /** Where the first picture begins, and how high both are with what is between them, pixels. */
  readonly top: number;
  readonly height: number;
  /** Of the first picture. */
  readonly axis: Pick<Metrics, "axisBaseline" | "flagHeight" | "textPx">;
}

/** Which moment the line names: the roundest within so many pixels. */
const AIM_PX = 2;
const BESIDE_PX = 4;

/** One cursor in both pictures: a line through them where a mouse points, with its moment at the axis. */
export function PointerLine({ over, scale, style, top, height, axis }: PointerLineProps) {
  const x = usePointerX(over);
  if (x === null || x < scale.left || x > scale.right) return null;
  const usPerPx = scale.us(x + 0.5) - scale.us(x - 0.5);
  const label = formatMoment(snapped(scale.us(x), roundStep(usPerPx, AIM_PX)), style);
  const width = textWidth(label, axis.textPx) + 2 * BESIDE_PX;
  const left = Math.min(scale.right - width, Math.max(scale.left, x - width / 2));
  const bottom = axis.axisBaseline + axis.textPx * 0.4;
  return (
    <svg className={styles.line} style={{ top }} width={scale.right} height={height} aria-hidden>
      <line x1={x} x2={x} y1={bottom} y2={height} />
      <rect x={left} y={axis.flagHeight} width={width} height={bottom - axis.flagHeight} />
      <text x={left + width / 2} y={axis.axisBaseline} fontSize={axis.textPx}>
        {label}
      </text>
    </svg>
  );
}

/** How far from its left a mouse points at an element; `null` while none does, or it presses, or where nothing is to move. */
function usePointerX(over: RefObject<HTMLElement | null>): number | null {
  const [x, setX] = useState<number | null>(null);
  useEffect(() => {
    const element = over.current;
    if (element === null || (window.matchMedia?.("(prefers-reduced-motion: reduce)").matches ?? true)) return;
    const gone = () => setX(null);
    const moved = ({ pointerType, buttons, clientX }: PointerEvent) =>
      setX(
        pointerType === "mouse" && buttons === 0
          ? Math.round(clientX - element.getBoundingClientRect().left)
          : null,
      );
    element.addEventListener("pointermove", moved);
    element.addEventListener("pointerdown", gone);
    element.addEventListener("pointerleave", gone);
    return () => {
      element.removeEventListener("pointermove", moved);
      element.removeEventListener("pointerdown", gone);
      element.removeEventListener("pointerleave", gone);
    };
  }, [over]);
  return x;
}
