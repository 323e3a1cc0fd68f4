import { useCallback, useMemo } from "react";
import type { EntitySlice } from "../../../microfs/core";
import { compareStore } from "../../../state/compare/compare";
import { latestData } from "../../../state/query";
import { goTo } from "../../../state/route/go-to";
import type { Training } from "../../../state/training";
import { currentView } from "../../../state/training-queries";
import { useApp, useAppHandle, useHref, usePart, useSelector } from "../../../state/use-app";
import type { Phase } from "../../../terms/phases";
import { withRules } from "../../../timeline/slice-index/slice-index";
import { positionOf } from "../../../timeline/step/coordinate";
import { momentOf } from "../../../timeline/step/step-verdicts";
import { StepSentence } from "../../../timeline/step-sentence";
import { LoadingLine } from "../../../ui/feedback/loading-line";
import { Notice } from "../../../ui/feedback/notice";
import { currentStep, goToRow } from "../../train/steps/current-step";
import { CompareHead } from "../compare-nav";
import { problemWords } from "../cost/problem-words";
import { ViewJoinsTable } from "../joins-table/view-joins-table";
import { NothingToCompare, nothingToCompare } from "../nothing-to-compare";
import { useVariants, type Variants } from "../use-variants";
import { rowDifferences } from "./row-differences";
import { RowFoot } from "./row-foot";
import { rowHeadline } from "./row-headline";
import styles from "./row-page.module.css";
import { RowPictures } from "./row-pictures";
import { stepNamed, stepsOfBoth, useRowPlayer } from "./row-steps";

/** One row under two joins: what each takes and writes, and what every join does to all rows. */
export function RowPage() {
  const view = useApp(currentView);
  const query = useApp((state) => state.training);
  const failedSlice = useApp((state) => (state.slice.status === "failed" ? state.slice.error : null));
  const training = latestData(query);
  const step = useSelector(currentStep);
  const variants = useVariants();
  const nothing = nothingToCompare(view, null);
  if (nothing !== null) return <NothingToCompare what={nothing} />;
  const error = query.status === "failed" ? query.error : failedSlice;
  if (error !== null)
    return (
      <Notice kind="error" title="This could not be joined.">
        {error.message}
      </Notice>
    );
  if (training === null || training.viewName !== view?.definition.name)
    return <LoadingLine>Joining …</LoadingLine>;
  if (training.numRows === 0) return <NothingToCompare what="no_rows" />;
  if (step === null || variants === null) return <LoadingLine>Looking the entity up …</LoadingLine>;
  const { slice, coordinate } = step;
  return (
    <ComparedRow
      slice={slice}
      spineRow={coordinate.spineRow}
      join={coordinate.join}
      training={training}
      variants={variants}
    />
  );
}

interface ComparedRowProps {
  readonly slice: EntitySlice;
  readonly spineRow: number;
  /** The join that is looked at. */
  readonly join: number;
  readonly training: Training;
  readonly variants: Variants;
}

function ComparedRow({ slice, spineRow, join, training, variants }: ComparedRowProps) {
  const app = useAppHandle();
  const column = useApp((state) => state.route.column);
  const phase = useApp((state) => state.route.phase);
  const isDragging = useApp((state) => state.draftEdit !== null);
  const { above, below, word } = variants;
  const differences = useMemo(
    () => rowDifferences(slice, positionOf(slice, spineRow), above, below, { join, column }),
    [slice, spineRow, above, below, join, column],
  );
  const steps = useMemo(() => stepsOfBoth(above, below), [above, below]);
  const named = stepNamed(steps, phase);
  const coordinate = useMemo(
    () => ({ spineRow, join, phase: named, together: true }),
    [spineRow, join, named],
  );
  const onStep = useCallback((to: Phase) => goTo(app, { phase: to, joins: "together" }, "replace"), [app]);
  const player = useRowPlayer({
    steps,
    step: named,
    onStep,
    onRow: (by) => goToRow(app, by),
    hasKeys: !isDragging,
  });
  const both = useMemo(() => {
    const joins = [above, below].flatMap(
      ({ rules }) =>
        withRules(
          slice,
          rules.map((rule) => rule ?? undefined),
        ).joins,
    );
    return { ...slice, joins };
  }, [slice, above, below]);
  const words = { above: word(above.name), below: word(below.name) };
  const headline = rowHeadline({
    ...{ slice, tUs: momentOf(slice, spineRow), differences, lookedAt: join },
    ...words,
  });
  return (
    <div className={styles.screen}>
      <CompareHead>
        <StepSentence parts={headline} as="h1" linesNarrow={5} live={!isDragging} />
      </CompareHead>
      <RowPictures slice={slice} coordinate={coordinate} variants={variants} differences={differences} />
      <div className={styles.joins}>
        <div className={styles.table}>
          <ViewJoinsTable variants={variants} />
        </div>
        <CountingFailed />
      </div>
      <RowFoot
        {...{ both, coordinate, training, variants, steps, player }}
        differs={differences.some(({ cells }) => cells.length > 0)}
      />
    </div>
  );
}

/** Where the numbers of the table cannot come, why; the pictures need none of them. */
function CountingFailed() {
  const hrefTo = useHref();
  const route = useApp((state) => state.route);
  const { label } = route;
  const summary = usePart(compareStore, (state) => state.summary);
  const consequence = usePart(compareStore, (state) => state.consequence);
  if (summary.status === "failed")
    return (
      <Notice kind="error" title="The joins could not be counted.">
        {summary.error.message}
      </Notice>
    );
  const cost = <a href={hrefTo({ show: "cost" }, route)}>What it costs</a>;
  if (consequence.status === "failed")
    return <p className={styles.note}>The models could not be trained. Try again in {cost}.</p>;
  if (consequence.status === "ready" && "kind" in consequence.data)
    return (
      <p className={styles.note}>
        No model is trained here. {problemWords(consequence.data, label).title} {cost} says what to change.
      </p>
    );
  return null;
}
