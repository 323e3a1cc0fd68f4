import { useEffect, useEffectEvent } from "react";
import { useOwnsEvent } from "../keys/key-scope";
import { droppedFiles } from "./drop-zone";

export interface PasteHandlers {
  readonly onFiles: (files: readonly File[]) => void;
  readonly onText: (text: string) => void;
}

/** Listens for a paste anywhere in the scope of keys around, or on the whole page where there is none, but not in a text field, which keeps its own. Files win over text. */
export function usePaste(handlers: PasteHandlers): void {
  const ownsEvent = useOwnsEvent();
  const paste = useEffectEvent((event: ClipboardEvent) => {
    if (!event.clipboardData || !ownsEvent(event.target) || isTextField(innermost(event))) return;
    const { files } = droppedFiles(event.clipboardData);
    const text = event.clipboardData.getData("text/plain");
    if (files.length > 0) handlers.onFiles(files);
    else if (text.trim()) handlers.onText(text);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent) => paste(event);
    window.addEventListener("paste", listen);
    return () => window.removeEventListener("paste", listen);
  }, []);
}

/** An editor in a shadow root is to the page its host. */
function innermost(event: Event): EventTarget | null {
  return event.composedPath()[0] ?? event.target;
}

function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null
  );
}
