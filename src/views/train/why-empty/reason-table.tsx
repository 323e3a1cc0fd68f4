import { useState } from "react";
import { EMPTY_REASON_TERMS } from "../../../terms/empty-reasons";
import { VerdictGlyph } from "../../../timeline/verdict-glyph";
import { Button } from "../../../ui/controls/button";
import { formatNumber } from "../../../ui/format-number";
import type { WhyEmptyLine, WhyEmptySummary } from "../../../worker/why-empty/why-empty-results";
import { type ChangeContext, changeWords, emptiedWords, noChangeWords } from "./change-words";
import { MissWords } from "./miss-words";
import { MissedRows } from "./missed-rows";
import styles from "./reason-table.module.css";

export interface ReasonTableProps {
  readonly summary: WhyEmptySummary;
  readonly contextOf: (join: number) => ChangeContext;
  /** The line whose change fills most. */
  readonly best: WhyEmptyLine | null;
  readonly isUpdating: boolean;
  readonly onApply: (line: WhyEmptyLine) => void;
}

/** Every reason with its cells as a bar, what came nearest, and the smallest change. A line opens its rows. */
export function ReasonTable({ summary, contextOf, best, isUpdating, onApply }: ReasonTableProps) {
  const [open, setOpen] = useState<string | null>(null);
  const most = Math.max(...summary.lines.map(({ cells }) => cells));
  const names = new Set(summary.lines.map(({ fgName }) => fgName));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">reason</th>
          <th scope="col">
            <span className={styles.legend}>
              <Bar cells={1} filled={0} most={1} /> empty cells
            </span>
            <span className={styles.legend}>
              <Bar cells={1} filled={1} most={1} /> of them filled by the change
            </span>
          </th>
          <th scope="col">nearest miss</th>
          <th scope="col">smallest change that would fill them</th>
          <th scope="col" className={styles.fills}>
            fills
          </th>
        </tr>
      </thead>
      {summary.lines.map((line) => {
        const id = `${line.join} ${line.reason}`;
        const isOpen = open === id;
        return (
          <tbody key={id}>
            <tr className={styles.line}>
              <th scope="row" className={styles.reason}>
                <button
                  type="button"
                  className={styles.opener}
                  aria-expanded={isOpen}
                  onClick={() => setOpen(isOpen ? null : id)}
                >
                  <span className={styles.sign} aria-hidden>
                    {isOpen ? "▾" : "▸"}
                  </span>
                  <Glyph line={line} />
                  <span>{EMPTY_REASON_TERMS[line.reason].word}</span>
                  {names.size > 1 && <span className={styles.group}>{line.fgName}</span>}
                </button>
              </th>
              <td className={styles.cells}>
                <Bar cells={line.cells} filled={line.offer?.fills ?? 0} most={most} />
                <span className={styles.count}>{formatNumber(line.cells)}</span>
              </td>
              <td className={styles.miss}>
                <MissWords
                  {...line}
                  cell={line.nearest}
                  spineColumns={summary.on[line.join]?.spineColumns ?? []}
                />
              </td>
              <td className={styles.change}>
                <ChangeButton
                  line={line}
                  context={contextOf(line.join)}
                  isBest={line === best}
                  isUpdating={isUpdating}
                  onApply={onApply}
                />
              </td>
              <td className={styles.fills}>
                {line.offer === null ? (
                  <span className={styles.none}>–</span>
                ) : (
                  <>
                    <span className={styles.fillsWord}>fills </span>
                    {formatNumber(line.offer.fills)}
                  </>
                )}
              </td>
            </tr>
            {isOpen && (
              <tr>
                <td colSpan={5} className={styles.rows}>
                  <MissedRows line={line} spineColumns={summary.on[line.join]?.spineColumns ?? []} />
                </td>
              </tr>
            )}
          </tbody>
        );
      })}
    </table>
  );
}

function Glyph({ line }: { readonly line: WhyEmptyLine }) {
  const { glyph } = EMPTY_REASON_TERMS[line.reason];
  return <span className={styles.glyph}>{glyph !== null && <VerdictGlyph state={glyph} />}</span>;
}

interface ChangeButtonProps {
  readonly line: WhyEmptyLine;
  readonly context: ChangeContext;
  readonly isBest: boolean;
  readonly isUpdating: boolean;
  readonly onApply: (line: WhyEmptyLine) => void;
}

function ChangeButton({ line, context, isBest, isUpdating, onApply }: ChangeButtonProps) {
  const { offer } = line;
  if (offer === null) return <span className={styles.none}>{noChangeWords(line.cause)}</span>;
  const { label, note } = changeWords(offer.change, context);
  const emptied = emptiedWords(offer.emptied);
  return (
    <>
      <Button
        size="small"
        variant={isBest ? "primary" : "secondary"}
        disabled={isUpdating}
        onClick={() => onApply(line)}
      >
        {label}
      </Button>
      {(note !== "" || emptied !== "") && (
        <span className={styles.note}>{emptied === "" ? note : emptied}</span>
      )}
    </>
  );
}

/** How many of the most cells that one line has, and how much of that is filled. */
function Bar({
  cells,
  filled,
  most,
}: {
  readonly cells: number;
  readonly filled: number;
  readonly most: number;
}) {
  return (
    <span className={styles.bar} style={{ inlineSize: `${(100 * cells) / most}%` }} aria-hidden>
      <span className={styles.filled} style={{ inlineSize: `${(100 * filled) / cells}%` }} />
    </span>
  );
}
