import type { ReactNode } from "react";
import type { AppState } from "../../state/app";
import { OWN, scenarioOf } from "../../state/document";
import { formatUrl, START } from "../../state/route/url";
import { useApp } from "../../state/use-app";
import { formatNumber } from "../../ui/format-number";
import type { NavLink } from "../../ui/nav-links";
import { PageFrame } from "../../views/frame/page-frame";
import { ShareButton } from "./share-dialog";

export interface LabFrameProps {
  readonly stages: readonly NavLink[];
  readonly left?: ReactNode;
  readonly leftLabel?: string | undefined;
  readonly right?: ReactNode;
  readonly rightLabel?: string | undefined;
  readonly fit?: boolean;
  readonly isBare?: boolean;
  readonly line?: ReactNode;
  readonly children: ReactNode;
}

/** The frame around every stage. */
export function LabFrame(props: LabFrameProps) {
  const words = useApp(statusWords);
  const ownHref = useApp(hrefToOwnData);
  const isLinked = useApp((state) => state.document.dataset.kind !== "own");
  const status = (
    <>
      <span>{words}</span>
      {isLinked && <a href={ownHref}>your own data</a>}
      <ShareButton />
    </>
  );
  return <PageFrame {...props} status={status} />;
}

/** What is stored, and how safely. */
function statusWords({ overview, persistence, document }: AppState): string {
  const groups = overview?.groups ?? [];
  const linked = scenarioOf(document.dataset);
  if (linked !== null)
    return `${linked.title} · ${document.dataset.kind === "sample" ? "a sample" : "from a link"}`;
  if (groups.length === 0) return "nothing leaves this browser";
  const rows = groups.reduce((sum, group) => sum + group.numRows, 0);
  const counts = `${groups.length} ${groups.length === 1 ? "group" : "groups"} · ${formatNumber(rows)} ${rows === 1 ? "row" : "rows"}`;
  return `${counts} · ${persistence === false ? "saved until this browser needs the room" : "saved in this browser"}`;
}

/** Leads to the reader's own data, with the edits that were left on it. */
function hrefToOwnData({ leftDocuments }: AppState): string {
  const left = leftDocuments.findLast(({ dataset }) => dataset.kind === "own");
  return `#${formatUrl({ route: START, dataset: OWN, edits: left?.edits ?? [] })}`;
}
