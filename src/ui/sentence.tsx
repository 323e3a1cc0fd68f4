import { type CSSProperties, type ReactNode, type RefObject, useLayoutEffect, useRef } from "react";
import { classNames } from "./class-names";
import styles from "./sentence.module.css";

export interface SentenceProps {
  readonly children: ReactNode;
  /** How many lines are kept for it, whatever it says, so that nothing below it jumps. */
  readonly lines?: number;
  /** The same on a narrow screen (under 720 px); twice `lines` unless told. */
  readonly linesNarrow?: number;
  /** `large` for what a whole stage says; `regular` where it changes with every step. */
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
  useTallest(box);
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

/** A place that has once been taller than its lines stays so, until its width changes: what stands below jumps once at most. */
function useTallest(box: RefObject<HTMLDivElement | null>): void {
  const tallest = useRef({ widthPx: 0, heightPx: 0 });
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const widthPx = element.clientWidth;
    if (widthPx !== tallest.current.widthPx) tallest.current = { widthPx, heightPx: 0 };
    const heightPx = Math.max(tallest.current.heightPx, element.scrollHeight);
    tallest.current = { widthPx, heightPx };
    element.style.setProperty("--tallest", `${heightPx}px`);
  });
}
