import type { ReactNode } from "react";
import { type AppState, useAppStore } from "../../state/app-store";
import { hrefOf } from "../../state/navigate";
import { START } from "../../state/place";
import { chooseTheme } from "../../state/settings";
import { AppShell } from "../../ui/app-shell";
import { formatNumber } from "../../ui/format-number";
import { type NavLink, NavLinks } from "../../ui/nav-links";
import { ThemeSwitch } from "../../ui/theme-switch";

export interface LabFrameProps {
  readonly links: readonly NavLink[];
  readonly left?: ReactNode;
  readonly leftLabel?: string | undefined;
  readonly right?: ReactNode;
  readonly rightLabel?: string | undefined;
  readonly children: ReactNode;
}

/** The frame around every stage. */
export function LabFrame({ links, left, leftLabel, right, rightLabel, children }: LabFrameProps) {
  return (
    <AppShell
      homeHref={hrefOf(START, START)}
      pages={[]}
      status={<Status />}
      left={left}
      leftLabel={leftLabel}
      right={right}
      rightLabel={rightLabel}
      stageNav={<NavLinks label="Stages" links={links} />}
    >
      {children}
    </AppShell>
  );
}

function Status() {
  const words = useAppStore(statusWords);
  const theme = useAppStore((state) => state.place.theme ?? state.theme);
  return (
    <>
      <span>{words}</span>
      <ThemeSwitch theme={theme} onChange={chooseTheme} />
    </>
  );
}

/** What is stored, and how safely. */
function statusWords({ overview, persistence }: AppState): string {
  const groups = overview?.groups ?? [];
  if (groups.length === 0) return "nothing leaves this browser";
  const rows = groups.reduce((sum, group) => sum + group.numRows, 0);
  const counts = `${groups.length} ${groups.length === 1 ? "group" : "groups"} · ${formatNumber(rows)} ${rows === 1 ? "row" : "rows"}`;
  return `${counts} · ${persistence === false ? "saved until this browser needs the room" : "saved in this browser"}`;
}
