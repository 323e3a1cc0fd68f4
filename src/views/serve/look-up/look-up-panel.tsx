import { useMemo } from "react";
import { latestData } from "../../../state/query";
import { START } from "../../../state/route/url";
import { type EntityColumn, entityColumns } from "../../../state/serving/entity-columns";
import { type ServingState, servingStore } from "../../../state/serving/serving";
import { endOfData, servingNow } from "../../../state/serving/serving-now";
import { useApp, useHref, usePart } from "../../../state/use-app";
import { Notice } from "../../../ui/feedback/notice";
import type { GroupSummary, ViewSummary } from "../../../worker/results";
import { GlossaryTerm } from "../../terms/glossary-term";
import { shownGroup } from "../online/online-browser";
import { LookUpForm } from "./look-up-form";
import styles from "./look-up-panel.module.css";
import { nowWords } from "./now-words";
import { KeySuggestions, NowSuggestions } from "./suggestions";
import { useComparison, useRequestedEntity } from "./use-look-up";
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
  const written = useApp((state) => state.route.now);
  const endUs = useMemo(() => endOfData(view, groups), [view, groups]);
  const defaultNow = useMemo(() => servingNow(null, endUs), [endUs]);
  const now = useMemo(() => servingNow(written, endUs), [written, endUs]);
  return (
    <section className={styles.panel} aria-labelledby="look-up-heading">
      <h2 id="look-up-heading">
        Look an <GlossaryTerm of="entity">entity</GlossaryTerm> up
      </h2>
      {problem.status === "failed" && (
        <Notice kind="error" title="Nobody can say whether this view can be served.">
          {problem.error.message}
        </Notice>
      )}
      {reason === null ? (
        <>
          <LookUpForm key={view.definition.name} columns={columns} defaultNow={defaultNow} />
          <p className={styles.now}>{nowWords(now, endUs)}</p>
          <div className={styles.suggestions}>
            <KeySuggestions fgName={shownGroup(group, names, counts)} columns={columns} />
            <NowSuggestions columns={columns} defaultNow={defaultNow} />
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

/** The answer in a room of its own: before it comes, the same rows without values. */
function Answered({ view, names, columns }: AnsweredProps) {
  const lookUp = usePart(servingStore, (state) => state.lookUp);
  const isRequested = useRequestedEntity(columns) !== null;
  const trainingError = usePart(servingStore, failedTraining);
  const isOfView = isRequested && lookUp.status !== "idle" && lookUp.key.view === view.definition.name;
  const comparison = useComparison(view, columns, isOfView ? latestData(lookUp) : null);
  return (
    <VectorTable comparison={comparison} isLookingUp={isOfView && lookUp.status === "fetching"} names={names}>
      {isOfView && lookUp.status === "failed" && (
        <Notice kind="error" title="This could not be looked up.">
          {lookUp.error.message}
        </Notice>
      )}
      {comparison.lookedUp !== null && trainingError !== null && (
        <Notice
          kind="error"
          title="The training table could not be made, so there is nothing to compare with."
        >
          {trainingError.message}
        </Notice>
      )}
    </VectorTable>
  );
}

function failedTraining({ trained }: ServingState): Error | null {
  return trained.status === "failed" ? trained.error : null;
}
