import type { CSSProperties, ReactNode } from "react";
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
  return (
    <div
      className={classNames(styles.place, styles[size])}
      style={place}
      aria-live={live ? "polite" : "off"}
      aria-atomic
    >
      <Element className={styles.sentence}>{children}</Element>
    </div>
  );
}
