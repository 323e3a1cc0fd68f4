import { isPlayKey } from "./belongs-to-focus";

/**
 * Whether a key should scroll the page, for a part of it that is read among others: while the page scrolls at all, the keys
 * that scroll are that part's only where it has the focus.
 *
 * @param parts - Of the page, what together has the focus.
 */
export function scrollsPage(
  { key, target }: Pick<KeyboardEvent, "key" | "target">,
  parts: readonly (Element | null)[],
): boolean {
  if (!isPlayKey(key) && key !== "Home" && key !== "End") return false;
  if (target instanceof Node && parts.some((part) => part?.contains(target))) return false;
  const { scrollHeight, clientHeight } = document.documentElement;
  return scrollHeight > clientHeight;
}
