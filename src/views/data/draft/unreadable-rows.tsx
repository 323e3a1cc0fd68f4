import { useState } from "react";
import type { PreviewRow } from "../../../formats/csv/csv-draft";
import { storeOf } from "../../../state/connection";
import { saveFile } from "../../../state/export";
import type { DraftContent, ImportDraft } from "../../../state/imports/imports-store";
import { latestData } from "../../../state/query";
import { tellFailure } from "../../../state/tell-failure";
import { useAppHandle } from "../../../state/use-app";
import { Button } from "../../../ui/controls/button";
import { countOf, formatNumber } from "../../../ui/format-number";
import type { RejectedLine } from "../../../worker/results";
import styles from "./draft.module.css";
import { ReadingButton } from "./reading-button";

export interface UnreadableRowsProps {
  readonly draft: ImportDraft;
  readonly content: DraftContent;
  readonly rows: readonly PreviewRow[];
  readonly onShowLine: (line: number) => void;
}

/** Under the table: one row that would be left out and why, the way to the next, and all of them as a file. */
export function UnreadableRows({ draft, content, rows, onShowLine }: UnreadableRowsProps) {
  const app = useAppHandle();
  const [at, setAt] = useState(0);
  const { check, plan, checkProgress } = content;
  const found = latestData(check);
  const rejected =
    found?.rejected ??
    previewRejected(
      rows,
      plan.columns.map(({ name }) => name),
    );
  const total = found === null ? rejected.length : found.rows - found.readable;
  const current = rejected[at % Math.max(1, rejected.length)];
  const next = () => {
    const following = (at + 1) % rejected.length;
    setAt(following);
    const row = rejected[following];
    if (row !== undefined) onShowLine(row.line);
  };
  const save = async () =>
    saveFile(await storeOf(app).rejectedCsv(rejected), `${draft.group.name}-unreadable.csv`);
  return (
    <p className={styles.unreadable} aria-live="polite">
      {current !== undefined && <span>{rejectedWords(current)} </span>}
      {rejected.length > 1 && (
        <Button variant="link" onClick={next}>
          Next unreadable row
        </Button>
      )}
      {found !== null && total > 0 && (
        <>
          {rejected.length > 1 && " · "}
          <Button variant="link" onClick={() => tellFailure(app, save(), "The rows were not saved.")}>
            {total > rejected.length
              ? `Save the first ${formatNumber(rejected.length)} as CSV`
              : total === 1
                ? "Save it as CSV"
                : `Save all ${formatNumber(total)} as CSV`}
          </Button>
        </>
      )}
      {found?.widenings.map(({ column, rows, label, change }) => (
        <span key={column}>
          {" "}
          {countOf(rows, "row")} would be kept:{" "}
          <ReadingButton
            variant="link"
            draftId={draft.id}
            groupName={draft.group.name}
            content={content}
            choice={{ label, change }}
          />
          .
        </span>
      ))}
      {found !== null && found.ambiguousTimes > 0 && (
        <span> {ambiguousWords(found.ambiguousTimes, plan.zone)}</span>
      )}
      {check.status === "fetching" && checkProgress !== null && checkProgress.done < checkProgress.total && (
        <span aria-live="off">
          {" "}
          Checking all rows: {Math.floor((100 * checkProgress.done) / checkProgress.total)} %
        </span>
      )}
    </p>
  );
}

/** A row that was or would be left out, in a sentence. */
function rejectedWords({ line, column, value, reason }: RejectedLine): string {
  return `Line ${formatNumber(line)}, ${column}: ${value === "" ? "" : `“${value}” `}${reason}.`;
}

export function ambiguousWords(times: number, zone: string): string {
  return times === 1
    ? `One time came twice in ${zone}, when the clocks were set back; its first coming is taken.`
    : `${formatNumber(times)} times came twice in ${zone}, when the clocks were set back; the first coming of each is taken.`;
}

function previewRejected(rows: readonly PreviewRow[], names: readonly string[]): RejectedLine[] {
  return rows.flatMap(({ line, cells, problem, isBroken }) => {
    if (problem === undefined) return [];
    const value = cells[isBroken ? 0 : names.indexOf(problem.column)];
    return [{ line, ...problem, value: value ?? "" }];
  });
}
