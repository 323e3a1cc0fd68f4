import { addFiles, addText } from "../../state/imports/add-files";
import { importsStore, type ShownInData, shownInData } from "../../state/imports/imports-store";
import { bringBack } from "../../state/imports/store-draft";
import { goTo } from "../../state/route/go-to";
import { useApp, useAppHandle, usePart } from "../../state/use-app";
import { Button } from "../../ui/controls/button";
import { EmptyState } from "../../ui/feedback/empty-state";
import { Notice } from "../../ui/feedback/notice";
import { usePaste } from "../../ui/files/use-paste";
import { FocusArrival } from "../../ui/focus-arrival";
import { AddData } from "./add-data";
import styles from "./data-stage.module.css";
import { DraftStage } from "./draft/draft-stage";
import { GroupStage } from "./group/group-stage";

/** The Data stage: files on their way in, and the groups that are stored. Text pasted anywhere on it is taken as a file. */
export function DataStage() {
  const app = useAppHandle();
  const route = useApp((state) => state.route);
  const overview = useApp((state) => state.overview);
  const imports = usePart(importsStore, (state) => state);
  usePaste({ onFiles: (files) => addFiles(app, files), onText: (text) => addText(app, text) });
  const shown = shownInData({ route, overview }, imports);
  return (
    <FocusArrival of={`${nameOf(shown)} ${imports.putAway?.id ?? ""}`}>
      <PutAwayNotice />
      {shown.kind === "invitation" && <Invitation />}
      {shown.kind === "draft" && <DraftStage key={shown.draft.id} draft={shown.draft} />}
      {shown.kind === "group" && <GroupStage key={shown.group.definition.name} group={shown.group} />}
      {shown.kind === "no_such_group" && (
        <EmptyState
          size="page"
          headline={`There is no group “${shown.name}” here.`}
          actions={<Button onClick={() => goTo(app, { group: null })}>Show what there is</Button>}
        >
          It may have been deleted, or the link was made in another browser: groups stay where they were
          stored.
        </EmptyState>
      )}
    </FocusArrival>
  );
}

/** Tells one thing that the stage shows from another. */
function nameOf(shown: ShownInData): string {
  switch (shown.kind) {
    case "draft":
      return `${shown.draft.id} ${shown.draft.step.kind}`;
    case "group":
      return shown.group.definition.name;
    default:
      return shown.kind;
  }
}

function PutAwayNotice() {
  const app = useAppHandle();
  const putAway = usePart(importsStore, (state) => state.putAway);
  if (putAway === null) return null;
  return (
    <Notice
      kind="info"
      actions={
        <Button variant="link" onClick={() => bringBack(app)}>
          Bring it back
        </Button>
      }
      onDismiss={() => app.part(importsStore).setState({ putAway: null })}
    >
      “{putAway.file.name}” was put away. Nothing of it was stored.
    </Notice>
  );
}

/** The first screen of an empty store: what this is, and the ways to begin. */
function Invitation() {
  return (
    <section className={styles.invitation}>
      <h1 className={styles.headline}>Build a training table that never sees the future.</h1>
      <p className={styles.words}>
        Bring two tables: what you want to predict, and what could have been known. microFS joins them as of
        each moment, shows why every value was chosen, and keeps the latest ones ready to serve.
      </p>
      <AddData size="page" />
    </section>
  );
}
