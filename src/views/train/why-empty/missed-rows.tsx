import { type RefObject, useEffect, useRef, useState } from "react";
import { toError } from "../../../state/query";
import { goTo } from "../../../state/route/go-to";
import { useAppHandle, usePart } from "../../../state/use-app";
import { leaveBy, missedRows, whyEmptyStore } from "../../../state/why-empty/why-empty";
import { formatMoment } from "../../../timeline/words/format-moment";
import { formatValue } from "../../../timeline/words/format-value";
import { rowName } from "../../../timeline/words/row-name";
import { Button } from "../../../ui/controls/button";
import { LoadingLine } from "../../../ui/feedback/loading-line";
import { Notice } from "../../../ui/feedback/notice";
import { formatNumber } from "../../../ui/format-number";
import type { MissedCell, MissedPage, WhyEmptyLine } from "../../../worker/why-empty/why-empty-results";
import { MissWords } from "./miss-words";
import styles from "./missed-rows.module.css";

/** So many rows of a line are shown at first. */
export const ROWS_AT_ONCE = 10;

export interface MissedRowsProps {
  readonly line: WhyEmptyLine;
  readonly spineColumns: readonly string[];
  /** By which its place on the page is remembered. */
  readonly name: string;
  /** How many rows are shown. */
  readonly shown: number;
  readonly onShow: (rows: number) => void;
}

/** The training rows of one line, some at a time. Pressed, a row is shown on the timeline at that join. */
export function MissedRows({ line, spineColumns, name, shown, onShow }: MissedRowsProps) {
  const app = useAppHandle();
  const [page, setPage] = useState<MissedPage | null>(null);
  const [error, setError] = useState<Error | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    missedRows(app, line.number, 0, shown, controller.signal).then(
      (rows) => {
        if (!controller.signal.aborted) setPage(rows);
      },
      (thrown: unknown) => {
        if (!controller.signal.aborted) setError(toError(thrown));
      },
    );
    return () => controller.abort();
  }, [app, line, shown]);
  const list = useRef<HTMLUListElement>(null);
  useReturn(list, name, page);
  if (error !== null)
    return (
      <Notice kind="error" title="Its rows could not be fetched.">
        {error.message}
      </Notice>
    );
  if (page === null) return <LoadingLine>Fetching its rows …</LoadingLine>;
  const show = ({ spineRow, trainingRow }: MissedCell, row: Element) => {
    leaveBy(app, { line: name, trainingRow, topPx: row.getBoundingClientRect().top });
    goTo(app, {
      empty: false,
      row: spineRow,
      join: line.join,
      phase: "write_cell",
      joins: "one-by-one",
      column: null,
      from: null,
      to: null,
    });
  };
  return (
    <div className={styles.rows}>
      <ul ref={list} className={styles.list}>
        {page.rows.map((cell) => (
          <li key={cell.trainingRow}>
            <button
              type="button"
              className={styles.row}
              data-row={cell.trainingRow}
              onClick={({ currentTarget }) => show(cell, currentTarget)}
            >
              <span className={styles.name}>row {rowName(cell.spineRow)}</span>
              <span>
                {spineColumns.join(", ")} {cell.asked.map((value) => formatValue(value)).join(", ")}
              </span>
              <span>{formatMoment(cell.timeUs, { year: true })}</span>
              {cell.byUs !== null && (
                <span className={styles.miss}>
                  <MissWords {...line} rows={1} cell={cell} spineColumns={spineColumns} />
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {page.rows.length < page.total && (
        <Button variant="link" onClick={() => onShow(shown + 5 * ROWS_AT_ONCE)}>
          {formatNumber(page.total - page.rows.length)} more
        </Button>
      )}
    </div>
  );
}

/** Once the row that the page was left by is there again, it has the focus, and stands where it stood. */
function useReturn(list: RefObject<HTMLElement | null>, name: string, page: MissedPage | null): void {
  const app = useAppHandle();
  const left = usePart(whyEmptyStore, (state) => state.left);
  useEffect(() => {
    if (page === null || list.current === null || left?.line !== name) return;
    const row = list.current.querySelector<HTMLElement>(`[data-row="${left.trainingRow}"]`);
    row?.focus({ preventScroll: true });
    if (row != null)
      window.scrollBy({ top: row.getBoundingClientRect().top - left.topPx, behavior: "instant" });
    leaveBy(app, null);
  }, [app, list, name, page, left]);
}
