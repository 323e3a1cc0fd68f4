import type { KeyboardEvent, PointerEvent } from "react";
import type { Metrics } from "../geometry/metrics";
import { NARROWEST_US, panned, type TimeWindow, zoomed } from "../geometry/time-window";
import { capturePointer, followPointer } from "../interaction/use-interaction";
import type { MinimapPicture } from "./minimap";
import styles from "./minimap-bar.module.css";

export interface MinimapBarProps {
  readonly map: MinimapPicture;
  readonly metrics: Metrics;
  readonly window: TimeWindow;
  readonly onWindow: (window: TimeWindow) => void;
}

const KEY_SHARE = 0.25;
const KEY_ZOOM = 1.5;

/** Everything there is, small, and the part of it that is on the screen: a window to be moved and resized by pointer or keys. */
export function MinimapBar({ map, metrics: m, window, onWindow }: MinimapBarProps) {
  const wholeUs = map.whole.toUs - map.whole.fromUs;
  const plotPx = m.plotRight - m.plotLeft;
  const usAt = (x: number) => map.whole.fromUs + ((x - m.plotLeft) / plotPx) * wholeUs;
  const span = window.toUs - window.fromUs;
  const middle = (window.fromUs + window.toUs) / 2;
  const onPointerDown = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button !== 0) return;
    capturePointer(event.currentTarget, event);
    const startX = event.clientX;
    const us = usAt(startX - event.currentTarget.getBoundingClientRect().left);
    const isWithin = us >= window.fromUs && us < window.toUs;
    // Beside the window, the pointer has it come.
    const taken = isWithin ? window : panned(window, (us - middle) / span);
    if (!isWithin) onWindow(taken);
    dragWindow(event, window, onWindow, (x) =>
      x === startX ? null : panned(taken, (((x - startX) / plotPx) * wholeUs) / span),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = windowAfter(event.key, window, map.whole);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    onWindow(next);
  };
  const width = map.window.right - map.window.left;
  const share = (middle - map.whole.fromUs) / wholeUs;
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the slider in it has a name, the rest is its picture
    <svg
      className={styles.minimap}
      width={m.width}
      height={m.minimapHeight + 4}
      onPointerDown={onPointerDown}
    >
      {m.layout === "wide" && (
        <text className={styles.words} x={0} y={m.minimapHeight / 2 + 5} fontSize={m.textPx} aria-hidden>
          {map.label}
        </text>
      )}
      <line
        className={styles.background}
        x1={m.plotLeft}
        x2={m.plotRight}
        y1={m.minimapHeight}
        y2={m.minimapHeight}
      />
      {map.bars.map((bar) => (
        <rect
          key={bar.left}
          className={styles.bar}
          x={bar.left}
          y={m.minimapHeight - bar.height}
          width={bar.width}
          height={bar.height}
        />
      ))}
      <line className={styles.now} x1={map.asOfX} x2={map.asOfX} y1={2} y2={m.minimapHeight} />
      <rect
        className={styles.window}
        data-whole={(window.fromUs <= map.whole.fromUs && window.toUs >= map.whole.toUs) || undefined}
        role="slider"
        tabIndex={0}
        aria-label={`The part of time on the screen, of ${map.label}. Up and down zoom.`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={map.windowWords}
        aria-valuenow={Math.round(Math.min(1, Math.max(0, share)) * 100)}
        x={map.window.left}
        y={1}
        width={width}
        height={m.minimapHeight}
        onKeyDown={onKeyDown}
      />
      {(["fromUs", "toUs"] as const).map((end) => (
        <WindowEdge
          key={end}
          end={end}
          x={end === "fromUs" ? map.window.left : map.window.right}
          height={m.minimapHeight}
          window={window}
          usAt={usAt}
          onWindow={onWindow}
        />
      ))}
    </svg>
  );
}

/** Left and right move, up and down zoom, Home and End go to the ends. `null` for other keys. */
function windowAfter(key: string, window: TimeWindow, whole: TimeWindow): TimeWindow | null {
  const span = window.toUs - window.fromUs;
  const middle = (window.fromUs + window.toUs) / 2;
  switch (key) {
    case "ArrowRight":
      return panned(window, KEY_SHARE);
    case "ArrowLeft":
      return panned(window, -KEY_SHARE);
    case "ArrowUp":
      return zoomed(window, 1 / KEY_ZOOM, middle);
    case "ArrowDown":
      return zoomed(window, KEY_ZOOM, middle);
    case "Home":
      return panned(window, (whole.fromUs - window.fromUs) / span);
    case "End":
      return panned(window, (whole.toUs - window.toUs) / span);
    default:
      return null;
  }
}

interface WindowEdgeProps {
  /** Which end of the window it is. */
  readonly end: "fromUs" | "toUs";
  /** Where that end is drawn, pixels of the minimap. */
  readonly x: number;
  readonly height: number;
  readonly window: TimeWindow;
  /** The moment at a place of the minimap, microseconds. */
  readonly usAt: (x: number) => number;
  readonly onWindow: (window: TimeWindow) => void;
}

/** More of a grip lies outside the window than in it, so that the narrowest can still be taken in its middle. */
const OUTSIDE_PX = 16;
const INSIDE_PX = 3;
const LEAST_PX = 1;

/** An end of the minimap's window: dragged it zooms, and the other end stays. By keys the window's own up and down do. */
function WindowEdge({ end, x, height, window, usAt, onWindow }: WindowEdgeProps) {
  const onPointerDown = (event: PointerEvent<SVGGElement>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    capturePointer(event.currentTarget, event);
    const startX = event.clientX;
    dragWindow(event, window, onWindow, (clientX) => {
      if (Math.abs(clientX - startX) < LEAST_PX) return null;
      // From where it is drawn: a window that reaches beyond the minimap, or is narrower than can be drawn, is elsewhere.
      const us = usAt(clientX + x - startX);
      const { fromUs, toUs } = window;
      return end === "fromUs"
        ? { fromUs: Math.min(us, toUs - NARROWEST_US), toUs }
        : { fromUs, toUs: Math.max(us, fromUs + NARROWEST_US) };
    });
  };
  const left = end === "fromUs" ? x - OUTSIDE_PX : x - INSIDE_PX;
  return (
    <g aria-hidden className={styles.edge} data-end={end} onPointerDown={onPointerDown}>
      <rect x={left} y={0} width={OUTSIDE_PX + INSIDE_PX} height={height + 2} />
      <line x1={x} x2={x} y1={height / 2 - 5} y2={height / 2 + 6} />
    </g>
  );
}

/** Lets a pointer drag the window until it is let go; Escape, and a browser that takes the touch, bring it back. */
function dragWindow(
  event: PointerEvent<Element>,
  before: TimeWindow,
  onWindow: (window: TimeWindow) => void,
  windowAt: (x: number) => TimeWindow | null,
): void {
  const giveUp = () => {
    stop();
    onWindow(before);
    return true;
  };
  const stop = followPointer(event, {
    move: (x) => {
      const next = windowAt(x);
      if (next !== null) onWindow(next);
    },
    up: () => undefined,
    cancel: giveUp,
    escape: giveUp,
  });
}
