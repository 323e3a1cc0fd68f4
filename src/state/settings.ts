import type { App } from "./app";
import { goTo } from "./route/go-to";
import { SIZES, type Size, THEMES, type Theme } from "./route/route";

const THEME = "microfs.theme";
const SIZE = "microfs.size";

/** Takes over the look that was kept on an earlier visit. */
export function restoreAppearance(app: App): void {
  const theme = THEMES.find((one) => one === readKept(THEME));
  const size = SIZES.find((one) => one === readKept(SIZE));
  app.state.setState({ ...(theme && { theme }), ...(size && { size }) });
}

/** Chooses a theme; the choice is kept for the next visit. */
export function chooseTheme(app: App, theme: Theme): void {
  app.state.setState({ theme });
  // A link's look gives way, and does not come back with a reload.
  goTo(app, { theme: null }, "replace");
  keep(THEME, theme);
}

/** Chooses how large the app is written; the choice is kept for the next visit. */
export function chooseSize(app: App, size: Size): void {
  app.state.setState({ size });
  goTo(app, { size: null }, "replace");
  keep(SIZE, size);
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Without storage the choice holds for this visit.
  }
}

function readKept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
