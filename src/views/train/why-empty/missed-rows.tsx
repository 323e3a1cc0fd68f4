import { useEffect, useState } from "react";
import { toError } from "../../../state/query";
import { goTo } from "../../../state/route/go-to";
import { useAppHandle } from "../../../state/use-app";
import { missedRows } from "../../../state/why-empty/why-empty";
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

const ROWS_AT_ONCE = 10;

export interface MissedRowsProps {
  readonly line: WhyEmptyLine;
  readonly spineColumns: readonly string[];
}

/** The training rows of one line, some at a time. Pressed, a row is shown on the timeline at that join. */
export function MissedRows({ line, spineColumns }: MissedRowsProps) {
  const app = useAppHandle();
  const [shown, setShown] = useState(ROWS_AT_ONCE);
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
  if (error !== null)
    return (
      <Notice kind="error" title="Its rows could not be fetched.">
        {error.message}
      </Notice>
    );
  if (page === null) return <LoadingLine>Fetching its rows …</LoadingLine>;
  const show = ({ spineRow }: MissedCell) =>
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
  return (
    <div className={styles.rows}>
      <ul className={styles.list}>
        {page.rows.map((cell) => (
          <li key={cell.trainingRow}>
            <button type="button" className={styles.row} onClick={() => show(cell)}>
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
        <Button variant="link" onClick={() => setShown(shown + 5 * ROWS_AT_ONCE)}>
          {formatNumber(page.total - page.rows.length)} more
        </Button>
      )}
    </div>
  );
}
