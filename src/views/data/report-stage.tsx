import { useMemo } from "react";
import { lossSentence } from "../../formats/csv/column-loss";
import { storeOf } from "../../state/connection";
import { saveFile } from "../../state/export";
import { type ImportDraft, importsStore } from "../../state/imports/imports-store";
import { nextAfter, selectDraft } from "../../state/imports/store-draft";
import { goTo } from "../../state/route/go-to";
import { START } from "../../state/route/url";
import { tellFailure } from "../../state/tell-failure";
import { useApp, useAppHandle, useHref, usePart } from "../../state/use-app";
import { Button } from "../../ui/controls/button";
import { countOf, formatNumber } from "../../ui/format-number";
import { Sentence } from "../../ui/sentence";
import { DataTable } from "../../ui/table/data-table";
import type { DataTableColumn } from "../../ui/table/data-table-column";
import type { ImportReport, RejectedLine } from "../../worker/results";
import { accountWords } from "./account-words";
import { madeWords } from "./draft/column-words";
import { ambiguousWords } from "./draft/unreadable-rows";
import styles from "./report-stage.module.css";

export interface ReportStageProps {
  readonly draft: ImportDraft;
  readonly report: ImportReport;
}

/** What became of a file: how many rows were stored, which were not and why, and where to go from here. */
export function ReportStage({ draft, report }: ReportStageProps) {
  const app = useAppHandle();
  const { rejected } = report;
  const save = async () =>
    saveFile(await storeOf(app).rejectedCsv(rejected), `${report.fgName}-rejected.csv`);
  return (
    <div className={styles.report}>
      <Sentence size="large" as="h1" lines={1}>
        {reportSentence(draft.file.name, report)}
      </Sentence>
      <p className={styles.account}>{accountWords({ ...report, leftOut: report.rejected.length })}</p>
      <Told report={report} zone={draft.content?.plan.zone ?? "UTC"} />
      <NextSteps draftId={draft.id} fgName={report.fgName} />
      {rejected.length > 0 && (
        <section className={styles.rejected} aria-label="Rows that were not stored">
          <h2>
            {countOf(rejected.length, "row was", "rows were")} not stored. The file itself is untouched:{" "}
            correct them there and bring it again; what is stored already is not stored twice.
          </h2>
          <RejectedTable rejected={rejected} />
          <p>
            <Button variant="link" onClick={() => tellFailure(app, save(), "The rows were not saved.")}>
              Save {rejected.length === 1 ? "it" : `all ${formatNumber(rejected.length)}`} as CSV
            </Button>
          </p>
        </section>
      )}
    </div>
  );
}

/** The sentence: what is stored now. */
function reportSentence(fileName: string, { inserted, fgName }: ImportReport): string {
  return `${countOf(inserted, "row")} of ${fileName} ${inserted === 1 ? "is" : "are"} stored in ${fgName}.`;
}

/** What else was done to what was written: made, passed over, or lost with the reader's word. */
function Told({ report, zone }: { readonly report: ImportReport; readonly zone: string }) {
  const { made, losses, rowsWithBlankTail, ambiguousTimes } = report;
  const told = [
    ...made.map((column) => `“${column.name}” was made: ${madeWords(column)}.`),
    ...losses.map((loss) => lossSentence(loss, "became")),
    ...(rowsWithBlankTail > 0
      ? [`${countOf(rowsWithBlankTail, "row had", "rows had")} blank cells past the last column.`]
      : []),
    ...(ambiguousTimes > 0 ? [ambiguousWords(ambiguousTimes, zone)] : []),
  ];
  if (told.length === 0) return null;
  return (
    <ul className={styles.told}>
      {told.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function NextSteps({ draftId, fgName }: { readonly draftId: string; readonly fgName: string }) {
  const app = useAppHandle();
  const hrefTo = useHref();
  const route = useApp((state) => state.route);
  const drafts = usePart(importsStore, (state) => state.drafts);
  const nextId = nextAfter(drafts, draftId);
  const next = drafts.find(({ id }) => id === nextId);
  return (
    <div className={styles.actions}>
      {next === undefined ? (
        <Button variant="primary" onClick={() => goTo(app, { stage: "view", group: null })}>
          Choose what to predict
        </Button>
      ) : (
        <Button variant="primary" onClick={() => selectDraft(app, next.id)}>
          Go on with {next.file.name}
        </Button>
      )}
      <a href={hrefTo({ ...START, group: fgName, theme: route.theme }, START)}>Look at {fgName}</a>
      <span className={styles.muted}>or drop another file.</span>
    </div>
  );
}

/** Each row that was not stored: its line, its first bad column, the value there and what is wrong with it. */
function RejectedTable({ rejected }: { readonly rejected: readonly RejectedLine[] }) {
  const columns = useMemo(() => rejectedColumns(rejected), [rejected]);
  return (
    <DataTable
      label="Rows that were not stored"
      columns={columns}
      rowCount={rejected.length}
      cellTone={(_, columnId) => (columnId === "value" ? "problem" : columnId === "line" ? "muted" : "plain")}
      visibleRows={10}
    />
  );
}

function rejectedColumns(rejected: readonly RejectedLine[]): DataTableColumn[] {
  return [
    {
      id: "line",
      header: "line",
      grow: 0,
      minWidthPx: 88,
      cell: (row) => formatNumber(rejected[row]?.line ?? 0),
    },
    { id: "column", header: "column", minWidthPx: 128, cell: (row) => rejected[row]?.column },
    {
      id: "value",
      header: "value",
      minWidthPx: 160,
      cell: (row) => rejected[row]?.value || "nothing",
      exact: (row) => rejected[row]?.value,
    },
    {
      id: "reason",
      header: "reason",
      grow: 3,
      minWidthPx: 288,
      cell: (row) => rejected[row]?.reason,
      exact: (row) => rejected[row]?.reason,
    },
  ];
}
