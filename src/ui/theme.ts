/** What a person chose; `system` follows the system and its changes. */
export type Theme = "system" | "light" | "dark";

/** Makes the page look so at once: sets `data-theme` on the root element, or takes it away for `system`. */
export function applyTheme(theme: Theme, root: HTMLElement): void {
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
}
