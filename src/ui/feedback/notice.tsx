import type { ReactNode } from "react";
import { Button } from "../controls/button";
import styles from "./notice.module.css";

export interface NoticeProps {
  /** `error` is said at once by screen readers, `info` when they are idle. */
  readonly kind: "info" | "error";
  /** What happened, in a few strong words. */
  readonly title?: ReactNode;
  /** The sentence, with what would work. */
  readonly children: ReactNode;
  /** The way out: buttons or links. */
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
}

/** A line that says what happened and what to do. An error is told by weight and a dashed rule, never by the leak's colour. */
export function Notice({ kind, title, children, actions, onDismiss }: NoticeProps) {
  return (
    <div className={styles[kind]} role={kind === "error" ? "alert" : "status"}>
      <p className={styles.words}>
        {title && <strong>{title} </strong>}
        {children}
      </p>
      {(actions || onDismiss) && (
        <div className={styles.actions}>
          {actions}
          {onDismiss && (
            <Button variant="link" onClick={onDismiss}>
              Dismiss
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
