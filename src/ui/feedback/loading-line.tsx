import type { ReactNode } from "react";
import styles from "./loading-line.module.css";

/** One line that says what is being waited for. It shows itself only after a moment, so that what is quick does not flicker. */
export function LoadingLine({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles.line} role="status">
      {children}
    </p>
  );
}
