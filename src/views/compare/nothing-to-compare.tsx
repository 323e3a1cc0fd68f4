import { WRONG_JOIN_SAMPLES, wrongJoinHref } from "../../state/compare/compare-links";
import { START } from "../../state/route/url";
import { useApp, useHref } from "../../state/use-app";
import { EmptyState } from "../../ui/feedback/empty-state";
import type { CompareSummary } from "../../worker/compare/compare-results";
import type { ViewSummary } from "../../worker/results";

/** Why there are no joins to be compared. */
type Nothing = "no_view" | "no_features" | "no_rows";

/** Why a view's joins cannot be compared; `null` where they can, or while nobody knows. */
export function nothingToCompare(view: ViewSummary | null, summary: CompareSummary | null): Nothing | null {
  if (view === null) return "no_view";
  if (!view.columns.some(({ join }) => join >= 0)) return "no_features";
  return summary !== null && summary.viewName === view.definition.name && summary.spineRows === 0
    ? "no_rows"
    : null;
}

const WORDS: Readonly<
  Record<Nothing, { readonly headline: string; readonly text: string; readonly way: string }>
> = {
  no_view: {
    headline: "Nothing says yet what is joined.",
    text: "A feature view names the rows to predict for, and the groups that are joined to them. Here you see what a wrong join would have cost it.",
    way: "Choose what to predict, and from what",
  },
  no_features: {
    headline: "The view joins no features yet.",
    text: "Join a group, and you see here what a wrong join of it would have cost.",
    way: "Join a group in View",
  },
  no_rows: {
    headline: "There are no rows to predict for yet.",
    text: "The label’s group is empty. Bring rows, or start from a sample.",
    way: "Bring rows in Data",
  },
};

/** What stands in the place of a comparison of which there is nothing to see, with a way out. */
export function NothingToCompare({ what }: { readonly what: Nothing }) {
  const hrefTo = useHref();
  const view = useApp((state) => state.route.view);
  const hasGroups = useApp((state) => (state.overview?.groups.length ?? 0) > 0);
  const { headline, text, way } = WORDS[what];
  const isData = what === "no_rows" || !hasGroups;
  return (
    <EmptyState
      size="page"
      headline={headline}
      actions={
        <>
          <a href={hrefTo({ stage: isData ? "data" : "view", view }, START)}>
            {hasGroups ? way : "Bring data, or start from a sample"}
          </a>
          {WRONG_JOIN_SAMPLES.map((sample) => (
            <a key={sample.name} href={wrongJoinHref(sample)}>
              See it on the sample “{sample.title}”
            </a>
          ))}
        </>
      }
    >
      {text}
    </EmptyState>
  );
}
