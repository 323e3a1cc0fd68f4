import { useMemo } from "react";
import { latestData } from "../../../state/query";
import { START } from "../../../state/route/url";
import { type EntityColumn, entityColumns } from "../../../state/serving/entity-columns";
import { type LookedUp, type ServingState, servingStore } from "../../../state/serving/serving";
import { useApp, useHref, usePart } from "../../../state/use-app";
import { LoadingLine } from "../../../ui/feedback/loading-line";
import { Notice } from "../../../ui/feedback/notice";
import type { GroupSummary, ViewSummary } from "../../../worker/results";
import { shownGroup } from "../online/online-browser";
import { LookUpForm } from "./look-up-form";
import styles from "./look-up-panel.module.css";
import { KeySuggestions, NowSuggestions } from "./suggestions";
import { useComparison } from "./use-look-up";
import { VectorTable } from "./vector-table";

export interface LookUpPanelProps {
  readonly view: ViewSummary;
  readonly groups: readonly GroupSummary[];
  readonly names: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
}

/** Asks the online store as a model would, and sets the answer beside the entity's latest training row. */
export function LookUpPanel({ view, groups, names, counts }: LookUpPanelProps) {
  const hrefTo = useHref();
  const problem = usePart(servingStore, (state) => state.problem);
  const group = useApp((state) => state.route.group);
  const columns = useMemo(() => entityColumns(view, groups), [view, groups]);
  const reason = latestData(problem);
  return (
    <section className={styles.panel} aria-labelledby="look-up-heading">
      <h2 id="look-up-heading">Look an entity up</h2>
      {problem.status === "failed" && (
        <Notice kind="error" title="Nobody can say whether this view can be served.">
          {problem.error.message}
        </Notice>
      )}
      {reason === null ? (
        <>
          <LookUpForm key={view.definition.name} columns={columns} />
          <div className={styles.suggestions}>
            <KeySuggestions fgName={shownGroup(group, names, counts)} columns={columns} />
            <NowSuggestions columns={columns} />
          </div>
          <Answered view={view} names={names} columns={columns} />
        </>
      ) : (
        <Notice
          kind="info"
          title="This view is for training only."
          actions={
            <a href={hrefTo({ stage: "view", view: view.definition.name }, START)}>Change the view’s joins</a>
          }
        >
          {reason}
        </Notice>
      )}
    </section>
  );
}

interface AnsweredProps {
  readonly view: ViewSummary;
  readonly names: readonly string[];
  readonly columns: readonly EntityColumn[];
}

function Answered({ view, names, columns }: AnsweredProps) {
  const lookUp = usePart(servingStore, (state) => state.lookUp);
  const isRequested = useApp((state) => state.route.entity !== null);
  if (!isRequested || lookUp.status === "idle" || lookUp.key.view !== view.definition.name) return null;
  if (lookUp.status === "failed") {
    return (
      <Notice kind="error" title="This could not be looked up.">
        {lookUp.error.message}
      </Notice>
    );
  }
  const lookedUp = latestData(lookUp);
  if (lookedUp === null) return <LoadingLine>Looking it up …</LoadingLine>;
  return <Compared view={view} names={names} columns={columns} lookedUp={lookedUp} />;
}

function Compared({ view, names, columns, lookedUp }: AnsweredProps & { readonly lookedUp: LookedUp }) {
  const comparison = useComparison(view, columns, lookedUp);
  const trainingError = usePart(servingStore, failedTraining);
  return (
    <>
      {trainingError !== null && (
        <Notice
          kind="error"
          title="The training table could not be made, so there is nothing to compare with."
        >
          {trainingError.message}
        </Notice>
      )}
      {comparison && <VectorTable comparison={comparison} nowUs={lookedUp.nowUs} names={names} />}
    </>
  );
}

function failedTraining({ trained }: ServingState): Error | null {
  return trained.status === "failed" ? trained.error : null;
}
