import { useEffect, useLayoutEffect, useRef } from "react";
import { toggleFullView } from "../../state/full-view";
import { useAppHandle } from "../../state/use-app";
import { Button } from "../../ui/controls/button";
import { useScopeKeys } from "../../ui/keys/key-scope";
import styles from "./full-view.module.css";

/** The way out of the full view: a press, Escape, or leaving the browser's own full screen. */
export function LeaveFullView() {
  const app = useAppHandle();
  useScopeKeys((event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    toggleFullView(app);
  });
  const leave = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    // What is hidden now has the focus for a moment still, and gets it back.
    const before = document.activeElement;
    if (before instanceof HTMLElement && before.closest("[hidden]") !== null) leave.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) requestAnimationFrame(() => before.focus());
    };
  }, []);
  useEffect(() => {
    const onChange = () => {
      if (document.fullscreenElement === null && app.state.getState().route.full) toggleFullView(app);
    };
    document.addEventListener("fullscreenchange", onChange);
    return () => document.removeEventListener("fullscreenchange", onChange);
  }, [app]);
  return (
    <div className={styles.leave}>
      <Button ref={leave} variant="link" aria-keyshortcuts="F" onClick={() => toggleFullView(app)}>
        Leave the full view
      </Button>
    </div>
  );
}
