import { type ReactNode, useMemo } from "react";
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
        <ReportWords fileName={draft.file.name} report={report} />
      </Sentence>
      {report.ambiguousTimes > 0 && (
        <p className={styles.muted}>
          {ambiguousWords(report.ambiguousTimes, draft.content?.plan.zone ?? "UTC")}
        </p>
      )}
      <NextSteps draftId={draft.id} fgName={report.fgName} />
      {rejected.length > 0 && (
        <section className={styles.rejected} aria-label="Rows that were not stored">
          <h2>
            {countOf(rejected.length, "row was", "rows were")} not stored. The file itself is untouched:{" "}
            correct them there and drop it again; what is stored already is not stored twice.
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

interface ReportWordsProps {
  readonly fileName: string;
  readonly report: ImportReport;
}

function ReportWords({ fileName, report }: ReportWordsProps): ReactNode {
  const { inserted, duplicates, rejected, fgName } = report;
  return (
    <>
      {countOf(inserted, "row")} of {fileName} {inserted === 1 ? "is" : "are"} stored in {fgName}.
      {duplicates > 0 &&
        ` ${countOf(duplicates, "repeats a row that is there", "repeat rows that are there")}.`}
      {rejected.length > 0 && (
        <>
          {" "}
          <strong>{formatNumber(rejected.length)}</strong> could not be read.
        </>
      )}
    </>
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
