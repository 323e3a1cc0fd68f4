import { type MouseEvent, type ReactNode, useId, useRef, useState } from "react";
import styles from "./app-shell.module.css";
import { classNames } from "./class-names";
import { type NavLink, NavLinks } from "./nav-links";

export interface AppShellProps {
  /** Where the wordmark leads. */
  readonly homeHref: string;
  readonly pages: readonly NavLink[];
  /** Right in the bar: what is open and how it is kept, then `Share`, `?`. On a phone it is in the menu. */
  readonly status?: ReactNode;
  /** A row over the content: the stages of the lab. */
  readonly stageNav?: ReactNode;
  /** Beside the content behind a hairline; above it on a narrow screen. Named for screen readers by `leftLabel`. */
  readonly left?: ReactNode;
  readonly leftLabel?: string;
  /** Beside the content behind a hairline; below it on a narrow screen. */
  readonly right?: ReactNode;
  readonly rightLabel?: string;
  /** On a phone, a bar at the foot of the screen for what the thumb does (step, play); unseen elsewhere. */
  readonly thumbBar?: ReactNode;
  /** On a screen large enough the page itself does not scroll: the content has a fixed height that a table can fill. */
  readonly fit?: boolean;
  readonly children: ReactNode;
}

/** The frame of every page: bar, stages, content and what stands beside it. It knows nothing of routes or state. */
export function AppShell(props: AppShellProps) {
  const { homeHref, pages, status, stageNav, left, right, thumbBar, fit = false, children } = props;
  const main = useRef<HTMLElement>(null);
  // The part after # is the app's route: a real jump to #content would leave the page.
  const skip = (event: MouseEvent) => {
    event.preventDefault();
    main.current?.focus();
  };
  return (
    <div className={classNames(styles.shell, fit && styles.fit)}>
      <TopBar homeHref={homeHref} pages={pages} status={status} onSkip={skip} />
      <div className={styles.body}>
        {left && (
          <aside className={styles.left} aria-label={props.leftLabel}>
            {left}
          </aside>
        )}
        <div className={styles.middle}>
          {stageNav && <div className={styles.stages}>{stageNav}</div>}
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
      {thumbBar && <div className={styles.thumbBar}>{thumbBar}</div>}
    </div>
  );
}

interface TopBarProps extends Pick<AppShellProps, "homeHref" | "pages" | "status"> {
  readonly onSkip: (event: MouseEvent) => void;
}

function TopBar({ homeHref, pages, status, onSkip }: TopBarProps) {
  const [isMenuOpen, setMenuOpen] = useState(false);
  const menuId = useId();
  const current = pages.find((page) => page.current);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens for Escape from what is in it
    <header
      className={styles.bar}
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
        <NavLinks label="Pages" links={pages} variant="bar" />
        {status && <div className={styles.status}>{status}</div>}
      </div>
    </header>
  );
}

function closesMenu(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest("a") !== null;
}
