import { type MouseEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { Button } from "./controls/button";
import styles from "./dialog.module.css";
import { useScopeRoot } from "./keys/key-scope";

export interface DialogProps {
  readonly open: boolean;
  /** Escape, the Close button, a press beside it or a way to another place, such as Back; the caller then sets `open` to false. */
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Buttons at its foot, the one that acts first. */
  readonly actions?: ReactNode;
  readonly width?: "narrow" | "wide";
}

/** The first of these that a dialog holds takes the focus; else its first button does. */
const WRITTEN = "input:not([type]), input[type='text'], select, textarea";

/**
 * The platform's modal dialog: focus is kept inside while it is open and goes back where it came from. It stands at the end of
 * the part of the page whose keys it shares, whatever it was opened from: a landmark such as the top bar does not hold it.
 */
export function Dialog({ open, ...dialog }: DialogProps) {
  const scopeRoot = useScopeRoot();
  return open ? createPortal(<OpenDialog {...dialog} />, scopeRoot()) : null;
}

function OpenDialog({ onClose, title, children, actions, width = "narrow" }: Omit<DialogProps, "open">) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    element.showModal();
    // What is to be written comes before the way out.
    element.querySelector<HTMLElement>(WRITTEN)?.focus();
    // Before it is taken away: a dialog that is closed gives the focus back.
    return () => element.close();
  }, []);
  // It is of the place that it was opened in: Back, or a link, leads to another.
  useEffect(() => {
    const close = () => onClose();
    window.addEventListener("popstate", close);
    return () => window.removeEventListener("popstate", close);
  }, [onClose]);
  // Only the element itself can be pressed outside its sheet: that is the backdrop.
  const closeFromBackdrop = (event: MouseEvent<HTMLDialogElement>) => {
    if (event.target === event.currentTarget) onClose();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard's way to close is Escape, which is the cancel event
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-width={width}
      aria-labelledby={titleId}
      onClick={closeFromBackdrop}
      onCancel={(event) => {
        // The caller's state closes it, so that the element and the state cannot disagree.
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles.sheet}>
        {/* Neither header nor footer: as those of no section they would be the page's. */}
        <div className={styles.header}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          <Button variant="link" onClick={onClose}>
            Close
          </Button>
        </div>
        <div className={styles.body}>{children}</div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </dialog>
  );
}
