import { useEffect, useRef } from "react";
import { DEFAULT_MADE, formatKnobs, type MadeData, readKnobs } from "../../../state/compare/knobs";
import {
  cancelCurve,
  followMadeData,
  isCurveOfOther,
  type MadeCurve,
  madeDataStore,
  retryCurve,
} from "../../../state/compare/made-data";
import { latestData } from "../../../state/query";
import { goTo } from "../../../state/route/go-to";
import { useApp, useAppHandle, usePart } from "../../../state/use-app";
import { classNames } from "../../../ui/class-names";
import { Button } from "../../../ui/controls/button";
import { Notice } from "../../../ui/feedback/notice";
import { Progress } from "../../../ui/feedback/progress";
import { useKeptFocus } from "../../../ui/keys/use-kept-focus";
import { Sentence } from "../../../ui/sentence";
import { CompareHead } from "../compare-nav";
import { CurvePicture, CurveTable } from "./curve";
import { curveHeadline } from "./curve-words";
import { Knobs } from "./knobs";
import styles from "./made-data-page.module.css";
import { WaysOn } from "./ways-on";

/** Data that is made to leak, or not to: its knobs, and the gap that a model has on it, against how far features react. */
export function MadeDataPage() {
  const app = useAppHandle();
  useEffect(() => followMadeData(app), [app]);
  const knobs = useApp((state) => state.route.knobs);
  const made = readKnobs(knobs) ?? DEFAULT_MADE;
  const query = usePart(madeDataStore, (state) => state.curve);
  const isMoving = usePart(madeDataStore, (state) => isCurveOfOther(state, knobs));
  const isReady = query.status === "ready" && !isMoving;
  const curve = latestData(query);
  const { reaction } = made.knobs;
  const stage = useRef<HTMLDivElement>(null);
  // “Cancel” goes away with what it stops, and “Make it again” with what it begins.
  useKeptFocus(stage, stage);
  const turn = (next: MadeData) => goTo(app, { knobs: formatKnobs(next) }, "replace");
  return (
    <article className={styles.page}>
      <CompareHead>
        <div className={isReady || curve === null ? undefined : styles.before}>
          <Headline curve={curve} />
        </div>
      </CompareHead>
      <div className={styles.columns}>
        <section className={styles.knobs} aria-label="Knobs">
          <Knobs made={made} onTurn={turn} />
          <WaysOn made={made} />
        </section>
        <section className={styles.curve} aria-busy={!isReady}>
          <h2>Gap in AUC between offline and production, against the reaction</h2>
          <div ref={stage} className={styles.stage} tabIndex={-1}>
            {curve !== null && (
              <div className={isReady ? undefined : styles.before}>
                <CurvePicture points={curve.points} reaction={reaction} />
              </div>
            )}
            {!isReady && (
              <div className={styles.over}>
                {query.status === "failed" && !isMoving ? <Failed error={query.error} /> : <Making />}
              </div>
            )}
          </div>
        </section>
        {curve !== null && (
          <div className={classNames(styles.numbers, !isReady && styles.before)}>
            <CurveTable points={curve.points} reaction={reaction} />
          </div>
        )}
      </div>
    </article>
  );
}

/** What the curve says at the reaction that it was asked for; before it is there, what the page is for. */
function Headline({ curve }: { readonly curve: MadeCurve | null }) {
  const point = curve?.points.find(({ reaction }) => reaction === curve.reaction);
  return (
    <Sentence as="h1" size="large" lines={2} linesNarrow={5}>
      {point === undefined
        ? "Make data in which a wrong join costs much, little or nothing: it depends on how far features react to what was to be predicted."
        : curveHeadline(point).map(({ kind, text }) =>
            kind === "leak" ? (
              <strong key={text} className={styles.leak}>
                {text}
              </strong>
            ) : (
              text
            ),
          )}
    </Sentence>
  );
}

function Making() {
  const app = useAppHandle();
  const progress = usePart(madeDataStore, (state) => state.progress);
  return (
    <Progress
      label="Making data, and training models on it"
      share={progress === null ? null : progress.done / progress.total}
      detail={progress === null ? undefined : `point ${Math.floor(progress.done) + 1} of ${progress.total}`}
      onCancel={() => cancelCurve(app)}
    />
  );
}

function Failed({ error }: { readonly error: Error }) {
  const app = useAppHandle();
  const isStopped = error.name === "AbortError";
  return (
    <Notice
      kind={isStopped ? "info" : "error"}
      title={isStopped ? "The curve was stopped." : "The curve could not be made."}
      actions={<Button onClick={() => retryCurve(app)}>Make it again</Button>}
    >
      {isStopped ? "The knobs stand as you turned them." : error.message}
    </Notice>
  );
}
