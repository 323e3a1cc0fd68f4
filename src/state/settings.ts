import { applyTheme, isTheme, type Theme } from "../ui/theme";
import { useAppStore } from "./app-store";

const KEY = "microfs.theme";

/** Takes over the kept theme, and from then on keeps page and choice the same. */
export function followTheme(): () => void {
  const kept = readKept();
  if (isTheme(kept)) useAppStore.setState({ theme: kept });
  const apply = () => {
    const { place, theme } = useAppStore.getState();
    applyTheme(place.theme ?? theme, document.documentElement);
  };
  apply();
  return useAppStore.subscribe(apply);
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
