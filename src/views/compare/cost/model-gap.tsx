import { useRef } from "react";
import type { Consequence, MetricName, ModelProblem, Scores } from "../../../compare/model/model-results";
import { cancelConsequence, compareStore, retryConsequence } from "../../../state/compare/compare";
import { latestData } from "../../../state/query";
import { goTo } from "../../../state/route/go-to";
import { START } from "../../../state/route/url";
import { useApp, useAppHandle, useHref, usePart } from "../../../state/use-app";
import type { VariantName } from "../../../terms/variants";
import { Button } from "../../../ui/controls/button";
import { LoadingLine } from "../../../ui/feedback/loading-line";
import { Notice } from "../../../ui/feedback/notice";
import { Progress } from "../../../ui/feedback/progress";
import { useKeptFocus } from "../../../ui/keys/use-kept-focus";
import type { VariantCounts } from "../../../worker/compare/compare-results";
import { beyondBand, METRIC_TERMS } from "../scores";
import styles from "./cost-page.module.css";
import { GapLegend, GapPicture } from "./pictures/gap-picture";
import { problemWords } from "./problem-words";

export interface ModelGapProps {
  readonly word: (name: VariantName) => string;
  /** Of the variant that is looked at. */
  readonly counts: VariantCounts;
  readonly onChoose: (name: VariantName) => void;
  /** Leads to the settings of the model. */
  readonly onSettings: () => void;
}

/** What the models score, as a picture; or how far they are, or why there are none. */
export function ModelGap({ word, counts, onChoose, onSettings }: ModelGapProps) {
  const app = useAppHandle();
  const query = usePart(compareStore, (state) => state.consequence);
  const result = latestData(query);
  const found = result !== null && "variants" in result ? result : null;
  const metric = found?.metrics[0] ?? "auc";
  const section = useRef<HTMLElement>(null);
  const place = useRef<HTMLDivElement>(null);
  // What was pressed goes away with what it does.
  useKeptFocus(section, place);
  const isStopped = query.status === "failed" && query.error.name === "AbortError";
  return (
    <section
      ref={section}
      className={styles.picture}
      aria-label="Offline and in production"
      aria-busy={query.status === "fetching"}
    >
      <div className={styles.over}>
        <h2>
          <GapLegend metric={metric} />
        </h2>
        <Button variant="link" className={styles.change} onClick={onSettings}>
          Label, features, seed
        </Button>
      </div>
      <div ref={place} className={styles.place} tabIndex={-1}>
        {query.status === "failed" && (
          <Notice
            kind={isStopped ? "info" : "error"}
            title={isStopped ? "The models were stopped." : "The models could not be trained."}
            actions={<Button onClick={() => retryConsequence(app)}>Train them again</Button>}
          >
            {isStopped ? "Nothing was learned from this data yet." : query.error.message}
          </Notice>
        )}
        {query.status === "idle" && (
          <LoadingLine>The models are trained once the cells are counted …</LoadingLine>
        )}
        {result !== null && "kind" in result && query.status === "ready" && (
          <Problem problem={result} onSettings={onSettings} />
        )}
        {found !== null && isNoise(found) && <NoSignal metric={metric} onSettings={onSettings} />}
        {found !== null && !isNoise(found) && (
          <div className={query.status === "fetching" ? styles.before : undefined}>
            <GapPicture
              consequence={found}
              word={word}
              chosen={counts.name}
              leaks={counts.leaked > 0 && isPromiseBroken(found, counts.name)}
              onChoose={onChoose}
            />
          </div>
        )}
        {query.status === "fetching" && (
          <div className={result === null ? undefined : styles.training}>
            <Training word={word} />
          </div>
        )}
      </div>
    </section>
  );
}

/** Whether no join's model is better than chance, offline or in production: its picture would be one of noise. */
function isNoise({ noSignal, variants, metrics }: Consequence): boolean {
  const metric = metrics[0] ?? "auc";
  const chance = METRIC_TERMS[metric].chance ?? 0;
  const isBetter = (scores: Scores) => (scores[metric]?.low ?? chance) > chance;
  return noSignal && !variants.some(({ offline, production }) => isBetter(offline) || isBetter(production));
}

/** Whether a join's model promises more offline than it keeps: only such a gap can be a leak's. */
function isPromiseBroken({ variants }: Consequence, name: VariantName): boolean {
  const gap = variants.find((one) => one.name === name)?.gap;
  return gap !== undefined && beyondBand(gap) === "more";
}

function NoSignal({
  metric,
  onSettings,
}: Pick<ModelGapProps, "onSettings"> & { readonly metric: MetricName }) {
  return (
    <Notice
      kind="info"
      title="There is no signal."
      actions={<Button onClick={onSettings}>Choose another label, or features</Button>}
    >
      No join’s model is better than {METRIC_TERMS[metric].chanceWord} beyond its band, offline or in
      production: a picture of them would be one of noise. Their numbers are in the table.
    </Notice>
  );
}

function Training({ word }: Pick<ModelGapProps, "word">) {
  const app = useAppHandle();
  const progress = usePart(compareStore, (state) => state.progress);
  return (
    <Progress
      label="Training the models"
      share={progress === null || progress.total === 0 ? null : progress.done / progress.total}
      detail={progress?.variant == null ? undefined : `on ${word(progress.variant)}`}
      onCancel={() => cancelConsequence(app)}
    />
  );
}

function Problem({ problem, onSettings }: { problem: ModelProblem; onSettings: () => void }) {
  const app = useAppHandle();
  const hrefTo = useHref();
  const view = useApp((state) => state.route.view);
  const label = useApp((state) => state.route.label);
  const { title, sentence, ways } = problemWords(problem, label);
  return (
    <Notice
      kind="info"
      title={title}
      actions={
        <>
          {ways.includes("label") && <Button onClick={onSettings}>Choose a label</Button>}
          {ways.includes("features") && (
            <Button onClick={() => goTo(app, { features: null })}>Use all features</Button>
          )}
          {ways.includes("view") && <a href={hrefTo({ stage: "view", view }, START)}>Open View</a>}
          {ways.includes("data") && <a href={hrefTo({ stage: "data", view }, START)}>Bring more rows</a>}
        </>
      }
    >
      {sentence}
    </Notice>
  );
}
