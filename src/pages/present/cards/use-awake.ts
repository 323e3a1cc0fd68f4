import { useEffect } from "react";

/** Keeps the screen on while a part of the page is shown, where the browser can. */
export function useAwake(): void {
  useEffect(() => {
    let isOver = false;
    let lock: WakeLockSentinel | null = null;
    const ask = async () => {
      if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
      const given = await navigator.wakeLock.request("screen");
      if (isOver) await given.release();
      else lock = given;
    };
    // A battery that is low refuses it: then the screen goes dark as ever. It ends when the page is hidden.
    const again = () => void ask().catch(() => undefined);
    again();
    document.addEventListener("visibilitychange", again);
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", again);
      void lock?.release();
    };
  }, []);
}
