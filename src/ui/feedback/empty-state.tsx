import type { ReactNode } from "react";
import styles from "./empty-state.module.css";

export interface EmptyStateProps {
  /** What could be here, said as an invitation. */
  readonly headline: ReactNode;
  readonly children?: ReactNode;
  /** The ways to begin: a drop zone, a sample, a button. */
  readonly actions?: ReactNode;
  /** `page` where it is all there is to see; `part` inside a page that has more. */
  readonly size?: "page" | "part";
}

/** An empty place as an invitation. */
export function EmptyState({ headline, children, actions, size = "part" }: EmptyStateProps) {
  const Headline = size === "page" ? "h1" : "p";
  return (
    <section className={styles[size]}>
      <Headline className={styles.headline}>{headline}</Headline>
      {children && <div className={styles.words}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </section>
  );
}
