import { useMemo, useRef } from "react";
import type { Consequence, ModelProblem } from "../../../compare/model/model-results";
import { formatBehind } from "../../../state/compare/behind";
import { compareStore, retrySummary } from "../../../state/compare/compare";
import { editedCurrentView } from "../../../state/edit-view";
import { latestData } from "../../../state/query";
import { goTo } from "../../../state/route/go-to";
import { useApp, useAppHandle, useHref, usePart, useSelector } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { LoadingLine } from "../../../ui/feedback/loading-line";
import { Notice } from "../../../ui/feedback/notice";
import { Sentence } from "../../../ui/sentence";
import type { CellsBehind, CompareSummary, VariantCounts } from "../../../worker/compare/compare-results";
import type { ViewSummary } from "../../../worker/results";
import { CompareHead } from "../compare-nav";
import { ViewJoinsTable } from "../joins-table/view-joins-table";
import { NothingToCompare, nothingToCompare } from "../nothing-to-compare";
import { variantsShown } from "../use-variants";
import { cellsHeadline, modelHeadline } from "./cost-headline";
import styles from "./cost-page.module.css";
import { FeatureLeaks } from "./feature-leaks";
import { ModelGap } from "./model-gap";
import { ModelParts } from "./model-parts";
import { ModelSettings } from "./model-settings";
import { PeekPicture } from "./peek-picture";
import { TakenCells } from "./taken-cells";
import { useLeftLink } from "./use-left-link";

/** What each wrong join costs: the cells that leak, and what a model gains from them offline and keeps in production. */
export function CostPage() {
  const app = useAppHandle();
  const view = useSelector(editedCurrentView);
  const hasStore = useApp((state) => state.overview !== null);
  const query = usePart(compareStore, (state) => state.summary);
  const summary = latestData(query);
  if (!hasStore) return <LoadingLine>Looking at what is stored …</LoadingLine>;
  const nothing = nothingToCompare(view, summary);
  if (view === null || nothing !== null) return <NothingToCompare what={nothing ?? "no_view"} />;
  if (summary === null || summary.viewName !== view.definition.name || query.status === "failed")
    return (
      <article className={styles.page}>
        <CompareHead>
          <Sentence as="h1" size="large" lines={2} linesNarrow={5}>
            {query.status === "failed"
              ? "The cells could not be counted."
              : "Counting what each join makes of every cell …"}
          </Sentence>
        </CompareHead>
        {query.status === "failed" && (
          <Notice kind="error" actions={<Button onClick={() => retrySummary(app)}>Count again</Button>}>
            {query.error.message}
          </Notice>
        )}
      </article>
    );
  return <OpenPage view={view} summary={summary} isUpdating={query.status === "fetching"} />;
}

interface OpenPageProps {
  readonly view: ViewSummary;
  readonly summary: CompareSummary;
  readonly isUpdating: boolean;
}

function OpenPage({ view, summary, isUpdating }: OpenPageProps) {
  const app = useAppHandle();
  const hrefTo = useHref();
  const route = useApp((state) => state.route);
  const consequence = usePart(compareStore, (state) => latestData(state.consequence));
  const isTraining = usePart(compareStore, (state) => state.consequence.status === "fetching");
  const page = useRef<HTMLElement>(null);
  const onLeave = useLeftLink(page);
  const settings = useRef<HTMLElement>(null);
  const variants = useMemo(
    () => variantsShown(view.rules, route.above, route.below),
    [view.rules, route.above, route.below],
  );
  const { word } = variants;
  // Edits may have put another variant on the menu, which is not counted yet.
  const counts = summary.variants.find(({ name }) => name === variants.below.name) ?? summary.variants[0];
  if (counts === undefined) return null;
  const found = isConsequence(consequence) ? consequence : null;
  const hrefBehind = (what: CellsBehind["what"], rest: Partial<CellsBehind> = {}) =>
    hrefTo(
      {
        show: "differences",
        behind: formatBehind({ variant: counts.name, what, feature: null, peekUs: null, ...rest }),
      },
      route,
    );
  return (
    <article ref={page} className={styles.page} onClickCapture={onLeave}>
      <CompareHead>
        <Headline
          counts={counts}
          view={view}
          own={word("own")}
          reference={summary.variants[0] ?? counts}
          consequence={isTraining ? null : found}
        />
      </CompareHead>
      {route.below !== counts.name && !isUpdating && (
        <p className={styles.note}>
          “{word(route.below)}” does here what {word("own")} does: that is shown.
        </p>
      )}
      <div className={styles.pictures}>
        <ModelGap
          word={word}
          counts={counts}
          onChoose={(name) => goTo(app, { below: name }, "replace")}
          onSettings={() => settings.current?.querySelector<HTMLElement>("select")?.focus()}
        />
        <PeekPicture
          counts={counts}
          word={word(counts.name)}
          hrefOf={({ fromUs, toUs }) => hrefBehind("leaked", { peekUs: { from: fromUs, to: toUs } })}
        />
      </div>
      <div className={styles.joins}>
        <ViewJoinsTable variants={variants} hasAbove={false} />
      </div>
      <div className={styles.parts}>
        <section className={styles.part}>
          <h2>What the chosen join takes · {word(counts.name)}</h2>
          <TakenCells counts={counts} spineRows={summary.spineRows} hrefOf={hrefBehind} />
        </section>
        <section className={styles.part}>
          <h2>Leaked cells by feature · {word(counts.name)}</h2>
          <FeatureLeaks counts={counts} hrefOf={(what, feature) => hrefBehind(what, { feature })} />
        </section>
        {found !== null && (
          <ModelParts
            isTraining={isTraining}
            consequence={found}
            counts={counts}
            word={word}
            hrefOf={(feature) => hrefBehind("leaked", { feature })}
          />
        )}
        <section ref={settings} className={styles.wide}>
          <h2>The model</h2>
          <ModelSettings view={view} consequence={found} />
        </section>
      </div>
    </article>
  );
}

interface HeadlineProps {
  readonly counts: VariantCounts;
  readonly view: ViewSummary;
  readonly own: string;
  /** The counts of the view's own join. */
  readonly reference: VariantCounts;
  readonly consequence: Consequence | null;
}

function Headline({ counts, view, own, reference, consequence }: HeadlineProps) {
  const model = consequence?.variants.find(({ name }) => name === counts.name);
  return (
    <Sentence as="h1" size="large" lines={2} linesNarrow={5}>
      {cellsHeadline(counts, view.rules, own, reference).map(({ kind, text }) =>
        kind === "leak" ? (
          <strong key={text} className={styles.leak}>
            {text}
          </strong>
        ) : (
          text
        ),
      )}
      {model !== undefined && consequence !== null && (
        <> {modelHeadline(model, consequence, own, counts.leaked > 0)}</>
      )}
    </Sentence>
  );
}

function isConsequence(result: Consequence | ModelProblem | null): result is Consequence {
  return result !== null && "variants" in result;
}
