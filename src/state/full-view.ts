import type { App } from "./app";
import { goTo } from "./route/go-to";

/**
 * Shows nothing but the sentence, the picture and the row, on the whole screen where the browser allows it; or everything
 * again. Where there is no row, the browser alone goes to full screen and back.
 */
export function toggleFullView(app: App): void {
  const { route } = app.state.getState();
  const hasRow = route.page === "lab" && route.stage === "train";
  const fillsScreen = Boolean(document.fullscreenElement);
  const isFull = hasRow ? !route.full : !fillsScreen;
  if (hasRow) goTo(app, { full: isFull }, "replace");
  // A browser that allows no full screen stays as it is: the view alone is what was asked for.
  if (isFull === fillsScreen) return;
  const done = isFull ? document.documentElement.requestFullscreen?.() : document.exitFullscreen();
  done?.catch(() => undefined);
}
