import type { ReactNode } from "react";
import { hrefOf } from "../../state/address/navigate";
import { HOME, type Page, type Place, START } from "../../state/address/place";
import { useAppStore } from "../../state/app-store";
import { AppShell, type AppShellProps } from "../../ui/app-shell";
import type { NavLink } from "../../ui/nav-links";
import { HelpButton } from "./help-button";

export interface PageFrameProps extends Omit<AppShellProps, "homeHref" | "pages" | "status"> {
  /** Right in the bar: what is kept here, and where. */
  readonly status: ReactNode;
}

/** The frame of every page: the bar with the ways to the others, and the keys. */
export function PageFrame({ status, ...shell }: PageFrameProps) {
  const page = useAppStore((state) => state.place.page);
  const theme = useAppStore((state) => state.place.theme);
  const size = useAppStore((state) => state.place.size);
  return (
    <AppShell
      {...shell}
      homeHref={hrefOf({ theme, size }, HOME)}
      pages={pageLinks(page, { theme, size })}
      status={
        <>
          {status}
          <HelpButton />
        </>
      }
    />
  );
}

/** Every page but Home, which the wordmark leads to. */
function pageLinks(page: Page, look: Pick<Place, "theme" | "size">): NavLink[] {
  return [{ id: "lab", label: "Lab", href: hrefOf(look, START), current: page === "lab" }];
}
