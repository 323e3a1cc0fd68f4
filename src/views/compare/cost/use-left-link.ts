import { type MouseEvent, type RefObject, useEffect } from "react";
import { compareStore, leaveCostBy } from "../../../state/compare/compare";
import { useAppHandle } from "../../../state/use-app";

/**
 * Back leads to the very link that a page was left by: it has the focus, once it is there again.
 *
 * @returns What hears of clicks on the page.
 */
export function useLeftLink(page: RefObject<HTMLElement | null>): (event: MouseEvent) => void {
  const app = useAppHandle();
  useEffect(() => {
    const { leftBy } = app.part(compareStore).getState();
    if (leftBy === null || page.current === null) return;
    const element = page.current;
    const find = () => {
      const links = [...element.querySelectorAll<HTMLElement | SVGElement>("a[href]")];
      const link = links.find((one) => one.getAttribute("href") === leftBy);
      link?.focus({ preventScroll: true });
      return link !== undefined;
    };
    const end = () => {
      leaveCostBy(app, null);
      observer.disconnect();
    };
    const observer = new MutationObserver(() => {
      if (isTaken() || find()) end();
    });
    // A picture has its links only once it knows its size.
    if (find()) end();
    else observer.observe(element, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [app, page]);
  return ({ target }) => {
    const href = target instanceof Element ? target.closest("a[href]")?.getAttribute("href") : null;
    if (href != null) leaveCostBy(app, href);
  };
}

/** Whether the reader has gone on to something else meanwhile: the heading has the focus by itself. */
function isTaken(): boolean {
  const { activeElement } = document;
  return activeElement !== null && activeElement !== document.body && activeElement.tagName !== "H1";
}
