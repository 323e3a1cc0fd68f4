import { onlineChanged } from "../../state/connection";
import { latestData } from "../../state/query";
import { goTo } from "../../state/route/go-to";
import { servingStore } from "../../state/serving/serving";
import { useApp, useAppHandle, usePart } from "../../state/use-app";
import { Button } from "../../ui/controls/button";
import { Select } from "../../ui/controls/select";
import { LoadingLine } from "../../ui/feedback/loading-line";
import { Notice } from "../../ui/feedback/notice";
import type { GroupSummary, ViewSummary } from "../../worker/answers";
import { LookUpPanel } from "./look-up/look-up-panel";
import { EmptyOnline } from "./materialize/empty-online";
import { MaterializePanel } from "./materialize/materialize-panel";
import { OnlineBrowser } from "./online/online-browser";
import { ServeHeadline } from "./serve-headline";
import styles from "./served-view.module.css";

const NO_GROUPS: readonly GroupSummary[] = [];

/** The stage of one view. */
export function ServedView({ view }: { readonly view: ViewSummary }) {
  const app = useAppHandle();
  const groups = useApp((state) => state.overview?.groups ?? NO_GROUPS);
  const isAsked = useApp((state) => state.route.entity !== null);
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
  return (
    <div className={styles.stage}>
      <div className={styles.top}>
        <ServeHeadline view={view} names={names} counts={counts} />
        <ViewChoice view={view} />
      </div>
      {isEmpty && !isAsked && <EmptyOnline names={names} />}
      <MaterializePanel names={names} groups={groups} counts={counts} labelFg={view.definition.labelFg} />
      {(!isEmpty || isAsked) && (
        <div className={styles.halves}>
          <OnlineBrowser
            key={view.definition.name}
            view={view}
            groups={groups}
            names={names}
            counts={counts}
          />
          <LookUpPanel view={view} groups={groups} names={names} counts={counts} />
        </div>
      )}
    </div>
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
