import { type Ref, useEffect, useRef } from "react";
import { editedCurrentView } from "../../../state/edit-view";
import { latestData } from "../../../state/query";
import { goTo } from "../../../state/route/go-to";
import { useAppHandle, usePart, useSelector } from "../../../state/use-app";
import {
  applyOffer,
  followWhyEmpty,
  openLine,
  takeBackMapping,
  takeBackOffer,
  whyEmptyStore,
} from "../../../state/why-empty/why-empty";
import { Button } from "../../../ui/controls/button";
import { Notice } from "../../../ui/feedback/notice";
import { formatNumber } from "../../../ui/format-number";
import { useScopeKeys } from "../../../ui/keys/key-scope";
import { useKeptFocus } from "../../../ui/keys/use-kept-focus";
import type { ViewSummary } from "../../../worker/results";
import type { WhyEmptyLine, WhyEmptySummary } from "../../../worker/why-empty/why-empty-results";
import { LabOwnCopy } from "../../own-copy/lab-own-copy";
import { HistoryButtons } from "../edits/history-buttons";
import { shareWords } from "../findings/join-findings";
import { type ChangeContext, changeWords, doneWords, headline, whereWords } from "./change-words";
import { JustMissedLanes } from "./just-missed-lanes";
import { ReasonTable } from "./reason-table";
import styles from "./why-empty-page.module.css";

/** Why cells of the training table are empty: by reason, with what came nearest, and what would fill them. */
export function WhyEmptyPage() {
  const app = useAppHandle();
  const view = useSelector(editedCurrentView);
  const query = usePart(whyEmptyStore, ({ summary }) => summary);
  useEffect(() => followWhyEmpty(app), [app]);
  useScopeKeys((event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    goTo(app, { empty: false });
  });
  const latest = latestData(query);
  if (query.status === "failed")
    return (
      <Notice kind="error" title="It could not be found out why cells are empty.">
        {query.error.message}
      </Notice>
    );
  const summary = latest !== null && latest.viewName === view?.definition.name ? latest : null;
  return <OpenPage view={view} summary={summary} isUpdating={query.status === "fetching"} />;
}

interface OpenPageProps {
  readonly view: ViewSummary | null;
  /** `null` while it is counted for the first time. */
  readonly summary: WhyEmptySummary | null;
  readonly isUpdating: boolean;
}

function OpenPage({ view, summary, isUpdating }: OpenPageProps) {
  const app = useAppHandle();
  const page = useRef<HTMLElement>(null);
  const said = useRef<HTMLDivElement>(null);
  useKeptFocus(page, said);
  return (
    <article ref={page} className={styles.page} aria-label="Why is it empty?">
      <header className={styles.header}>
        <p className={styles.question}>
          Why is it empty?
          <Button variant="link" onClick={() => goTo(app, { empty: false })}>
            Back to the row
          </Button>
        </p>
        {summary !== null && (
          <p className={styles.share}>
            {shareWords(summary.emptyCells, summary.joinedCells)} of {formatNumber(summary.joinedCells)}{" "}
            cells: {whereWords(summary.lines)}
            {isUpdating && " · counting again …"}
          </p>
        )}
      </header>
      {view === null || summary === null ? (
        <p className={styles.looking} role="status">
          Looking for what each empty cell only just missed …
        </p>
      ) : (
        <Reasons view={view} summary={summary} isUpdating={isUpdating} said={said} />
      )}
    </article>
  );
}

interface ReasonsProps {
  readonly view: ViewSummary;
  readonly summary: WhyEmptySummary;
  readonly isUpdating: boolean;
  /** What is said of all: it takes the focus of a button that goes away. */
  readonly said: Ref<HTMLDivElement>;
}

function Reasons({ view, summary, isUpdating, said }: ReasonsProps) {
  const app = useAppHandle();
  const opened = usePart(whyEmptyStore, (state) => state.opened);
  const contextOf = contexts(view, summary);
  const best = bestLine(summary.lines);
  const words = best?.offer ? changeWords(best.offer.change, contextOf(best.join)) : null;
  const { empty, filled, sub } = headline(summary, best, words?.clause ?? "");
  return (
    <>
      <div ref={said} className={styles.said} tabIndex={-1}>
        <h1 className={styles.headline}>
          {empty}
          {filled !== null && (
            <>
              {" "}
              <strong className={styles.filled}>{filled.count}</strong>
              {filled.rest}
            </>
          )}
        </h1>
        <div className={styles.below}>
          {sub !== "" && <p className={styles.sub}>{sub}</p>}
          <Done />
        </div>
      </div>
      {summary.lines.length > 0 && (
        <ReasonTable
          summary={summary}
          contextOf={contextOf}
          best={best}
          isUpdating={isUpdating}
          onApply={(line) => line.offer && applyOffer(app, line.offer)}
          opened={opened}
          onOpen={(line, rows) => openLine(app, line, rows)}
        />
      )}
      {summary.justMissed.length > 0 && <JustMissedLanes summary={summary} contextOf={contextOf} />}
      <footer className={styles.footer}>
        {best !== null && (
          <p>
            Each change is an edit that you can undo. None of them lets a row see past its line, if what it
            assumes is so.
          </p>
        )}
        <div className={styles.history}>
          <LabOwnCopy />
          <HistoryButtons takeBack={() => takeBackMapping(app)} />
        </div>
      </footer>
    </>
  );
}

/** What the change that was pressed last has done, and the way back. */
function Done() {
  const app = useAppHandle();
  const applied = usePart(whyEmptyStore, (state) => state.applied);
  return (
    <p className={styles.done} role="status">
      {applied !== null && (
        <>
          {doneWords(applied.offer.filled, applied.offer.emptied)}{" "}
          <Button variant="link" onClick={() => takeBackOffer(app)}>
            Undo
          </Button>
        </>
      )}
    </p>
  );
}

/** The line whose change fills most cells of all; one that empties none comes first. */
function bestLine(lines: readonly WhyEmptyLine[]): WhyEmptyLine | null {
  const offered = lines.filter(({ offer }) => offer !== null);
  const harmless = offered.filter(({ offer }) => offer?.emptied === 0);
  return (harmless.length > 0 ? harmless : offered).reduce<WhyEmptyLine | null>(
    (best, line) => ((line.offer?.filled ?? 0) > (best?.offer?.filled ?? 0) ? line : best),
    null,
  );
}

function contexts(
  { definition, rules }: ViewSummary,
  { clockUs }: WhyEmptySummary,
): (join: number) => ChangeContext {
  return (join) => ({
    fgName: definition.joins[join]?.fgName ?? "",
    labelFg: definition.labelFg,
    ttlUs: rules[join]?.ttlUs ?? null,
    delayUs: rules[join]?.delayUs ?? 0n,
    clockUs,
  });
}
