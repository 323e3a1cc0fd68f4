import { createContext, useContext, useSyncExternalStore } from "react";
import { useStore } from "zustand";
import type { StoreApi } from "zustand/vanilla";
import type { App, AppState } from "./app";
import type { Pages } from "./pages";
import type { Hideable, Route } from "./route/route";
import { formatUrl } from "./route/url";

/** The app that a part of the page belongs to. */
export const AppContext = createContext<App | null>(null);

/** The app itself, for what changes it. */
export function useAppHandle(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error("this part of the page must stand inside an app");
  return app;
}

/** A part of the app's state. The selector must give the same reference while nothing changed. */
export function useApp<Selected>(select: (state: AppState) => Selected): Selected {
  return useStore(useAppHandle().state, select);
}

/** What a selector with a memory gives: one that is made once per app, see `App.part`. */
export function useSelector<Selected>(make: (app: App) => (state: AppState) => Selected): Selected {
  const app = useAppHandle();
  return useStore(app.state, app.part(make));
}

/** A part of the state of one of the app's parts that have a store of their own. */
export function usePart<State, Selected>(
  make: (app: App) => StoreApi<State>,
  select: (state: State) => Selected,
): Selected {
  return useStore(useAppHandle().part(make), select);
}

/** Renders anew with every page that comes. Gives what grows with each. */
export function usePages(pages: Pages<unknown>): number {
  return useSyncExternalStore(pages.subscribe, pages.version);
}

/** Makes the `href` of a route on the data that is looked at, with the edits that there are. */
export function useHref(): (change: Partial<Route>, from: Route) => string {
  const { dataset, edits } = useApp((state) => state.document);
  return (change, from) => `#${formatUrl({ route: { ...from, ...change }, dataset, edits })}`;
}

/** Makes the `href` of another page, in the theme and the size that this one's link has chosen. */
export function usePageHref(): (page: Route, change?: Partial<Route>) => string {
  const hrefTo = useHref();
  const theme = useApp((state) => state.route.theme);
  const size = useApp((state) => state.route.size);
  return (page, change) => hrefTo({ theme, size, ...change }, page);
}

/** Asks whether the URL takes a part of the page away. */
export function useHidden(): (part: Hideable) => boolean {
  const hide = useApp((state) => state.route.hide);
  return (part) => hide.includes(part);
}
