import { useEffect, useRef } from "react";
import kernelSource from "../../microfs/asof-join.ts?raw";
import explainSource from "../../microfs/explain.ts?raw";
import { START } from "../../state/route/url";
import { currentView } from "../../state/training-queries";
import { useApp, useAppHandle, useHref, useSelector } from "../../state/use-app";
import { PhaseStrip } from "../../timeline/phase-strip";
import { joinAt } from "../../timeline/step/coordinate";
import { reachedPhase } from "../../timeline/step/step-verdicts";
import { entityName } from "../../timeline/words/nouns";
import { phaseLabel } from "../../timeline/words/verdict-words";
import { classNames } from "../../ui/class-names";
import { EmptyState } from "../../ui/feedback/empty-state";
import { Sentence } from "../../ui/sentence";
import { currentStep, goToStep } from "../train/steps/current-step";
import styles from "./code-stage.module.css";
import { phaseLines } from "./phase-lines";
import { ViewQuery } from "./view-query";

/** The Code stage: the source that runs, at the step that is looked at, and this view in other languages. */
export function CodeStage() {
  const app = useAppHandle();
  const hrefTo = useHref();
  const view = useApp(currentView);
  const overview = useApp((state) => state.overview);
  const step = useSelector(currentStep);
  if (view === null || overview === null) {
    return (
      <EmptyState size="page" headline="There is no view to write as code yet.">
        Make one in <a href={hrefTo({ ...START, stage: "view" }, START)}>View</a>, or start from a sample in{" "}
        <a href={hrefTo(START, START)}>Data</a>.
      </EmptyState>
    );
  }
  const rule = step === null ? null : joinAt(step.slice, step.coordinate.join).rule;
  // Side by side a join may not have the phase at hand: the lines are those of the one it has reached.
  const phase =
    step === null ? null : (reachedPhase(step.slice, step.coordinate.join, step.coordinate) ?? "find_entity");
  const marked =
    phase === null || rule === null ? undefined : phaseLines(explainSource, phase, rule.direction);
  return (
    <>
      <Sentence size="large" as="h1">
        {step === null || rule === null || phase === null
          ? "The rule is said twice: slowly, for reading, and fast. Tests hold the two equal."
          : `The marked lines ${phaseLabel(phase, rule, entityName(step.slice, joinAt(step.slice, step.coordinate.join)), true)}. The file under them does the same, fast; tests hold the two equal.`}
      </Sentence>
      {step !== null && (
        <div className={styles.phases}>
          <PhaseStrip
            slice={step.slice}
            coordinate={step.coordinate}
            onCoordinate={(to) => goToStep(app, to)}
          />
        </div>
      )}
      <div className={styles.columns}>
        <div className={styles.column}>
          <SourceListing name="src/microfs/explain.ts" source={explainSource} marked={marked} />
          <SourceListing name="src/microfs/asof-join.ts" source={kernelSource} />
        </div>
        <div className={styles.column}>
          <ViewQuery view={view} overview={overview} />
        </div>
      </div>
    </>
  );
}

interface SourceListingProps {
  readonly name: string;
  /** The text of the file that runs. */
  readonly source: string;
  /** Lines that stand out, numbered from 0. */
  readonly marked?: ReadonlySet<number>;
}

/** A source file with its line numbers; the first marked line is brought into sight. */
function SourceListing({ name, source, marked }: SourceListingProps) {
  const first = useRef<HTMLLIElement>(null);
  const frame = useRef<HTMLElement>(null);
  const start = marked === undefined || marked.size === 0 ? null : Math.min(...marked);
  // Only the listing scrolls, never the page under the reader.
  useEffect(() => {
    if (start !== null && frame.current && first.current)
      frame.current.scrollTop = first.current.offsetTop - 48;
  }, [start]);
  return (
    <>
      <h2 className={styles.fileName}>{name}</h2>
      <section
        ref={frame}
        className={styles.listing}
        aria-label={name}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <ol className={styles.lines}>
          {source
            .trimEnd()
            .split("\n")
            .map((line, number) => (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
                key={number}
                ref={number === start ? first : undefined}
                className={classNames(styles.line, marked?.has(number) && styles.marked)}
                data-marked={marked?.has(number) || undefined}
              >
                <code>{line}</code>
              </li>
            ))}
        </ol>
      </section>
    </>
  );
}
