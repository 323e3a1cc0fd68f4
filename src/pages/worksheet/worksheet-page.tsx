import { useMemo } from "react";
import { OWN, storeNameOf } from "../../state/document";
import { planStore } from "../../state/present/plan-store";
import { goTo } from "../../state/route/go-to";
import type { Paper } from "../../state/route/route";
import {
  ALL_CASES,
  ALL_LESSONS,
  ALL_PLANS,
  formatUrl,
  MOST_WORKSHEET_ROWS,
  START,
} from "../../state/route/url";
import { useApp, useAppHandle, usePageHref, usePart } from "../../state/use-app";
import { PICTURE_FACES } from "../../timeline/static-svg/picture-sheet";
import { Button } from "../../ui/controls/button";
import { Checkbox } from "../../ui/controls/checkbox";
import { SegmentedChoice } from "../../ui/controls/segmented-choice";
import { EmptyState } from "../../ui/feedback/empty-state";
import { LoadingLine } from "../../ui/feedback/loading-line";
import { formatNumber } from "../../ui/format-number";
import { Messages, PageFrame } from "../../views/frame/page-frame";
import { useLoaded } from "../../views/take-home/use-loaded";
import { embeddedFaces } from "../../views/train/picture-export/embed-fonts";
import { type WorksheetContent, worksheetContent } from "./content";
import { worksheetLayout } from "./layout";
import { SheetPreview } from "./sheet";
import styles from "./worksheet-page.module.css";

/** What is printed for a class to fill in: a page of timelines that nobody has judged, and its key. */
export function WorksheetPage() {
  const plan = useApp((state) => state.route.plan);
  const open = usePart(planStore, (state) => state);
  return (
    <PageFrame status="nothing leaves this browser">
      <Messages />
      {plan === null ? (
        <Loaded plan={null} />
      ) : open.kind === "open" ? (
        <Loaded plan={open.plan} />
      ) : open.kind === "failed" ? (
        <NothingToPrint headline={open.problems.join(" ")} />
      ) : (
        <LoadingLine>Opening the plan …</LoadingLine>
      )}
    </PageFrame>
  );
}

function Loaded({ plan }: { readonly plan: Parameters<typeof worksheetContent>[1] }) {
  const route = useApp((state) => state.route);
  const { dataset, edits } = useApp((state) => state.document);
  const { lesson, case: name, row, join } = route;
  const of = JSON.stringify([lesson, name, row, join, plan?.name, storeNameOf(dataset), edits]);
  const loaded = useLoaded(async () => {
    const [content, faces] = await Promise.all([
      worksheetContent({ route, dataset, edits }, plan),
      embeddedFaces(PICTURE_FACES, document.styleSheets),
    ]);
    return { content, faces };
  }, of);
  if (loaded.kind === "loading") return <LoadingLine>Laying out the worksheet …</LoadingLine>;
  if (loaded.kind === "failed") return <NothingToPrint headline={loaded.error.message} />;
  const { content, faces } = loaded.value;
  if (content === null)
    return (
      <NothingToPrint headline="This link carries no data to print. In Train, “Teach with this” has a worksheet of your own." />
    );
  return <Printed content={content} faces={faces} />;
}

const PAPER_CHOICES = [
  { value: "a4", label: "A4" },
  { value: "letter", label: "Letter" },
] as const satisfies readonly { value: Paper; label: string }[];

function Printed({ content, faces }: { readonly content: WorksheetContent; readonly faces: string }) {
  const app = useAppHandle();
  const paper = useApp((state) => state.route.paper);
  const wanted = useApp((state) => state.route.rows);
  const hasKey = useApp((state) => state.route.key) === "with";
  const worksheet = useMemo(() => worksheetLayout(content, paper, wanted), [content, paper, wanted]);
  if (worksheet.kind === "no_rows")
    return (
      <NothingToPrint headline="Nothing here asks which row goes into a cell, so there is no worksheet of it." />
    );
  if (worksheet.kind === "too_many")
    return (
      <NothingToPrint
        headline={`There are ${formatNumber(worksheet.rows)} rows here: too many to be told apart on paper.`}
      />
    );
  const { sheet, key, rows } = worksheet;
  const most = Math.min(MOST_WORKSHEET_ROWS, content.rows.length);
  return (
    <>
      <section className={styles.controls} aria-label="How it is printed">
        <h1 className={styles.name}>Worksheet</h1>
        <SegmentedChoice
          label="Paper"
          labelPlace="beside"
          options={PAPER_CHOICES}
          value={paper}
          onChange={(to) => goTo(app, { paper: to }, "replace")}
        />
        {most > 1 && (
          <SegmentedChoice
            label="Rows"
            labelPlace="beside"
            options={Array.from({ length: most }, (_, i) => ({ value: String(i + 1), label: i + 1 }))}
            value={String(rows)}
            onChange={(to) => goTo(app, { rows: Number(to) }, "replace")}
          />
        )}
        <Checkbox
          label="with the key"
          checked={hasKey}
          onChange={(isPrinted) => goTo(app, { key: isPrinted ? "with" : "without" }, "replace")}
        />
        <Button variant="primary" onClick={() => window.print()}>
          Print
        </Button>
        <WayBack />
        <p className={styles.fit} role="status">
          {rowsWords(rows, Math.min(wanted, most), content.of)}
        </p>
      </section>
      <SheetPreview sheet={sheet} paper={paper} faces={faces} />
      {hasKey && <SheetPreview sheet={key} paper={paper} faces={faces} />}
    </>
  );
}

/** How many of an entity's rows are printed, and why no more of those that were wanted are. */
function rowsWords(rows: number, wanted: number, of: WorksheetContent["of"]): string {
  const printed =
    of !== null && of.rows > 1 && rows < of.rows
      ? `${rows} of ${formatNumber(of.rows)} rows of ${of.entity}, chosen to differ`
      : `${rows} of ${wanted} rows`;
  if (rows < wanted) return `${printed}. No more fit this paper.`;
  return of === null || rows >= of.rows ? "" : `${printed}.`;
}

/** Back to what is printed; where rows of the reader's own were taken along for it, to all of them. */
function WayBack() {
  const hrefTo = usePageHref();
  const route = useApp((state) => state.route);
  const isLinked = useApp((state) => state.document.dataset.kind === "scenario");
  const own = useApp((state) => state.leftDocuments.findLast(({ dataset }) => dataset.kind === "own"));
  const { lesson, case: name, plan, view, row, join, phase, joins } = route;
  const hrefBack = () => {
    if (plan !== null) return hrefTo(ALL_PLANS, { screen: "plan", plan });
    if (lesson !== null) return hrefTo(ALL_LESSONS, { lesson });
    if (name !== null) return hrefTo(ALL_CASES, { case: name, row, join, phase, joins });
    if (isLinked && own !== undefined)
      return `#${formatUrl({ route: { ...START, stage: "train" }, dataset: OWN, edits: own.edits })}`;
    return hrefTo(START, { stage: "train", view, row, join, phase, joins });
  };
  return <a href={hrefBack()}>Back</a>;
}

function NothingToPrint({ headline }: { readonly headline: string }) {
  return (
    <EmptyState size="page" headline={headline}>
      <WayBack />
    </EmptyState>
  );
}
