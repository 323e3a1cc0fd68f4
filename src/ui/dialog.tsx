import { type MouseEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef } from "react";
import { Button } from "./controls/button";
import styles from "./dialog.module.css";

export interface DialogProps {
  readonly open: boolean;
  /** Escape, the Close button or a press beside it; the caller then sets `open` to false. */
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
 * The platform's modal dialog: focus is kept inside while it is open and goes back where it came from.
 * Its content is mounted only while it is open.
 */
export function Dialog({ open, onClose, title, children, actions, width = "narrow" }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) {
      element.showModal();
      // What is to be written comes before the way out.
      element.querySelector<HTMLElement>(WRITTEN)?.focus();
    }
    if (!open && element.open) element.close();
  }, [open]);
  // One that is taken away while it is open gives the focus back as one that is closed does.
  useLayoutEffect(() => {
    const element = dialog.current;
    return () => {
      if (element?.open) element.close();
    };
  }, []);
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
      onClose={() => open && onClose()}
    >
      {open && (
        <div className={styles.sheet}>
          <header className={styles.header}>
            <h2 id={titleId} className={styles.title}>
              {title}
            </h2>
            <Button variant="link" onClick={onClose}>
              Close
            </Button>
          </header>
          <div className={styles.body}>{children}</div>
          {actions && <footer className={styles.actions}>{actions}</footer>}
        </div>
      )}
    </dialog>
  );
}
