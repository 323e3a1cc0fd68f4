import { THEMES, type Theme } from "./address/place";
import { useAppStore } from "./app-store";

const KEY = "microfs.theme";

/** Takes over the theme that was kept on an earlier visit. */
export function recallTheme(): void {
  const kept = THEMES.find((theme) => theme === readKept());
  if (kept !== undefined) useAppStore.setState({ theme: kept });
}

/** Chooses a theme; the choice is kept for the next visit. */
export function chooseTheme(theme: Theme): void {
  useAppStore.setState(({ place }) => ({ theme, place: { ...place, theme: null } }));
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Without storage the choice holds for this visit.
  }
}

function readKept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
