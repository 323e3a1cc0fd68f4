import { type ReactNode, useLayoutEffect, useRef } from "react";
import { classNames } from "../../../ui/class-names";
import styles from "./screen.module.css";

/** How large what is said is written, in pixels of the drawing: the first that fits its place, and never less than the last. */
const SAID_PX = [42, 38, 34, 30, 27, 24];

export interface SaidProps {
  readonly children: ReactNode;
  /** Changes with what is said, and with the size of the screen: then it is fitted anew. */
  readonly fitKey: string;
  /** Whether it is the page's heading, and heard when it changes; else it is a picture of that. */
  readonly isHeading: boolean;
  /** Whether it follows a drag: then it is heard at its end. */
  readonly isMoving?: boolean;
  /** Whether a picture stands under it. */
  readonly hasPicture?: boolean;
  /** Said smaller under it, where there is no picture; `null` for nothing. */
  readonly below?: string | null;
}

/** What the screen says, as large as it can be read: a question, or a sentence. */
export function Said({
  children,
  fitKey,
  isHeading,
  isMoving = false,
  hasPicture = false,
  below = null,
}: SaidProps) {
  const place = useRef<HTMLDivElement>(null);
  const Element = isHeading ? "h1" : "p";
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words, or another screen, are the sign to fit them
  useLayoutEffect(() => {
    const refit = () => fitWords(place.current);
    refit();
    // Its own face may come only now, and be wider.
    void document.fonts?.ready.then(refit);
  }, [fitKey]);
  return (
    <div
      ref={place}
      className={classNames(styles.said, !hasPicture && styles.alone)}
      aria-live={isHeading ? (isMoving ? "off" : "polite") : undefined}
      aria-atomic={isHeading || undefined}
    >
      <Element className={styles.words}>{children}</Element>
      {below !== null && <p className={styles.below}>{below}</p>}
    </div>
  );
}

function fitWords(place: HTMLElement | null): void {
  const words = place?.firstElementChild;
  if (!place || !words) return;
  const room = Number.parseFloat(getComputedStyle(place).minHeight);
  for (const px of SAID_PX) {
    place.style.setProperty("--said", String(px));
    if (words.clientHeight <= room + 1) return;
  }
}
