import { useEffect, useRef } from "react";
import { addFiles, addText } from "../../state/imports/add-files";
import { importsStore, type ShownInData, shownInData } from "../../state/imports/imports-store";
import { bringBack, selectDraft } from "../../state/imports/store-draft";
import { goTo } from "../../state/route/go-to";
import { useApp, useAppHandle, usePart } from "../../state/use-app";
import { Button } from "../../ui/controls/button";
import { EmptyState } from "../../ui/feedback/empty-state";
import { Notice } from "../../ui/feedback/notice";
import { usePaste } from "../../ui/files/use-paste";
import { FocusArrival } from "../../ui/focus-arrival";
import { formatNumber } from "../../ui/format-number";
import type { ImportReport } from "../../worker/results";
import { GlossaryTerm } from "../terms/glossary-term";
import { accountWords } from "./account-words";
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
  const name = nameOf(shown);
  const lastName = useRef(name);
  // From far down a long list of files one would land below what was chosen.
  useEffect(() => {
    if (lastName.current !== name) window.scrollTo({ top: 0 });
    lastName.current = name;
  }, [name]);
  return (
    <FocusArrival of={`${name} ${imports.putAway?.id ?? ""}`}>
      <PutAwayNotice />
      <TogetherNotice />
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

/** What became of all the files that one press has stored: every row of them, and which of them left some out. */
function TogetherNotice() {
  const app = useAppHandle();
  const { storedTogether, drafts } = usePart(importsStore, (state) => state);
  const stored = drafts.flatMap((draft) =>
    storedTogether.includes(draft.id) && draft.step.kind === "stored"
      ? [{ id: draft.id, name: draft.file.name, report: draft.step.report }]
      : [],
  );
  if (stored.length < 2) return null;
  const sum = (count: (report: ImportReport) => number) =>
    stored.reduce((total, { report }) => total + count(report), 0);
  const rows = {
    rows: sum((report) => report.rows),
    inserted: sum((report) => report.inserted),
    duplicates: sum((report) => report.duplicates),
    leftOut: sum((report) => report.rejected.length),
  };
  const lacking = stored.filter(({ report }) => report.rejected.length > 0);
  return (
    <Notice
      kind="info"
      title={`${stored.length} files are stored.`}
      actions={lacking.map(({ id, name, report }) => (
        <Button key={id} variant="link" onClick={() => selectDraft(app, id)}>
          {name}: {formatNumber(report.rejected.length)} left out
        </Button>
      ))}
      onDismiss={() => app.part(importsStore).setState({ storedTogether: [] })}
    >
      {accountWords(rows)}.
    </Notice>
  );
}

/** The first screen of an empty store: what this is, and the ways to begin. */
function Invitation() {
  return (
    <section className={styles.invitation}>
      <h1 className={styles.headline}>Build a training table that never sees the future.</h1>
      <p className={styles.words}>
        Bring two tables: what you want to predict, and what could have been known. microFS joins them{" "}
        <GlossaryTerm of="as of">as of</GlossaryTerm> each moment, shows why every value was chosen, and keeps
        the latest ones ready to serve.
      </p>
      <AddData size="page" />
    </section>
  );
}
