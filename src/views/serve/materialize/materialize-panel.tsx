import { useState } from "react";
import { isMaterializing, materialize, materializing } from "../../../state/serving/materializing";
import { readMoment } from "../../../state/serving/read-moment";
import { useApp, useAppHandle, usePart } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { TextInput } from "../../../ui/controls/text-input";
import { EmptyState } from "../../../ui/feedback/empty-state";
import { countOf } from "../../../ui/format-number";
import type { GroupSummary } from "../../../worker/results";
import { GlossaryTerm } from "../../terms/glossary-term";
import styles from "./materialize-panel.module.css";
import { MaterializeRow } from "./materialize-row";

export interface MaterializePanelProps {
  readonly names: readonly string[];
  readonly groups: readonly GroupSummary[];
  /** Online keys per group. */
  readonly counts: ReadonlyMap<string, number>;
  readonly labelFg: string;
}

/** Copies the latest rows of a view's groups to the online store: one by one or all, now or as of a moment. */
export function MaterializePanel({ names, groups, counts, labelFg }: MaterializePanelProps) {
  const app = useAppHandle();
  const [asOf, setAsOf] = useState("");
  const [isSubmitted, setSubmitted] = useState(false);
  const runs = usePart(materializing, (state) => state.runs);
  const isSameData = useApp((state) => state.revision) === usePart(materializing, (state) => state.revision);
  const isBusy = usePart(materializing, isMaterializing);
  const moment = readMoment(asOf);
  const start = (fgNames: readonly string[]) => {
    setSubmitted(true);
    if (moment.ok) void materialize(app, fgNames, moment.us);
  };
  return (
    <section className={styles.panel} aria-labelledby="materialize-heading">
      <div className={styles.head}>
        <h2 id="materialize-heading">
          <GlossaryTerm of="materialize">Materialize</GlossaryTerm>: copy each entity’s latest row to the{" "}
          <GlossaryTerm of="online store">online store</GlossaryTerm>
        </h2>
        <div className={styles.all}>
          <TextInput
            layout="inline"
            label="as of, UTC"
            value={asOf}
            onChange={(text) => {
              setAsOf(text);
              setSubmitted(false);
            }}
            placeholder="everything known"
            title="Empty: everything known. A time like 2025-11-04 12:00: only what was known by then."
            error={isSubmitted && !moment.ok ? moment.problem : undefined}
          />
          {names.length > 1 && (
            <Button size="small" disabled={isBusy} onClick={() => start(names)}>
              Materialize all {names.length} groups
            </Button>
          )}
        </div>
      </div>
      <ul className={styles.groups}>
        {names.map((name) => (
          <MaterializeRow
            key={name}
            name={name}
            group={groups.find(({ definition }) => definition.name === name)}
            online={counts.get(name) ?? 0}
            isLabelGroup={name === labelFg}
            run={isSameData || isBusy ? runs.get(name) : undefined}
            isBusy={isBusy}
            onMaterialize={() => start([name])}
          />
        ))}
      </ul>
    </section>
  );
}

/** What the online store is for, before there is anything in it. */
export function EmptyOnline({ names }: { readonly names: readonly string[] }) {
  const app = useAppHandle();
  const isBusy = usePart(materializing, isMaterializing);
  return (
    <EmptyState
      headline="Training asks what was known then. A model at work asks what is known now, and cannot wait for all of history to be read."
      actions={
        <Button variant="primary" disabled={isBusy} onClick={() => void materialize(app, names, null)}>
          Materialize {countOf(names.length, "group")}
        </Button>
      }
    >
      The online store keeps, for each key, the latest row and nothing else: one small read answers a model.
      Here IndexedDB, this browser’s own database, plays the part that Redis or DynamoDB plays in production.
      To materialize is to copy the latest rows there.
    </EmptyState>
  );
}
