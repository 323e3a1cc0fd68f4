import { useLayoutEffect, useRef } from "react";

/**
 * Keeps the focus among an element's children: where the one that has it is no longer drawn (it has become one of many
 * by zooming out), the one that Tab reaches gets it, so that the keys go on acting.
 */
export function useKeptFocus() {
  const ref = useRef<SVGGElement>(null);
  const isWithin = useRef(false);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!isWithin.current || element === null || element.contains(document.activeElement)) return;
    isWithin.current = false;
    element.querySelector<SVGElement>('[data-mark][tabindex="0"]')?.focus({ preventScroll: true });
  });
  return {
    ref,
    onFocus: () => {
      isWithin.current = true;
    },
    // A child that is taken away is not heard of here: only a reader who goes elsewhere is.
    onBlur: () => {
      isWithin.current = false;
    },
  };
}
