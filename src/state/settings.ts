import type { App, AppState } from "./app";
import { keepText, keptText } from "./kept-text";
import { goTo } from "./route/go-to";
import { PANELS, type Panel, SIZES, type Size, THEMES, type Theme } from "./route/route";

const THEME = "microfs.theme";
const SIZE = "microfs.size";
const OPEN_PANELS = "microfs.panels";
const LETTER_KEYS = "microfs.letter-keys";

/** Takes over the look and the keys that were kept from an earlier visit. */
export function restoreAppearance(app: App): void {
  const theme = THEMES.find((one) => one === keptText(THEME));
  const size = SIZES.find((one) => one === keptText(SIZE));
  const kept = keptText(OPEN_PANELS)?.split(",") ?? [];
  const panels = PANELS.filter((panel) => kept.includes(panel));
  const letterKeys = keptText(LETTER_KEYS) !== "off";
  app.state.setState({ ...(theme && { theme }), ...(size && { size }), panels, letterKeys });
}

/** The panels that stand open: the link's, or those that the reader has left open. The same array for the same state. */
export function openPanels({ route, panels }: AppState): readonly Panel[] {
  return route.open ?? panels;
}

/** Opens or closes a panel; the choice is kept for the next visit. */
export function togglePanel(app: App, panel: Panel, isOpen: boolean): void {
  const before = openPanels(app.state.getState());
  if (before.includes(panel) === isOpen) return;
  const panels = PANELS.filter((other) => (other === panel ? isOpen : before.includes(other)));
  app.state.setState({ panels });
  // A link's panels give way, and do not come back with a reload.
  goTo(app, { open: null }, "replace");
  keepText(OPEN_PANELS, panels.join(","));
}

/** Chooses a theme; the choice is kept for the next visit. */
export function chooseTheme(app: App, theme: Theme): void {
  app.state.setState({ theme });
  // A link's look gives way, and does not come back with a reload.
  goTo(app, { theme: null }, "replace");
  keepText(THEME, theme);
}

/** Chooses how large the app is written; the choice is kept for the next visit. */
export function chooseSize(app: App, size: Size): void {
  app.state.setState({ size });
  goTo(app, { size: null }, "replace");
  keepText(SIZE, size);
}

/** Chooses whether letters, digits and signs act as keys; the choice is kept for the next visit. */
export function chooseLetterKeys(app: App, letterKeys: boolean): void {
  app.state.setState({ letterKeys });
  keepText(LETTER_KEYS, letterKeys ? "on" : "off");
}
