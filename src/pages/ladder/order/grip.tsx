import { Fragment } from "react";
import styles from "./lines.module.css";

/** What a line is taken by. A finger that comes down on it takes the line at once. */
export function Grip({ isHidden = false }: { readonly isHidden?: boolean }) {
  return (
    <span className={styles.grip} data-grip={isHidden ? undefined : ""} aria-hidden>
      {!isHidden && (
        <svg viewBox="0 0 8 14" width="8" height="14" aria-hidden="true">
          {[1, 7, 13].map((y) => (
            <Fragment key={y}>
              <circle cx="1.5" cy={y} r="1.2" />
              <circle cx="6.5" cy={y} r="1.2" />
            </Fragment>
          ))}
        </svg>
      )}
    </span>
  );
}
