/** What a person chose; `system` follows the system and its changes. */
export type Theme = "system" | "light" | "dark";

/** Whether a stored or linked text names a theme. */
export function isTheme(value: unknown): value is Theme {
  return value === "system" || value === "light" || value === "dark";
}

/** Makes the page look so at once: sets `data-theme` on the root element, or takes it away for `system`. */
export function applyTheme(theme: Theme, root: HTMLElement): void {
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
}
