import { type RefObject, useEffect, useRef } from "react";
import { drawnScale } from "../use-size";

const FLIGHT_MS = 360;

export interface ValueFlight {
  /** Names the step; the value flies when it becomes a step that writes. */
  readonly step: string;
  /** Where it starts, pixels of the picture, and what it looks like; `null` where nothing is written. */
  readonly from: {
    readonly x: number;
    readonly y: number;
    readonly text: string;
    readonly sizePx: number;
    readonly leak: boolean;
  } | null;
  /** The cell that it goes into. */
  readonly cell: (() => Element | null) | undefined;
  readonly className: string;
}

/** Lets the chosen value travel from its mark into the cell of the training table. Nothing moves where motion is reduced. */
export function useValueFlight(picture: RefObject<Element | null>, flight: ValueFlight): void {
  const latest = useRef(flight);
  const shown = useRef(flight.step);
  useEffect(() => {
    latest.current = flight;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a flight begins with a step, and with nothing else
  useEffect(() => {
    const { from, cell, className, step } = latest.current;
    // A step that the page opens with is shown, not played.
    if (shown.current === step) return;
    shown.current = step;
    const target = cell?.();
    if (from === null || !target || picture.current === null || typeof target.animate !== "function") return;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const start = picture.current.getBoundingClientRect();
    const drawn = drawnScale(picture.current);
    const [x, y] = [start.left + from.x * drawn, start.top + from.y * drawn];
    const end = target.getBoundingClientRect();
    const copy = document.createElement("span");
    copy.className = className;
    copy.dataset.leak = String(from.leak);
    copy.ariaHidden = "true";
    copy.textContent = from.text;
    copy.style.fontSize = `${from.sizePx * drawn}px`;
    copy.style.left = `${x}px`;
    copy.style.top = `${y}px`;
    document.body.append(copy);
    const by = [end.right - end.width / 2 - x, end.top + end.height / 2 - y];
    const motion = copy.animate(
      [
        { transform: "translate(-50%, -50%)" },
        { transform: `translate(calc(${by[0]}px - 50%), calc(${by[1]}px - 50%))`, opacity: 0.4 },
      ],
      { duration: FLIGHT_MS, easing: "cubic-bezier(0.4, 0, 0.2, 1)" },
    );
    motion.onfinish = () => copy.remove();
    motion.oncancel = () => copy.remove();
    return () => motion.cancel();
  }, [flight.step, picture]);
}
