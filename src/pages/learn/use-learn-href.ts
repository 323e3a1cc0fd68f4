import type { Route } from "../../state/route/route";
import { ALL_LESSONS } from "../../state/route/url";
import { usePageHref } from "../../state/use-app";

/** Makes the `href` of a place in Learn, in the theme and the size that this link has chosen. */
export function useLearnHref(): (change: Partial<Route>) => string {
  const hrefTo = usePageHref();
  return (change) => hrefTo(ALL_LESSONS, change);
}
