import { useState } from "react";
import { showMessage } from "../../../state/app";
import { addFiles } from "../../../state/imports/add-files";
import { importsStore } from "../../../state/imports/imports-store";
import { selectDraft } from "../../../state/imports/store-draft";
import { useApp, useAppHandle, usePart } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { DropZone } from "../../../ui/files/drop-zone";
import { countOf } from "../../../ui/format-number";
import { Sentence } from "../../../ui/sentence";
import type { GroupSummary } from "../../../worker/results";
import { GlossaryTerm } from "../../terms/glossary-term";
import { DeleteGroupDialog } from "./delete-group-dialog";
import styles from "./group.module.css";
import { GroupTable } from "./group-table";
import { definitionFacts, groupSentence } from "./group-words";

/** A stored group: what it says, its rows, and what can be done with it. */
export function GroupStage({ group }: { readonly group: GroupSummary }) {
  const app = useAppHandle();
  const revision = useApp((state) => state.revision);
  const [isDeleting, setDeleting] = useState(false);
  const { name } = group.definition;
  return (
    <div className={styles.group}>
      <Sentence size="large" as="h1" lines={1}>
        {groupSentence(group)}
      </Sentence>
      <dl className={styles.facts}>
        {definitionFacts(group).map(({ term, of, text }) => (
          <div key={term} className={styles.fact}>
            <dt>
              <GlossaryTerm of={of}>{term}</GlossaryTerm>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <Reports fgName={name} />
      <GroupTable key={revision} group={group} />
      <div className={styles.foot}>
        <DropZone
          onFiles={(files) => addFiles(app, files, name)}
          onRefused={(text) => showMessage(app, { text, isError: true })}
        >
          Drop a file here to add its rows to {name}
        </DropZone>
        <Button onClick={() => setDeleting(true)}>Delete {name} …</Button>
      </div>
      <DeleteGroupDialog group={group} open={isDeleting} onClose={() => setDeleting(false)} />
    </div>
  );
}

/** The reports of what was stored in this group since the page was opened. */
function Reports({ fgName }: { readonly fgName: string }) {
  const app = useAppHandle();
  const drafts = usePart(importsStore, (state) => state.drafts);
  const stored = drafts.filter(({ step }) => step.kind === "stored" && step.report.fgName === fgName);
  if (stored.length === 0) return null;
  return (
    <ul className={styles.reports}>
      {stored.map(({ id, file, step }) => (
        <li key={id}>
          From {file.name}: {step.kind === "stored" && countOf(step.report.inserted, "row")} stored
          {step.kind === "stored" &&
            step.report.rejected.length > 0 &&
            `, ${countOf(step.report.rejected.length, "row")} left out`}
          .{" "}
          <Button variant="link" onClick={() => selectDraft(app, id)}>
            Show the report
          </Button>
        </li>
      ))}
    </ul>
  );
}
