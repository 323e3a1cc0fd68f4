import { type ReactNode, useMemo } from "react";
import { ladderStore } from "../../../state/ladder/ladder-store";
import { finishedLanguages, type OwnJoinRun, startOwnJoin } from "../../../state/own-join/own-join";
import { goTo } from "../../../state/route/go-to";
import type { Training } from "../../../state/training";
import { useAppHandle, usePart } from "../../../state/use-app";
import { LANGUAGE_WORDS, type Language } from "../../../terms/languages";
import { VerdictGlyph } from "../../../timeline/verdict-glyph";
import { formatMoment } from "../../../timeline/words/format-moment";
import { rowName } from "../../../timeline/words/row-name";
import { Button } from "../../../ui/controls/button";
import { Dialog } from "../../../ui/dialog";
import { Notice } from "../../../ui/feedback/notice";
import { DataTable } from "../../../ui/table/data-table";
import type { DataTableColumn } from "../../../ui/table/data-table-column";
import { groupOfJoin, yearStyle } from "../table/training-columns";
import { type OtherRow, otherRows } from "./other-rows";
import styles from "./own-join-dialog.module.css";
import { countWords, leakWords, NOT_COMPARED_WORDS, statusWords } from "./own-join-words";

export interface OwnJoinDialogProps {
  readonly open: boolean;
  readonly run: OwnJoinRun;
  readonly language: Language;
  readonly onClose: () => void;
}

/** All that came of a reader's join: what it was not compared with, where it stopped, and each row that it takes otherwise. */
export function OwnJoinDialog({ open, run, language, onClose }: OwnJoinDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title={`Your join, in ${LANGUAGE_WORDS[language]}`} width="wide">
      <Report run={run} language={language} onClose={onClose} />
    </Dialog>
  );
}

function Report({ run, language, onClose }: Omit<OwnJoinDialogProps, "open">) {
  const app = useAppHandle();
  const { training, counts, status, joins } = run;
  // The counts are others after each call.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is marked is filled in place
  const others = useMemo(() => otherRows(run, training.numRows), [counts, training]);
  const columns = useMemo(() => columnsOf(training, others), [training, others]);
  const work = usePart(ladderStore, (state) => state.work);
  const otherLanguages = finishedLanguages(work).filter((other) => other !== language);
  const words = statusWords(run, language);
  const leaks = leakWords(counts);
  return (
    <>
      <p>
        {countWords(counts)}
        {leaks !== "" && `; ${leaks}`}.
      </p>
      {status.kind === "stopped" || status.kind === "failed" ? (
        <Notice kind="error" title="Your program did not come to the end.">
          {words} What it gave before that is compared.
        </Notice>
      ) : (
        words !== "" && <p>{words}</p>
      )}
      {joins.map(
        (join, number) =>
          join.kind === "not_compared" && (
            // biome-ignore lint/suspicious/noArrayIndexKey: a join is named by its number
            <p key={number}>
              <strong>{groupOfJoin(training, number)}</strong> {NOT_COMPARED_WORDS[join.why]}
            </p>
          ),
      )}
      {otherLanguages.length > 0 && (
        <p className={styles.ways}>
          {otherLanguages.map((other) => (
            <Button key={other} variant="link" onClick={() => startOwnJoin(app, other)}>
              Run the one in {LANGUAGE_WORDS[other]}
            </Button>
          ))}
        </p>
      )}
      {others.length > 0 && (
        <div className={styles.list}>
          <DataTable
            label="Where your join takes another row"
            columns={columns}
            rowCount={others.length}
            onCellActivate={({ rowIndex }) => {
              const other = others[rowIndex];
              if (other === undefined) return;
              const row = training.spineIndex[other.trainingRow] ?? 0;
              onClose();
              goTo(app, { row, join: other.join, phase: "write_cell", column: null, from: null, to: null });
            }}
            empty=""
          />
        </div>
      )}
    </>
  );
}

function columnsOf(training: Training, others: readonly OtherRow[]): DataTableColumn[] {
  const style = yearStyle(training);
  const rowWords = (row: number | null) => (row === null ? "none" : `row ${rowName(row)}`);
  const column = (id: string, header: string, cell: (other: OtherRow) => ReactNode): DataTableColumn => ({
    id,
    header,
    cell: (at) => {
      const other = others[at];
      return other === undefined ? "" : cell(other);
    },
  });
  return [
    column("row", "row", ({ trainingRow }) => (
      <span className={styles.open}>{rowName(training.spineIndex[trainingRow] ?? 0)}</span>
    )),
    column("at", "asked on", ({ trainingRow }) => formatMoment(training.timesUs[trainingRow] ?? 0n, style)),
    column("join", "join", ({ join }) => groupOfJoin(training, join)),
    column("right", "the engine takes", ({ join, trainingRow }) => {
      const row = training.joins[join]?.index[trainingRow] ?? -1;
      return rowWords(row < 0 ? null : row);
    }),
    column("yours", "yours takes", ({ yours, leaks }) => (
      <span data-leak={leaks || undefined} className={styles.yours}>
        {rowWords(yours)}
        {leaks && (
          <>
            {" "}
            <VerdictGlyph state="leak" /> leaks
          </>
        )}
      </span>
    )),
  ];
}
