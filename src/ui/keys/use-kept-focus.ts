import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

/**
 * Keeps the focus in a part of the page whose focused control goes away or is switched off: it goes to the first button of
 * `refuge` that can be pressed, or to `refuge` itself, which must be able to take it (`tabIndex={-1}`). Looks after every
 * render of its caller.
 */
export function useKeptFocus(
  area: RefObject<HTMLElement | null>,
  refuge: RefObject<HTMLElement | null>,
): void {
  const wasWithin = useRef(false);
  useLayoutEffect(() => {
    const isLost = wasWithin.current && !hasLivingFocus();
    if (isLost) firstIn(refuge.current)?.focus();
    wasWithin.current = isWithin(area.current);
  });
  useEffect(() => {
    const onFocus = () => {
      wasWithin.current = isWithin(area.current);
    };
    document.addEventListener("focusin", onFocus);
    return () => document.removeEventListener("focusin", onFocus);
  }, [area]);
}

/** A control that was switched off keeps the focus for a moment, and then nothing has it. */
function hasLivingFocus(): boolean {
  const { activeElement } = document;
  return activeElement !== null && activeElement !== document.body && !activeElement.matches(":disabled");
}

function firstIn(refuge: HTMLElement | null): HTMLElement | null {
  return refuge?.querySelector<HTMLElement>("button:not(:disabled)") ?? refuge;
}

function isWithin(area: HTMLElement | null): boolean {
  return area?.contains(document.activeElement) ?? false;
}
