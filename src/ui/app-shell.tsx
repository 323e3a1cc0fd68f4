import { type MouseEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from "react";
import styles from "./app-shell.module.css";
import { classNames } from "./class-names";
import { type NavLink, NavLinks } from "./nav-links";

export interface AppShellProps {
  /** Where the wordmark leads. */
  readonly homeHref: string;
  /** The one row of navigation, beside the wordmark: the pages, or within one its stages. */
  readonly links: readonly NavLink[];
  /** Names it for screen readers. */
  readonly linksLabel: string;
  /** Right in the bar: what is open and how it is kept, then `Share`, `?`. On a phone it is in the menu. */
  readonly status?: ReactNode;
  /** One line between the bar and all else, on every screen; the content has so much less height. */
  readonly line?: ReactNode;
  /** Beside the content behind a hairline; above it on a narrow screen. Named for screen readers by `leftLabel`. */
  readonly left?: ReactNode;
  readonly leftLabel?: string;
  /** Beside the content behind a hairline; below it on a narrow screen. */
  readonly right?: ReactNode;
  readonly rightLabel?: string;
  /** The bar is not seen, and its keys still act: nothing but the content is shown. */
  readonly isBare?: boolean;
  /** On a screen large enough the page itself does not scroll: the content has a fixed height that a table can fill. */
  readonly fit?: boolean;
  /** What is shown, by name: whatever is new begins at its top. */
  readonly shown?: string;
  readonly children: ReactNode;
}

/** The frame of every page: bar, stages, content and what stands beside it. It knows nothing of routes or state. */
export function AppShell(props: AppShellProps) {
  const { line, left, right, fit = false, children } = props;
  const main = useRef<HTMLElement>(null);
  const middle = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another name is the sign to begin at the top
  useLayoutEffect(() => {
    document.documentElement.scrollTop = 0;
    if (middle.current !== null) middle.current.scrollTop = 0;
  }, [props.shown]);
  // The part after # is the app's route: a real jump to #content would leave the page.
  const skip = (event: MouseEvent) => {
    event.preventDefault();
    main.current?.focus();
  };
  return (
    <div className={classNames(styles.shell, fit && styles.fit)}>
      <TopBar {...props} onSkip={skip} />
      {line}
      <div className={styles.body}>
        {left && (
          <aside className={styles.left} aria-label={props.leftLabel}>
            {left}
          </aside>
        )}
        <div ref={middle} className={styles.middle}>
          <main ref={main} className={styles.main} tabIndex={-1}>
            {children}
          </main>
        </div>
        {right && (
          <aside className={styles.right} aria-label={props.rightLabel}>
            {right}
          </aside>
        )}
      </div>
    </div>
  );
}

interface TopBarProps extends Pick<AppShellProps, "homeHref" | "links" | "linksLabel" | "status" | "isBare"> {
  readonly onSkip: (event: MouseEvent) => void;
}

function TopBar({ homeHref, links, linksLabel, status, isBare, onSkip }: TopBarProps) {
  const [isMenuOpen, setMenuOpen] = useState(false);
  const menuId = useId();
  const current = links.find((link) => link.current);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens for Escape from what is in it
    <header
      className={styles.bar}
      hidden={isBare}
      data-open={isMenuOpen || undefined}
      onKeyDown={(event) => event.key === "Escape" && setMenuOpen(false)}
    >
      <a className={styles.skip} href={homeHref} onClick={onSkip}>
        Skip to the content
      </a>
      <a className={styles.wordmark} href={homeHref}>
        microFS
      </a>
      <span className={styles.here}>{current?.label}</span>
      <button
        type="button"
        className={styles.menuButton}
        aria-label="Menu"
        aria-expanded={isMenuOpen}
        aria-controls={menuId}
        onClick={() => setMenuOpen(!isMenuOpen)}
      >
        <span className={styles.menuSign} />
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: only listens for a link being followed */}
      <div id={menuId} className={styles.menu} onClick={(event) => closesMenu(event) && setMenuOpen(false)}>
        {links.length > 0 && <NavLinks label={linksLabel} links={links} variant="bar" />}
        {status && <div className={styles.status}>{status}</div>}
      </div>
    </header>
  );
}

function closesMenu(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest("a") !== null;
}
