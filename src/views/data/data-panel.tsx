import { importTarget } from "../../state/imports/import-target";
import {
  type ImportDraft,
  importsStore,
  isBeingChecked,
  type ShownInData,
  shownInData,
} from "../../state/imports/imports-store";
import { selectDraft } from "../../state/imports/store-draft";
import { isReady, readyDrafts, storeReady } from "../../state/imports/store-ready";
import { latestData } from "../../state/query";
import { START } from "../../state/route/url";
import { useApp, useAppHandle, useHref, usePart } from "../../state/use-app";
import { Button } from "../../ui/controls/button";
import { countOf, formatNumber } from "../../ui/format-number";
import type { GroupSummary } from "../../worker/results";
import { GlossaryTerm } from "../terms/glossary-term";
import { AddData } from "./add-data";
import styles from "./data-panel.module.css";

const NO_GROUPS: readonly GroupSummary[] = [];

/** Beside the Data stage: the groups, the files that wait, and ways to bring more. */
export function DataPanel() {
  const groups = useApp((state) => state.overview?.groups);
  const route = useApp((state) => state.route);
  const imports = usePart(importsStore, (state) => state);
  const shown = shownInData({ route, overview: { groups: groups ?? [], views: [] } }, imports);
  const waiting = imports.drafts.filter(({ step }) => step.kind !== "stored");
  return (
    <>
      <h2>
        <GlossaryTerm of="feature group">Feature groups</GlossaryTerm>
      </h2>
      <ul className={styles.list}>
        {groups?.map((group) => (
          <GroupItem key={group.definition.name} group={group} isShown={isGroupShown(shown, group)} />
        ))}
        {waiting.map((draft) => (
          <DraftItem
            key={draft.id}
            draft={draft}
            groups={groups ?? NO_GROUPS}
            isShown={shown.kind === "draft" && shown.draft.id === draft.id}
          />
        ))}
      </ul>
      <StoreAll waiting={waiting} groups={groups ?? NO_GROUPS} />
      <AddData size="panel" />
    </>
  );
}

function isGroupShown(shown: ShownInData, { definition }: GroupSummary): boolean {
  if (shown.kind === "group") return shown.group.definition.name === definition.name;
  // Its report stands where the file stood.
  return (
    shown.kind === "draft" &&
    shown.draft.step.kind === "stored" &&
    shown.draft.step.report.fgName === definition.name
  );
}

function GroupItem({ group, isShown }: { readonly group: GroupSummary; readonly isShown: boolean }) {
  const hrefTo = useHref();
  const route = useApp((state) => state.route);
  const { name, primaryKeys } = group.definition;
  return (
    <li className={styles.item}>
      <a
        className={styles.link}
        href={hrefTo({ ...START, group: name, view: route.view, theme: route.theme }, START)}
        aria-current={isShown ? "page" : undefined}
      >
        <span className={styles.name}>{name}</span>
        <span className={styles.note}>
          key {primaryKeys.join(", ")} · {countOf(group.numRows, "row")}
        </span>
      </a>
    </li>
  );
}

interface WaitingProps {
  readonly waiting: readonly ImportDraft[];
  readonly groups: readonly GroupSummary[];
}

/** With several files that wait, one press for all that are ready. */
function StoreAll({ waiting, groups }: WaitingProps) {
  const app = useAppHandle();
  const ready = readyDrafts(waiting, groups).length;
  if (waiting.length < 2 || ready === 0) return null;
  return (
    <p className={styles.storeAll}>
      <Button size="small" onClick={() => void storeReady(app)}>
        {storeAllWords(ready, waiting.length)}
      </Button>
    </p>
  );
}

function storeAllWords(ready: number, waiting: number): string {
  if (ready < waiting)
    return ready === 1 ? "Store the one that is ready" : `Store the ${ready} that are ready`;
  return ready === 2 ? "Store both files" : `Store all ${ready} files`;
}

interface DraftItemProps {
  readonly draft: ImportDraft;
  readonly groups: readonly GroupSummary[];
  readonly isShown: boolean;
}

function DraftItem({ draft, groups, isShown }: DraftItemProps) {
  const app = useAppHandle();
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={styles.link}
        onClick={() => selectDraft(app, draft.id)}
        aria-current={isShown ? "page" : undefined}
      >
        <span className={styles.newName}>{draft.group.name.trim() || draft.file.name}</span>
        <span className={styles.note}>{stepWords(draft, groups)}</span>
      </button>
    </li>
  );
}

function stepWords(draft: ImportDraft, groups: readonly GroupSummary[]): string {
  const { step } = draft;
  switch (step.kind) {
    case "reading":
      return "being read";
    case "refused":
      return "cannot be read";
    case "storing":
      return "being stored";
    default:
      return `${targetWord(draft, groups)}, ${waitingFor(draft, groups)}`;
  }
}

function targetWord({ content, group }: ImportDraft, groups: readonly GroupSummary[]): string {
  const isMore = content !== null && importTarget(content.plan, group.name, groups).kind === "add";
  return isMore ? "more rows" : "new";
}

function waitingFor(draft: ImportDraft, groups: readonly GroupSummary[]): string {
  const found = draft.content === null ? null : latestData(draft.content.check);
  const leftOut = found === null ? 0 : found.rows - found.readable;
  if (isReady(draft, groups))
    return leftOut === 0 ? "ready to be stored" : `ready; ${formatNumber(leftOut)} left out`;
  return draft.content !== null && isBeingChecked(draft.content) ? "being looked at" : "asks something";
}
