import type { App } from "../app";
import type { Route } from "./route";

/**
 * Goes to another route. A new one can be returned from by Back; where only the way of looking changes (a scrub, a
 * step, a zoom), it replaces the one before.
 */
export function goTo(app: App, change: Partial<Route>, how: "push" | "replace" = "push"): void {
  app.state.setState(({ route: before, routeEntry, message }) => {
    const route = { ...before, ...change };
    // What was said on one page or stage says nothing on another.
    const isElsewhere = route.page !== before.page || route.stage !== before.stage;
    return {
      route,
      routeEntry: how === "push" ? routeEntry + 1 : routeEntry,
      message: isElsewhere ? null : message,
    };
  });
}
