import type { ReactNode } from "react";
import { COMPARE_PAGES } from "../../state/route/route";
import { useApp, useHref } from "../../state/use-app";
import { NavLinks } from "../../ui/nav-links";
import { COMPARE_PAGE_NAMES } from "../frame/page-title";
import styles from "./compare-nav.module.css";

/** What a page of Compare begins with: what it has found, said in a headline, and the ways to the other pages. */
export function CompareHead({ children }: { readonly children: ReactNode }) {
  return (
    <header className={styles.head}>
      <div className={styles.headline}>{children}</div>
      <div className={styles.nav}>
        <CompareNav />
      </div>
    </header>
  );
}

/** The pages of Compare beside each other: all of the same two joins, on the same data. */
function CompareNav() {
  const hrefTo = useHref();
  const route = useApp((state) => state.route);
  const links = COMPARE_PAGES.map((show) => ({
    id: show,
    label: COMPARE_PAGE_NAMES[show],
    href: hrefTo({ show, behind: null, smallest: false }, route),
    current: show === route.show,
  }));
  return <NavLinks label="Pages of Compare" links={links} />;
}
