import type { ReactNode } from "react";
import styles from "./door.module.css";

/** The way to a page beside the lessons, and what is there. */
export function Door({ href, title, children }: { href: string; title: string; children: ReactNode }) {
  return (
    <section className={styles.door}>
      <a href={href}>
        {title} <span aria-hidden>→</span>
      </a>
      <p>{children}</p>
    </section>
  );
}
