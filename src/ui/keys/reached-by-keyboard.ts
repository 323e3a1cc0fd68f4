/** Knows how what has the focus was reached. */
export interface FocusTracker {
  /** Whether an element has the focus, and was reached by keyboard. */
  isReachedByKeyboard(target: EventTarget | null): boolean;
  stop(): void;
}

/**
 * Follows how the focus moves. `:focus-visible` itself cannot be asked when a key is pressed: with the first key it becomes
 * true in Chromium also of what was pressed with the mouse. So it is asked when the focus comes, and given up where what has
 * the focus already is pressed.
 */
export function trackFocus(document: Document): FocusTracker {
  const isVisible = (element: Element | null) => element?.matches(":focus-visible") === true;
  let reached: Element | null = isVisible(document.activeElement) ? document.activeElement : null;
  const onFocusIn = ({ target }: Event) => {
    reached = target instanceof Element && isVisible(target) ? target : null;
  };
  const onPointerDown = ({ target }: Event) => {
    if (target instanceof Node && reached?.contains(target)) reached = null;
  };
  document.addEventListener("focusin", onFocusIn, true);
  document.addEventListener("pointerdown", onPointerDown, true);
  return {
    isReachedByKeyboard: (target) => reached !== null && reached === target,
    stop() {
      document.removeEventListener("focusin", onFocusIn, true);
      document.removeEventListener("pointerdown", onPointerDown, true);
    },
  };
}
