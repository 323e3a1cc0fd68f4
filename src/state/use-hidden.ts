import type { Hideable } from "./address/panels";
import { useAppStore } from "./app-store";

/** Asks whether the address takes a part of the page away. */
export function useHidden(): (part: Hideable) => boolean {
  const hide = useAppStore((state) => state.place.hide);
  return (part) => hide.includes(part);
}
