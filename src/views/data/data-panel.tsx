import {
  type ImportDraft,
  importsStore,
  type ShownInData,
  shownInData,
} from "../../state/imports/imports-store";
import { selectDraft } from "../../state/imports/store-draft";
import { START } from "../../state/route/url";
import { useApp, useAppHandle, useHref, usePart } from "../../state/use-app";
import { countOf } from "../../ui/format-number";
import type { GroupSummary } from "../../worker/results";
import { AddData } from "./add-data";
import styles from "./data-panel.module.css";

/** Beside the Data stage: the groups, the files that wait, and ways to bring more. */
export function DataPanel() {
  const groups = useApp((state) => state.overview?.groups);
  const route = useApp((state) => state.route);
  const imports = usePart(importsStore, (state) => state);
  const shown = shownInData({ route, overview: { groups: groups ?? [], views: [] } }, imports);
  const waiting = imports.drafts.filter(({ step }) => step.kind !== "stored");
  return (
    <>
      <h2>Feature groups</h2>
      <ul className={styles.list}>
        {groups?.map((group) => (
          <GroupItem key={group.definition.name} group={group} isShown={isGroupShown(shown, group)} />
        ))}
        {waiting.map((draft) => (
          <DraftItem
            key={draft.id}
            draft={draft}
            isShown={shown.kind === "draft" && shown.draft.id === draft.id}
          />
        ))}
      </ul>
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

function DraftItem({ draft, isShown }: { readonly draft: ImportDraft; readonly isShown: boolean }) {
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
        <span className={styles.note}>{stepWords(draft)}</span>
      </button>
    </li>
  );
}

function stepWords({ step }: ImportDraft): string {
  switch (step.kind) {
    case "reading":
      return "being read";
    case "refused":
      return "cannot be read";
    case "storing":
      return "being stored";
    default:
      return "new, not stored yet";
  }
}
