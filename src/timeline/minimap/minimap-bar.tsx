import { type KeyboardEvent, useRef } from "react";
import type { Metrics } from "../geometry/metrics";
import { panned, type TimeWindow, zoomed } from "../geometry/time-window";
import { useHeldDrag } from "../hands/use-held-drag";
import type { MinimapPicture } from "./minimap";
import styles from "./minimap-bar.module.css";
import { WindowEdge } from "./window-edge";

export interface MinimapBarProps {
  readonly map: MinimapPicture;
  readonly metrics: Metrics;
  readonly window: TimeWindow;
  readonly onWindow: (window: TimeWindow) => void;
}

const KEY_SHARE = 0.25;
const KEY_ZOOM = 1.5;

/** Everything there is, small, and the part of it that is on the screen: a window to be moved and resized by hand or keys. */
export function MinimapBar({ map, metrics: m, window, onWindow }: MinimapBarProps) {
  const svg = useRef<SVGSVGElement>(null);
  const wholeUs = map.whole.toUs - map.whole.fromUs;
  const plotPx = m.plotRight - m.plotLeft;
  const usAt = (x: number) => map.whole.fromUs + ((x - m.plotLeft) / plotPx) * wholeUs;
  const span = window.toUs - window.fromUs;
  const middle = (window.fromUs + window.toUs) / 2;
  const body = useHeldDrag<{ readonly x: number; readonly before: TimeWindow; readonly taken: TimeWindow }>({
    leastPx: 0,
    take: (x) => {
      const us = usAt(x - (svg.current?.getBoundingClientRect().left ?? 0));
      if (us >= window.fromUs && us < window.toUs) return { x, before: window, taken: window };
      // Beside the window the hand has it come.
      const taken = panned(window, (us - middle) / span);
      onWindow(taken);
      return { x, before: window, taken };
    },
    move: ({ x: startX, taken }, x) => {
      if (x !== startX) onWindow(panned(taken, (((x - startX) / plotPx) * wholeUs) / span));
    },
    cancel: ({ before }) => onWindow(before),
  });
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
    <svg ref={svg} className={styles.minimap} width={m.width} height={m.minimapHeight + 4} {...body.handlers}>
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
