import { Fragment, type ReactNode } from "react";
import { classNames } from "./class-names";
import styles from "./nav-links.module.css";

export interface NavLink {
  readonly id: string;
  readonly label: ReactNode;
  readonly href: string;
  /** Where the reader is: underlined, and said. */
  readonly current?: boolean;
  /** A thin line before it: what follows stands beside the ones before, not after them. */
  readonly startsGroup?: boolean;
}

export interface NavLinksProps {
  /** Names the row for screen readers, such as "Pages". */
  readonly label: string;
  readonly links: readonly NavLink[];
  /** `bar`: the underline lies on the bar's own hairline. `row`: it lies under the word. `list`: one below the other. */
  readonly variant?: "bar" | "row" | "list";
}

/** Links to places beside each other, the current one underlined. On a narrow screen a row scrolls sideways. */
export function NavLinks({ label, links, variant = "row" }: NavLinksProps) {
  return (
    <nav aria-label={label} className={classNames(styles.nav, styles[variant])}>
      <ul className={styles.links}>
        {links.map((link) => (
          <Fragment key={link.id}>
            {link.startsGroup && <li className={styles.separator} aria-hidden="true" />}
            <li>
              <a className={styles.link} href={link.href} aria-current={link.current ? "page" : undefined}>
                <span className={styles.word}>{link.label}</span>
              </a>
            </li>
          </Fragment>
        ))}
      </ul>
    </nav>
  );
}
