import { SegmentedChoice } from "./controls/segmented-choice";

/** What a person chose; `system` follows the system and its changes. */
export type Theme = "system" | "light" | "dark";

/** Makes the page look so at once: sets `data-theme` on the root element, or takes it away for `system`. */
export function applyTheme(theme: Theme, root: HTMLElement): void {
  // Set again to the same, an attribute still wakes whoever watches it.
  if (root.dataset.theme === (theme === "system" ? undefined : theme)) return;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
}

/** In which theme the page is shown: what was chosen, else the system's. */
export function themeOfPage(): "light" | "dark" {
  const { theme } = document.documentElement.dataset;
  if (theme === "light" || theme === "dark") return theme;
  return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** How large the app is written: makes the page so, where it is not so already. */
export function applySize(size: "regular" | "large", root: HTMLElement): void {
  if (root.dataset.size !== size) root.dataset.size = size;
}

const OPTIONS = [
  { value: "system", label: "as the system" },
  { value: "light", label: "light" },
  { value: "dark", label: "dark" },
] as const;

export interface ThemeSwitchProps {
  readonly theme: Theme;
  /** The caller keeps the choice and passes it to `applyTheme`. */
  readonly onChange: (theme: Theme) => void;
}

/** Light, dark, or whichever the system has. */
export function ThemeSwitch({ theme, onChange }: ThemeSwitchProps) {
  return (
    <SegmentedChoice label="Look" labelPlace="beside" options={OPTIONS} value={theme} onChange={onChange} />
  );
}
