import { type ReactNode, useEffect, useRef } from "react";
import styles from "./focus-arrival.module.css";

export interface FocusArrivalProps {
  /** Names what is shown: with another name, something else has come. */
  readonly of: string;
  readonly children: ReactNode;
}

/**
 * Where something else has come and what had the focus went with what was there before, the heading of what has come gets it:
 * whoever works without a mouse goes on from there, not from the top of the page.
 */
export function FocusArrival({ of, children }: FocusArrivalProps) {
  const root = useRef<HTMLDivElement>(null);
  const last = useRef(of);
  useEffect(() => {
    const element = root.current;
    if (element === null || last.current === of) return;
    last.current = of;
    if (!isFocusLost() || focusHeading(element)) return;
    // It is still being loaded.
    const observer = new MutationObserver(() => {
      if (!isFocusLost() || focusHeading(element)) observer.disconnect();
    });
    observer.observe(element, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [of]);
  return (
    <div ref={root} className={styles.arrival}>
      {children}
    </div>
  );
}

/** What is hidden, because what comes in its place is still being loaded, keeps the focus for a moment only. */
function isFocusLost(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || isHidden(activeElement);
}

function isHidden(element: Element): boolean {
  return "checkVisibility" in element && !element.checkVisibility();
}

/** What stands for the heading where there is none, as in a dialog, is marked. */
function focusHeading(element: Element): boolean {
  const headings = [...element.querySelectorAll<HTMLElement>("h1, [data-arrival]")];
  const heading = headings.find((one) => !isHidden(one));
  if (heading === undefined) return false;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  return true;
}
