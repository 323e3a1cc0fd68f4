import type { ReactNode } from "react";
import { hrefOf } from "../../state/address/navigate";
import { HOME, type Page, type Place, START } from "../../state/address/place";
import { useAppStore } from "../../state/app-store";
import { chooseTheme } from "../../state/settings";
import { AppShell, type AppShellProps } from "../../ui/app-shell";
import type { NavLink } from "../../ui/nav-links";
import { ThemeSwitch } from "../../ui/theme-switch";

export interface PageFrameProps extends Omit<AppShellProps, "homeHref" | "pages" | "status"> {
  /** Right in the bar: what is kept here, and where. */
  readonly status: ReactNode;
}

/** The frame of every page: the bar with the ways to the others, and the look. */
export function PageFrame({ status, ...shell }: PageFrameProps) {
  const page = useAppStore((state) => state.place.page);
  const linkedTheme = useAppStore((state) => state.place.theme);
  const chosenTheme = useAppStore((state) => state.theme);
  return (
    <AppShell
      {...shell}
      homeHref={hrefOf({ theme: linkedTheme }, HOME)}
      pages={pageLinks(page, linkedTheme)}
      status={
        <>
          {status}
          <ThemeSwitch theme={linkedTheme ?? chosenTheme} onChange={chooseTheme} />
        </>
      }
    />
  );
}

/** Every page but Home, which the wordmark leads to. */
function pageLinks(page: Page, theme: Place["theme"]): NavLink[] {
  return [{ id: "lab", label: "Lab", href: hrefOf({ theme }, START), current: page === "lab" }];
}
