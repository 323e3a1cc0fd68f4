import { useEffect } from "react";

/** While mounted, a file dropped where nothing takes it is ignored: the browser would otherwise open it in place of the app. */
export function useDropGuard(): void {
  useEffect(() => {
    const guard = (event: DragEvent) => {
      // Someone took it; and text may still be dragged into fields.
      if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "none";
    };
    window.addEventListener("dragover", guard);
    window.addEventListener("drop", guard);
    return () => {
      window.removeEventListener("dragover", guard);
      window.removeEventListener("drop", guard);
    };
  }, []);
}
