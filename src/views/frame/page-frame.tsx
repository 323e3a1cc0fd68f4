import type { ReactNode } from "react";
import { showMessage } from "../../state/app";
import { ALL_CASES, ALL_LESSONS, ALL_PLANS, HOME, START } from "../../state/route/url";
import { useApp, useAppHandle, usePageHref } from "../../state/use-app";
import { AppShell, type AppShellProps } from "../../ui/app-shell";
import { Notice } from "../../ui/feedback/notice";
import type { NavLink } from "../../ui/nav-links";
import { HelpButton } from "./help-button";

export interface PageFrameProps extends Omit<AppShellProps, "homeHref" | "links" | "linksLabel" | "status"> {
  /** The stages of a page, in the place of the pages; by default the pages. */
  readonly stages?: readonly NavLink[];
  /** Right in the bar: what is kept here, and where. */
  readonly status: ReactNode;
}

/** The frame of every page: the bar with the ways to the others, and the keys. */
export function PageFrame({ status, stages, ...shell }: PageFrameProps) {
  const hrefTo = usePageHref();
  const page = useApp((state) => state.route.page);
  const stage = useApp((state) => state.route.stage);
  return (
    <AppShell
      {...shell}
      shown={`${page} ${stage}`}
      homeHref={hrefTo(HOME)}
      links={
        stages ?? [
          {
            id: "learn",
            label: "Learn",
            href: hrefTo(ALL_LESSONS),
            current: page === "learn" || page === "practice" || page === "ladder",
          },
          { id: "lab", label: "Lab", href: hrefTo(START), current: page === "lab" },
          {
            id: "cases",
            label: "Cases",
            href: hrefTo(ALL_CASES),
            current: page === "cases",
          },
          {
            id: "present",
            label: "Present",
            href: hrefTo(ALL_PLANS),
            current: page === "present",
          },
        ]
      }
      linksLabel={stages === undefined ? "Pages" : "Stages"}
      status={
        <>
          {status}
          <HelpButton />
        </>
      }
    />
  );
}

/** The app's message that belongs to no stage; dismissed by the reader. */
export function Messages() {
  const app = useAppHandle();
  const message = useApp((state) => state.message);
  if (message === null) return null;
  return (
    <Notice kind={message.isError ? "error" : "info"} onDismiss={() => showMessage(app, null)}>
      {message.text}
    </Notice>
  );
}
