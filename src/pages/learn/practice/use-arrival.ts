import { type RefObject, useLayoutEffect, useRef } from "react";

/** A heading that gets the focus when it comes: whoever goes on begins at the top of what is next. */
export function useArrival(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    document.documentElement.scrollTop = 0;
    heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}
