import { useAppStore } from "../app-store";
import { goTo } from "./navigate";
import type { Panel } from "./panels";

/** Opens or closes a panel. It is the same place: the one in the history is replaced. */
export function togglePanel(panel: Panel, isOpen: boolean): void {
  const { open } = useAppStore.getState().place;
  if (open.includes(panel) === isOpen) return;
  goTo({ open: isOpen ? [...open, panel] : open.filter((other) => other !== panel) }, "replace");
}
