import {
  type CSSProperties,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
} from "react";
import { classNames } from "./class-names";
import styles from "./sentence.module.css";

export interface SentenceProps {
  readonly children: ReactNode;
  /** How many lines are kept for it, whatever it says, so that nothing below it jumps. */
  readonly lines?: number;
  /** The same on a narrow screen (under 720 px); twice `lines` unless told. */
  readonly linesNarrow?: number;
  /** `large` for what a whole stage says; `regular` where it changes with every step, and is written smaller to fit its lines. */
  readonly size?: "regular" | "large";
  /** The page's own heading (`h1`), or a paragraph. */
  readonly as?: "h1" | "p";
  /** Whether a screen reader is told when it changes. Not while it follows a drag: then once, at its end. */
  readonly live?: boolean;
}

/** What is said: one plain sentence in the serif, in a place of fixed height, heard by screen readers as it changes. */
export function Sentence(props: SentenceProps) {
  const {
    children,
    lines = 2,
    linesNarrow = 2 * lines,
    size = "regular",
    as: Element = "p",
    live = true,
  } = props;
  const place: CSSProperties & Record<`--${string}`, number> = {
    "--lines": lines,
    "--lines-narrow": linesNarrow,
  };
  const box = useRef<HTMLDivElement>(null);
  usePlace(box, size === "regular" ? fit : keepTallest);
  return (
    <div
      ref={box}
      className={classNames(styles.place, styles[size])}
      style={place}
      aria-live={live ? "polite" : "off"}
      aria-atomic
    >
      <Element className={styles.sentence}>{children}</Element>
    </div>
  );
}

/** Looks after the place of a sentence whenever it says something else, or its width changes. */
function usePlace(
  box: RefObject<HTMLDivElement | null>,
  place: (box: HTMLElement, before: Place) => Place,
): void {
  const last = useRef<Place>({ widthPx: 0, heightPx: 0 });
  useLayoutEffect(() => {
    if (box.current !== null) last.current = place(box.current, last.current);
  });
  useEffect(() => {
    const element = box.current;
    if (element === null || typeof ResizeObserver === "undefined") return;
    const words = element.firstElementChild;
    const observer = new ResizeObserver(() => {
      // Its own face may have come only now, and need more lines.
      const overflows = words !== null && words.clientHeight > element.clientHeight + 1;
      if (overflows || element.clientWidth !== last.current.widthPx)
        last.current = place(element, last.current);
    });
    observer.observe(element);
    if (words !== null) observer.observe(words);
    return () => observer.disconnect();
  }, [box, place]);
}

interface Place {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** How much smaller a sentence may be written that would not fit its lines; the smallest stays however long it is. */
const SCALES = [1, 0.93, 0.86, 0.8, 0.74, 0.68];

function fit(box: HTMLElement): Place {
  const words = box.firstElementChild;
  for (const scale of SCALES) {
    box.style.setProperty("--fit", String(scale));
    if (words === null || words.clientHeight <= box.clientHeight + 1) break;
  }
  return { widthPx: box.clientWidth, heightPx: box.clientHeight };
}

/** A place that has once been taller than its lines stays so, until its width changes: what stands below jumps once at most. */
function keepTallest(box: HTMLElement, before: Place): Place {
  const widthPx = box.clientWidth;
  const isAsWide = widthPx === before.widthPx;
  // Or it would be measured with the height that it had at another width.
  if (!isAsWide) box.style.removeProperty("--tallest");
  const heightPx = Math.max(isAsWide ? before.heightPx : 0, box.scrollHeight);
  box.style.setProperty("--tallest", `${heightPx}px`);
  return { widthPx, heightPx };
}
