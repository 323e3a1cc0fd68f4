import { useEffect, useMemo, useRef } from "react";
import { onlineChanged } from "../../state/connection";
import { latestData } from "../../state/query";
import { goTo } from "../../state/route/go-to";
import { START } from "../../state/route/url";
import { servingStore } from "../../state/serving/serving";
import { followServing } from "../../state/serving/serving-queries";
import { currentView } from "../../state/training-queries";
import { useApp, useAppHandle, useHref, usePart } from "../../state/use-app";
import { servedLabels } from "../../state/view/label-guess";
import { Button } from "../../ui/controls/button";
import { Select } from "../../ui/controls/select";
import { EmptyState } from "../../ui/feedback/empty-state";
import { LoadingLine } from "../../ui/feedback/loading-line";
import { Notice } from "../../ui/feedback/notice";
import { useKeptFocus } from "../../ui/keys/use-kept-focus";
import type { GroupSummary, ViewSummary } from "../../worker/results";
import { servedLabelWords } from "../view/view-words";
import { LookUpPanel } from "./look-up/look-up-panel";
import { EmptyOnline, MaterializePanel } from "./materialize/materialize-panel";
import { OnlineBrowser } from "./online/online-browser";
import { ServeHeadline } from "./serve-headline";
import styles from "./serve-stage.module.css";

const NO_GROUPS: readonly GroupSummary[] = [];

/** Serve: copy the latest values to the online store, look at it as it lies there, and ask it as a model would. */
export function ServeStage() {
  const app = useAppHandle();
  const hrefTo = useHref();
  const view = useApp(currentView);
  const isThere = useApp((state) => state.overview !== null);
  const hasGroups = useApp((state) => (state.overview?.groups.length ?? 0) > 0);
  useEffect(() => followServing(app), [app]);
  if (!isThere) return <LoadingLine>Looking at what is stored …</LoadingLine>;
  if (view !== null) return <ServedView view={view} />;
  const next = hasGroups ? "view" : "data";
  return (
    <EmptyState
      size="page"
      headline="Nothing says yet what a model is served."
      actions={
        <a href={hrefTo({ stage: next }, START)}>
          {hasGroups ? "Choose what to predict, and from what" : "Bring data, or start from a sample"}
        </a>
      }
    >
      {hasGroups
        ? "A feature view names the features of a model. Training reads them as they were known then; serving reads the same ones as they are known now."
        : "First come feature groups, then a view that says which features a model is trained on. Here the same features are served."}
    </EmptyState>
  );
}

/** The stage of one view. */
function ServedView({ view }: { readonly view: ViewSummary }) {
  const app = useAppHandle();
  const groups = useApp((state) => state.overview?.groups ?? NO_GROUPS);
  const isRequested = useApp((state) => state.route.entity !== null);
  // What was pressed may go away with where one looks.
  useApp((state) => state.route);
  const stage = useRef<HTMLDivElement>(null);
  const headline = useRef<HTMLDivElement>(null);
  useKeptFocus(stage, headline);
  const totals = usePart(servingStore, (state) => state.totals);
  const counts = latestData(totals);
  if (totals.status === "failed") {
    return (
      <Notice
        kind="error"
        title="The online store could not be counted."
        actions={<Button onClick={() => onlineChanged(app)}>Try again</Button>}
      >
        {totals.error.message}
      </Notice>
    );
  }
  if (counts === null) return <LoadingLine>Counting the keys of the online store …</LoadingLine>;
  const names = groupsOf(view);
  const isEmpty = names.every((name) => (counts.get(name) ?? 0) === 0);
  const isInviting = isEmpty && !isRequested;
  const materialize = (
    <MaterializePanel names={names} groups={groups} counts={counts} labelFg={view.definition.labelFg} />
  );
  return (
    <div ref={stage} className={styles.stage}>
      <div className={styles.top}>
        <div ref={headline} tabIndex={-1} className={styles.headline}>
          <ServeHeadline view={view} names={names} counts={counts} isInviting={isInviting} />
        </div>
        <ViewChoice view={view} />
      </div>
      <ServedLabels view={view} />
      {isInviting ? (
        <div className={styles.halves}>
          <EmptyOnline names={names} />
          {materialize}
        </div>
      ) : (
        <div className={styles.halves}>
          <LookUpPanel view={view} groups={groups} names={names} counts={counts} />
          <div className={styles.store}>
            <OnlineBrowser
              key={view.definition.name}
              view={view}
              groups={groups}
              names={names}
              counts={counts}
            />
            {materialize}
          </div>
        </div>
      )}
    </div>
  );
}

/** Warns of what a model is served although its name says that it is to be predicted. */
function ServedLabels({ view }: { readonly view: ViewSummary }) {
  const hrefTo = useHref();
  const served = useMemo(() => servedLabels(view), [view]);
  if (served.length === 0) return null;
  return (
    <Notice
      kind="info"
      title={served.map((column) => servedLabelWords(column, view)).join(" ")}
      actions={
        <a href={hrefTo({ stage: "view", view: view.definition.name }, START)}>Choose the label in View</a>
      }
    >
      A model that is served the answer has learned nothing.
    </Notice>
  );
}

/** The groups whose online rows a view is served from: each joined one once, and the label's own. */
function groupsOf({ definition }: ViewSummary): string[] {
  return [...new Set([definition.labelFg, ...definition.joins.map((join) => join.fgName)])];
}

/** Which view, where there are several. */
function ViewChoice({ view }: { readonly view: ViewSummary }) {
  const app = useAppHandle();
  const views = useApp((state) => state.overview?.views);
  if (views === undefined || views.length < 2) return null;
  return (
    <Select
      label="View"
      options={views.map(({ definition }) => ({ value: definition.name, label: definition.name }))}
      value={view.definition.name}
      onChange={(name) => goTo(app, { view: name, entity: null, now: null, group: null })}
    />
  );
}
