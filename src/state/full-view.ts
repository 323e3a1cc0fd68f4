import type { App } from "./app";
import { goTo } from "./route/go-to";

/**
 * Shows nothing but the sentence, the picture and the row, on the whole screen where the browser allows it; or everything
 * again. Where there is no row, the browser alone goes to full screen and back.
 */
export function toggleFullView(app: App): void {
  const { route } = app.state.getState();
  const hasRow = route.page === "lab" && route.stage === "train";
  const isFull = hasRow ? !route.full : document.fullscreenElement === null;
  if (hasRow) goTo(app, { full: isFull }, "replace");
  // A browser that allows no full screen stays as it is: the view alone is what was asked for.
  const done = isFull
    ? document.fullscreenElement === null && document.documentElement.requestFullscreen?.()
    : document.fullscreenElement !== null && document.exitFullscreen();
  if (done) done.catch(() => undefined);
}
