import { useLayoutEffect, useRef } from "react";

/**
 * Keeps the focus within an element: where the child that has it is no longer drawn (it has become one of many by zooming
 * out), the element itself gets it, so that the keys that zoom go on acting. Not another child: keys that move the one
 * would then move the other.
 */
export function useKeptFocus() {
  const ref = useRef<SVGGElement>(null);
  const isWithin = useRef(false);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!isWithin.current || element === null || element.contains(document.activeElement)) return;
    isWithin.current = false;
    element.focus({ preventScroll: true });
  });
  return {
    ref,
    tabIndex: -1,
    onFocus: () => {
      isWithin.current = true;
    },
    // A child that is taken away is not heard of here: only a reader who goes elsewhere is.
    onBlur: () => {
      isWithin.current = false;
    },
  };
}
