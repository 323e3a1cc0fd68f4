import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import type { Metrics } from "../geometry/metrics";
import { panned, type TimeWindow, zoomed } from "../geometry/time-window";
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

/** Everything there is, small, and the part of it that is on the screen: a window to be moved by hand or by keys. */
export function MinimapBar({ map, metrics: m, window, onWindow }: MinimapBarProps) {
  const grabbed = useRef<number | null>(null);
  const usAt = (event: PointerEvent<SVGSVGElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const share = (x - m.plotLeft) / (m.plotRight - m.plotLeft);
    return map.whole.fromUs + share * (map.whole.toUs - map.whole.fromUs);
  };
  const moveTo = (centerUs: number) => {
    const half = (window.toUs - window.fromUs) / 2;
    onWindow({ fromUs: centerUs - half, toUs: centerUs + half });
  };
  const middle = (window.fromUs + window.toUs) / 2;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = windowAfter(event.key, window, map.whole);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    onWindow(next);
  };
  const width = map.window.right - map.window.left;
  const share = (middle - map.whole.fromUs) / (map.whole.toUs - map.whole.fromUs);
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the slider in it has a name, the rest is its picture
    <svg
      className={styles.minimap}
      width={m.width}
      height={m.minimapHeight + 4}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture?.(event.pointerId);
        const us = usAt(event);
        const inside = us >= window.fromUs && us < window.toUs;
        grabbed.current = inside ? us - middle : 0;
        if (!inside) moveTo(us);
      }}
      onPointerMove={(event) => grabbed.current !== null && moveTo(usAt(event) - grabbed.current)}
      onPointerUp={() => {
        grabbed.current = null;
      }}
      onPointerCancel={() => {
        grabbed.current = null;
      }}
    >
      {m.layout === "wide" && (
        <text className={styles.words} x={0} y={m.minimapHeight / 2 + 5} fontSize={m.textPx} aria-hidden>
          {map.label}
        </text>
      )}
      <line
        className={styles.ground}
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
        aria-valuenow={Math.round(Math.min(1, Math.max(0, share)) * 100)}
        x={map.window.left}
        y={1}
        width={width}
        height={m.minimapHeight}
        onKeyDown={onKeyDown}
      />
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
