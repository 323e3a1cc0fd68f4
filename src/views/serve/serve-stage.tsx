import { useEffect } from "react";
import { START } from "../../state/route/url";
import { followServing } from "../../state/serving/serving-queries";
import { currentView } from "../../state/training-queries";
import { useApp, useAppHandle, useHref } from "../../state/use-app";
import { EmptyState } from "../../ui/feedback/empty-state";
import { LoadingLine } from "../../ui/feedback/loading-line";
import { ServedView } from "./served-view";

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
