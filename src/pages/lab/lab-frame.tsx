import type { ReactNode } from "react";
import { formatPlace, START } from "../../state/address/place";
import { scenarioOf } from "../../state/address/source";
import { type AppState, useAppStore } from "../../state/app-store";
import { formatNumber } from "../../ui/format-number";
import { type NavLink, NavLinks } from "../../ui/nav-links";
import { PageFrame } from "../../views/frame/page-frame";
import { ShareButton } from "./share-dialog";

export interface LabFrameProps {
  readonly links: readonly NavLink[];
  /** Beside the names of the stages. */
  readonly tools?: ReactNode;
  readonly left?: ReactNode;
  readonly leftLabel?: string | undefined;
  readonly right?: ReactNode;
  readonly rightLabel?: string | undefined;
  readonly children: ReactNode;
}

/** The frame around every stage. */
export function LabFrame({ links, tools, ...beside }: LabFrameProps) {
  const words = useAppStore(statusWords);
  const isLinked = useAppStore((state) => state.source.kind !== "own");
  const status = (
    <>
      <span>{words}</span>
      {isLinked && <a href={`#${formatPlace(START)}`}>your own data</a>}
      <ShareButton />
    </>
  );
  const stageNav = (links.length > 0 || tools) && (
    <>
      {links.length > 0 && <NavLinks label="Stages" links={links} />}
      {tools}
    </>
  );
  return <PageFrame {...beside} status={status} stageNav={stageNav} />;
}

/** What is stored, and how safely. */
function statusWords({ overview, persistence, source }: AppState): string {
  const groups = overview?.groups ?? [];
  const linked = scenarioOf(source);
  if (linked !== null) return `${linked.title} · from a link, kept apart from your own data`;
  if (groups.length === 0) return "nothing leaves this browser";
  const rows = groups.reduce((sum, group) => sum + group.numRows, 0);
  const counts = `${groups.length} ${groups.length === 1 ? "group" : "groups"} · ${formatNumber(rows)} ${rows === 1 ? "row" : "rows"}`;
  return `${counts} · ${persistence === false ? "saved until this browser needs the room" : "saved in this browser"}`;
}
