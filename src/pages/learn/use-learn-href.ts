import type { Route } from "../../state/route/route";
import { ALL_LESSONS } from "../../state/route/url";
import { useApp, useHref } from "../../state/use-app";

/** Makes the `href` of a place in Learn, with the look that a link has chosen. */
export function useLearnHref(): (change: Partial<Route>) => string {
  const hrefTo = useHref();
  const theme = useApp((state) => state.route.theme);
  const size = useApp((state) => state.route.size);
  return (change) => hrefTo({ theme, size, ...change }, ALL_LESSONS);
}
